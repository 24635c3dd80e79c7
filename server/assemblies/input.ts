import { z } from 'zod'
import {
  assemblySorts,
  decisionSorts,
  decisionStates,
  presences,
  seatFamilies,
} from '../../db/schema/assemblies.ts'
import { email } from '../accounts/input.ts'
import { choice, flag, line, optionalDay, optionalLine, optionalText } from '../kinds/gate.ts'

const text = (max: number) => optionalText(max).transform((words) => words ?? '')

export const assemblyInput = z.object({
  sort: choice(assemblySorts),
  name: line(120),
  mandate: text(4_000),
})

/** A person is named only with their agreement: without it the form comes back, and nothing is kept. */
const agreed = (
  { person, agreed: isAgreed }: { person: string | null; agreed: boolean },
  context: z.core.$RefinementCtx,
): void => {
  if (person !== null && !isAgreed) context.addIssue({ code: 'custom', path: ['agreed'], message: 'agreed' })
}

export const seatInput = z
  .object({
    family: choice(seatFamilies),
    label: line(160),
    organisation: optionalLine(160),
    person: optionalLine(120),
    agreed: flag,
    sinceDay: optionalDay,
    untilDay: optionalDay,
  })
  .superRefine(agreed)
  .superRefine(({ organisation, person, sinceDay, untilDay }, context) => {
    if (person !== null && organisation === null)
      context.addIssue({ code: 'custom', path: ['organisation'], message: 'required' })
    if (sinceDay !== null && untilDay !== null && untilDay < sinceDay)
      context.addIssue({ code: 'custom', path: ['untilDay'], message: 'order' })
  })

export const candidatureInput = z
  .object({
    seatId: line(60),
    organisation: line(160),
    person: optionalLine(120),
    agreed: flag,
    email,
    body: text(3_000),
  })
  .superRefine(agreed)

export const meetingInput = z.object({
  startsAt: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'date'),
  place: text(200),
  note: text(2_000),
})

export const itemInput = z.object({
  title: line(160),
  body: text(3_000),
  family: choice(seatFamilies),
  organisation: optionalLine(160),
  email,
})

export const decisionInput = z.object({
  sort: choice(decisionSorts),
  what: line(400),
  carriedBy: optionalLine(160),
  dueDay: optionalDay,
  state: choice(decisionStates),
  meetingId: optionalLine(60),
})

/** A no is given with its reason, a yes may be. */
export const answerInput = (isYes: boolean) => z.object({ answer: isYes ? text(600) : line(600) })

export const presence = choice(presences)

export type AssemblyInput = z.infer<typeof assemblyInput>
export type SeatInput = z.infer<typeof seatInput>
export type CandidatureInput = z.infer<typeof candidatureInput>
export type MeetingInput = z.infer<typeof meetingInput>
export type ItemInput = z.infer<typeof itemInput>
export type DecisionInput = z.infer<typeof decisionInput>
