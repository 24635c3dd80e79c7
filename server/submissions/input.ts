import { z } from 'zod'
import { email } from '../accounts/input.ts'
import type { CallFields } from '../kinds/call/fields.ts'
import { faultsOf, type Fault } from '../kinds/faults.ts'
import { line, optionalChoice, optionalLine, optionalNumber, optionalText } from '../kinds/gate.ts'

/** Enough to send a link; the rest is written behind it. */
export const beginInput = z.object({ project: line(150), contact: line(100), email })

/** Somebody who is signed in has an address already. */
export const memberInput = z.object({ project: line(150), holder: optionalLine(150) })

const text = (most: number) => optionalText(most).transform((value) => value ?? '')

export const mostWords = { summary: 2_000, budget: 3_000, answer: 3_000 }

const dossier = z.object({
  project: line(150),
  contact: line(100),
  holder: optionalLine(150),
  summary: text(mostWords.summary),
  amount: optionalNumber(0, 1_000_000_000),
  budget: text(mostWords.budget),
  continues: optionalChoice(['yes', 'no']),
})

const answer = text(mostWords.answer)

export type Dossier = z.infer<typeof dossier> & { answers: Record<string, string> }

export const answerName = (number: number): string => `reponse-${number}`

/** A draft may lack anything but a name; what is there has to be sound. */
export function readDossier(
  { criteria }: CallFields,
  sent: Readonly<Record<string, string>>,
): { dossier: Dossier | null; faults: Fault[] } {
  const read = dossier.safeParse(sent)
  const faults: Fault[] = read.success ? [] : faultsOf(read.error)
  const answers: Record<string, string> = {}
  for (const { number } of criteria) {
    const one = answer.safeParse(sent[answerName(number)] ?? '')
    if (!one.success)
      faults.push({ field: answerName(number), code: 'too-long', detail: String(mostWords.answer) })
    else if (one.data !== '') answers[String(number)] = one.data
  }
  return { dossier: read.success && faults.length === 0 ? { ...read.data, answers } : null, faults }
}

/** What the jury cannot do without, and what the call itself rules out. */
export function lackingIn(call: CallFields, { answers, ...dossier }: Dossier): Fault[] {
  const asked = (['holder', 'summary', 'amount', 'budget', 'continues'] as const).flatMap((field): Fault[] =>
    dossier[field] === null || dossier[field] === '' ? [{ field, code: 'required' }] : [],
  )
  const unanswered = call.criteria.flatMap(({ number }): Fault[] =>
    answers[String(number)] === undefined ? [{ field: answerName(number), code: 'required' }] : [],
  )
  const tooMuch: Fault[] =
    call.budgetMax !== null && dossier.amount !== null && dossier.amount > call.budgetMax
      ? [{ field: 'amount', code: 'too-big', detail: String(call.budgetMax) }]
      : []
  return [...asked, ...unanswered, ...tooMuch]
}
