import type { Locale } from '../../../views/language.tsx'
import { columnNames, columns, type Column } from '../../imports/organisation-file.ts'
import { texts } from '../../kinds/organisation/texts.ts'

/** What each column may be called, in the order in which a table is read. */
export const importColumns = (locale: Locale): { label: string; names: readonly string[] }[] =>
  columns.map((column) => ({ label: labelOf(column, locale), names: columnNames[column] }))

function labelOf(column: Column, locale: Locale): string {
  const t = texts[locale]
  const own: Readonly<Record<string, string>> = { ...t.fields, ...t.importColumns, name: t.title.label }
  return own[column] ?? column
}
