import { defaultZone, formatDay, formatMoment, formatMoney, formatNumber } from '../../../views/format.ts'
import type { Locale } from '../../../views/language.tsx'
import type { Fact } from '../facts.tsx'
import { deadlineOf, opensAt, type CallFields } from './fields.ts'
import { electedInWords, sharesOf } from './shares.ts'
import { texts } from './texts.ts'

/** The names and order never change with the values: they are the columns of the CSV file. */
export function facts(call: CallFields, locale: Locale): Fact[] {
  const t = texts[locale]
  const money = (amount: number | null) => (amount === null ? '' : formatMoney(amount, locale))
  const moment = (at: number | null) => (at === null ? '' : formatMoment(at, locale, call.timeZone))
  const day = (date: string | null) => (date === null ? '' : formatDay(date, locale))
  const values = {
    phase: t.phase[call.phase],
    organiser: call.organiser ?? '',
    commentsUntil: day(call.commentsUntil),
    opens: moment(opensAt(call)),
    deadline: moment(deadlineOf(call)),
    timeZone: call.timeZone === defaultZone ? '' : call.timeZone.replaceAll('_', ' '),
    budget: money(call.budget),
    budgetMax: money(call.budgetMax),
    who: whoInWords(call, locale),
    existing: existingInWords(call, locale),
    sections: call.sections.map(({ number, title }) => `${number}. ${title}`).join('\n'),
    criteria: call.criteria
      .map(({ title, weight }) => (weight === null ? title : `${title} (${percentOf(weight, locale)})`))
      .join('\n'),
    jury: [
      electedInWords(call, locale),
      ...sharesOf(call).map(
        ({ capacity, seats }) => `${t.capacity[capacity]} (${formatNumber(seats, locale)})`,
      ),
    ]
      .filter((words) => words !== '')
      .join('\n'),
    laureates: call.laureates
      .map(({ project, holder, amount }) =>
        [project, holder, amount === null ? null : money(amount)].filter((part) => part !== null).join(', '),
      )
      .join('\n'),
    decidedOn: day(call.decidedOn),
    decisionNote: call.decisionNote ?? '',
    submitted: call.submitted === null ? '' : formatNumber(call.submitted, locale),
  }
  return names.map((name) => ({ name, label: t.fields[name], value: values[name] }))
}

const names = [
  'phase',
  'organiser',
  'commentsUntil',
  'opens',
  'deadline',
  'timeZone',
  'budget',
  'budgetMax',
  'who',
  'existing',
  'sections',
  'criteria',
  'jury',
  'laureates',
  'decidedOn',
  'decisionNote',
  'submitted',
] as const

/** « Associations, coopératives » and what else is said of it. */
export const whoInWords = ({ answerers, eligible }: CallFields, locale: Locale): string =>
  [answerers.map((one) => texts[locale].answerers[one]).join(', '), eligible ?? '']
    .filter((words) => words !== '')
    .join('\n')

/** Whether an existing action that works may be proposed: the question that the form will not pass over. */
export function existingInWords({ existingQualifies, existingNote }: CallFields, locale: Locale): string {
  if (existingQualifies === null) return existingNote ?? ''
  return [texts[locale].existing[existingQualifies], existingNote ?? '']
    .filter((words) => words !== '')
    .join('\n')
}

export const percentOf = (weight: number, locale: Locale): string =>
  formatNumber(weight / 100, locale, { style: 'percent', maximumFractionDigits: 2 })
