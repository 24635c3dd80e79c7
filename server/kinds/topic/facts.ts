import type { Locale } from '../../../views/language.tsx'
import type { Fact } from '../facts.tsx'
import type { TopicFields } from './fields.ts'
import { texts } from './texts.ts'

/** The names and order never change with the values: they are the columns of the CSV file. */
export function facts({ purpose }: TopicFields, locale: Locale): Fact[] {
  const t = texts[locale]
  return [{ name: 'purpose', label: t.fields.purpose, value: t.purpose[purpose] }]
}
