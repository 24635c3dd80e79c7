import { formatDay } from '../../../views/format.ts'
import type { Locale } from '../../../views/language.tsx'
import type { Fact } from '../facts.tsx'
import type { NewsFields } from './fields.ts'
import { texts } from './texts.ts'

/** The names and order never change with the values: they are the columns of the CSV file. */
export const facts = (news: NewsFields, locale: Locale): Fact[] =>
  names.map((name) => ({ name, label: texts[locale].fields[name], value: valueOf(news, name, locale) }))

const names = ['meetingOf', 'meetingDay', 'meetingPlace', 'attendance', 'decisions', 'source'] as const

function valueOf(news: NewsFields, name: (typeof names)[number], locale: Locale): string {
  const value = news[name]
  if (value === null) return ''
  return name === 'meetingDay' ? formatDay(value, locale) : value
}
