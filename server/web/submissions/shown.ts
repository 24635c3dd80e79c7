import type { Locale } from '../../../views/language.tsx'
import type { DossierCriterion } from '../../../views/submissions/read-only.tsx'
import { percentOf } from '../../kinds/call/facts.ts'
import type { CallFields } from '../../kinds/call/fields.ts'
import { answerName } from '../../submissions/input.ts'
import type { SubmissionRow } from '../../submissions/queries.ts'

/** What is kept, as it would have been typed. */
export const typedFrom = (submission: SubmissionRow, { criteria }: CallFields): Record<string, string> => ({
  project: submission.project,
  holder: submission.holder ?? '',
  contact: submission.contact,
  summary: submission.summary,
  amount: submission.amount === null ? '' : String(submission.amount),
  budget: submission.budget,
  continues: submission.continues ?? '',
  ...Object.fromEntries(
    criteria.map(({ number }) => [answerName(number), submission.answers[String(number)] ?? '']),
  ),
})

export const criteriaShown = ({ criteria }: CallFields, locale: Locale): DossierCriterion[] =>
  criteria.map(({ number, title, weight, description }) => ({
    ...{ name: answerName(number), title, description },
    weight: weight === null ? null : percentOf(weight, locale),
  }))
