import { z } from 'zod'
import { caseOutcomes, caseSides, hoursSources } from '../../db/schema/facilitation.ts'
import { email } from '../accounts/input.ts'
import { cpvPrefix } from '../kinds/cpv.ts'
import {
  choice,
  line,
  optionalChoice,
  optionalDay,
  optionalInteger,
  optionalLine,
  optionalText,
} from '../kinds/gate.ts'

export const mostWords = 5_000
export const mostTraceWords = 1_500
export const mostHours = 1_000_000

const words = (most: number) => optionalText(most).pipe(z.string('required'))

const optionalPrefix = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() === '' ? null : value),
  z
    .string()
    .max(20)
    .transform((text, ctx) => {
      const prefix = cpvPrefix(text)
      if (prefix === null) ctx.addIssue('cpv')
      return prefix
    })
    .nullable()
    .default(null),
)

/** What anybody may ask the desk. The commune is understood beside it, and so is who may speak for an organisation. */
export const requestInput = (sectors: readonly [string, ...string[]]) =>
  z.object({
    side: choice(caseSides),
    name: line(100),
    email,
    organisationName: optionalLine(200),
    organisation: optionalLine(60),
    subject: line(150),
    body: words(mostWords),
    cpv: optionalPrefix,
    sector: optionalChoice(sectors),
    hoursWanted: optionalInteger(1, mostHours),
    deadline: optionalDay,
  })

export type RequestInput = z.infer<ReturnType<typeof requestInput>>

export const messageInput = z.object({ text: words(mostWords) })

export const traceInput = z.object({ trace: words(mostTraceWords) })

export const callInput = z.object({ title: line(150), text: words(mostWords) })

/** How it ended; hours are told with who told them. */
export const closingInput = z
  .object({
    outcome: choice(caseOutcomes),
    hours: optionalInteger(1, mostHours),
    hoursBy: optionalChoice(hoursSources),
    text: optionalText(mostWords).transform((text) => text ?? ''),
  })
  .superRefine(({ hours, hoursBy }, ctx) => {
    if (hours !== null && hoursBy === null)
      ctx.addIssue({ code: 'custom', message: 'required', path: ['hoursBy'] })
  })

export type ClosingInput = z.infer<typeof closingInput>
