import { endOfDay } from '../zoned.ts'
import type { Fault } from '../faults.ts'
import type { Surroundings } from '../kind.ts'
import { deadlineOf, opensAt, type CallFields } from './fields.ts'

/** What we ask of our own editors: whoever may answer knows what is asked, until when, and how it is judged. */
export const rules = (call: CallFields, { now }: Pick<Surroundings, 'now'>): Fault[] => [
  ...specification(call, now),
  ...dates(call, now),
  ...judgement(call),
  ...decision(call),
]

function specification(call: CallFields, now: number): Fault[] {
  const faults: Fault[] = []
  if (call.existingQualifies === null) faults.push({ field: 'existingQualifies', code: 'required' })
  if (call.answerers.length === 0 && call.eligible === null)
    faults.push({ field: 'answerers', code: 'required', from: ['eligible'] })
  if (call.sections.length === 0) faults.push({ field: 'sections', code: 'required' })
  if (call.phase !== 'specification') return faults
  if (call.commentsUntil === null) faults.push({ field: 'commentsUntil', code: 'required', from: ['phase'] })
  else if (endOfDay(call.commentsUntil, call.timeZone) < now)
    faults.push({ field: 'commentsUntil', code: 'past', from: ['phase'] })
  return faults
}

function dates(call: CallFields, now: number): Fault[] {
  const faults: Fault[] = []
  const [opens, deadline] = [opensAt(call), deadlineOf(call)]
  if (call.phase === 'open' && deadline === null)
    faults.push({ field: 'deadline', code: 'required', from: ['phase'] })
  if (call.phase === 'open' && deadline !== null && deadline < now)
    faults.push({ field: 'deadline', code: 'past', from: ['phase'] })
  if (opens !== null && deadline !== null && deadline <= opens)
    faults.push({ field: 'deadline', code: 'order', from: ['opens'] })
  return faults
}

/** Weights that do not make a whole cannot be used to rank anything. */
function judgement({ criteria }: CallFields): Fault[] {
  if (criteria.length === 0) return [{ field: 'criteria', code: 'required' }]
  const sum = criteria.reduce((all, { weight }) => all + (weight ?? 0), 0)
  return Math.abs(sum - 100) < 0.01
    ? []
    : [{ field: 'criteria', code: 'weights', detail: String(Math.round(sum * 100) / 100) }]
}

/** A decision is dated, and says why. */
const decision = ({ phase, decisionNote, decidedOn }: CallFields): Fault[] =>
  phase !== 'decided'
    ? []
    : [
        ...(decisionNote === null
          ? [{ field: 'decisionNote', code: 'required' as const, from: ['phase'] }]
          : []),
        ...(decidedOn === null ? [{ field: 'decidedOn', code: 'required' as const, from: ['phase'] }] : []),
      ]
