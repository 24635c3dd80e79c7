import { z } from 'zod'
import { groupingForms } from '../../db/schema/groupings.ts'
import { choice, defaultChoice, line, optionalText } from '../kinds/gate.ts'

/** So long may be what one writes about a grouping, or to those who take part. */
export const mostWords = 2_000
export const mostRole = 300

const words = (max: number) =>
  optionalText(max)
    .transform((text) => text ?? '')
    .pipe(z.string().min(1))

/** A call for partners, as the form asks for it. */
export const callInput = z.object({
  organisation: line(60),
  form: choice(groupingForms),
  seeks: words(mostWords),
  brings: optionalText(mostWords),
})
export type CallInput = z.infer<typeof callInput>

/** An organisation that would take part: what it would do, and a note that binds nobody. */
export const askInput = z.object({
  organisation: line(60),
  role: line(mostRole),
  note: optionalText(mostWords),
})
export type AskInput = z.infer<typeof askInput>

export const answerInput = z.object({
  outcome: defaultChoice(['accepted', 'declined']),
  answer: optionalText(500),
})
export type AnswerInput = z.infer<typeof answerInput>

export const messageInput = z.object({ id: z.uuid(), organisation: line(60), text: words(mostWords) })
export type MessageInput = z.infer<typeof messageInput>
