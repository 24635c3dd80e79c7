import { z } from 'zod'
import type { Fault } from '../kinds/faults.ts'
import {
  choice,
  optionalDay,
  optionalLine,
  optionalNumber,
  optionalText,
  optionalUrl,
} from '../kinds/gate.ts'
import { dayOf, isFuture, isReachable } from '../kinds/checked.ts'
import { ofCommitment, ofFund, ofProposal, type CheckedKind } from './choices.ts'

const all = [...ofProposal, 'measured', 'same'] as const

const shape = z.object({
  answer: choice(all),
  /** Of a proposal: what happened, and where it can be read. */
  what: optionalText(500),
  by: optionalLine(200),
  url: optionalUrl,
  /** Of a commitment: the number, its day and its source. */
  day: optionalDay,
  value: optionalNumber(-1e12, 1e12),
  source: optionalLine(200),
  next: optionalDay,
})

export type CheckAnswer = z.infer<typeof shape>

const offered: Readonly<Record<CheckedKind, readonly string[]>> = {
  proposal: ofProposal,
  commitment: ofCommitment,
  fund: ofFund,
}

/** The gate for this sort of question: one of its own answers. */
export const answerInput = (kind: CheckedKind) =>
  shape.refine(({ answer }) => offered[kind].includes(answer), { path: ['answer'], message: 'choice' })

/** A number is one with a day and a source; the next question is still to come. */
export function answerFaults({ answer, day, value, source, url, next }: CheckAnswer, now: number): Fault[] {
  const faults: Fault[] = []
  if (answer === 'measured') {
    if (value === null) faults.push({ field: 'value', code: 'required' })
    if (day !== null && isFuture(day, now)) faults.push({ field: 'day', code: 'future' })
    if (source === null && url === null) faults.push({ field: 'source', code: 'source' })
  }
  if (next !== null && next <= dayOf(now)) faults.push({ field: 'next', code: 'past' })
  else if (next !== null && !isReachable(next, now)) faults.push({ field: 'next', code: 'far' })
  return faults
}
