import { formatDay } from '../../../views/format.ts'
import type { Locale } from '../../../views/language.tsx'
import type { Fact } from '../facts.tsx'
import type { ProposalFields } from './fields.ts'
import { texts } from './texts.ts'

/** The names and order never change with the values: they are the columns of the CSV file. */
export const facts = (proposal: ProposalFields, locale: Locale): Fact[] =>
  names.map((name) => ({ name, label: texts[locale].fields[name], value: valueOf(proposal, name, locale) }))

const names = ['status', 'reference', 'decider', 'sourceLabel', 'sourceDay', 'source', 'nextCheck'] as const

function valueOf(proposal: ProposalFields, name: (typeof names)[number], locale: Locale): string {
  if (name === 'status') return texts[locale].status[proposal.status]
  const value = proposal[name] ?? ''
  return value !== '' && (name === 'sourceDay' || name === 'nextCheck') ? formatDay(value, locale) : value
}
