import { fold } from '../text/fold.ts'
import { catalogue, locales, type Locale } from '../../views/language.tsx'
import { fields, type Lot } from '../kinds/tender/fields.ts'
import { admittedLabels } from '../kinds/tender/lot-facts.ts'
import { lotTexts } from '../kinds/tender/lot-texts.ts'
import { texts } from '../kinds/tender/texts.ts'
import { fromBoamp, isNotice } from './boamp.ts'
import { importLimits, named, type Understood, type Unreadable } from './understood.ts'
import { titled } from './values.ts'

// A table with a row for each lot, under the names that the form gives its questions, or those that the API has.

type Row = Readonly<Record<string, string>>

export async function readTable(content: string): Promise<Understood | { fault: Unreadable }> {
  const { parse } = await import('csv-parse/sync')
  let rows: string[][]
  try {
    rows = parse(content, {
      bom: true,
      delimiter: delimiterOf(content),
      relax_column_count: true,
      skip_empty_lines: true,
      // The heads, and one more than are taken.
      to: importLimits.rows + 2,
      trim: true,
    })
  } catch {
    return { fault: 'not-csv' }
  }
  const [heads = [], ...body] = rows
  if (heads.length < 2 || body.length === 0) return { fault: rows.length === 0 ? 'empty' : 'not-csv' }
  if (body.length > importLimits.rows) return { fault: 'too-large' }
  const notice = Object.fromEntries(heads.map((head, index) => [head.toLowerCase(), body[0]?.[index] ?? '']))
  return isNotice(notice) ? fromBoamp(notice) : ofLots(heads, body)
}

/** The one that the first line has most of. */
function delimiterOf(content: string): string {
  const line = content.slice(0, 10_000).split('\n')[0] ?? ''
  const counted = [';', ',', '\t'].map((mark) => ({ mark, count: line.split(mark).length }))
  return counted.toSorted((a, b) => b.count - a.count)[0]?.mark ?? ';'
}

function ofLots(heads: readonly string[], body: readonly string[][]): Understood | { fault: Unreadable } {
  const columnOf = columns()
  const found = heads.map((head) => columnOf.get(fold(head).trim()) ?? null)
  if (!found.includes('lots.title') && !found.includes('buyer')) return { fault: 'unknown' }
  const rows = body.map((cells): Row =>
    Object.fromEntries(
      found.flatMap((column, index) => (column === null ? [] : [[column, cells[index] ?? '']])),
    ),
  )
  const whole = (name: string): string => rows.map((row) => row[name] ?? '').find((one) => one !== '') ?? ''
  const { title, body: long } = titled(whole('title'))
  return {
    format: 'table',
    shared: { title, summary: whole('summary'), body: whole('body') || long },
    fields: {
      ...Object.fromEntries(tenderNames.map((name) => [name, whole(name)])),
      procedure: codeOf(whole('procedure'), (locale) => texts[locale].procedures),
      lots: rows.filter((row) => (row['lots.title'] ?? '') !== '').map(lotOf),
    },
    ignored: named(heads.filter((head, index) => found[index] === null && head !== '')),
  }
}

function lotOf(row: Row): Record<string, unknown> {
  const lot = Object.fromEntries(
    Object.entries(row)
      .filter(([name, value]) => name.startsWith('lots.') && value !== '')
      .map(([name, value]) => [name.slice('lots.'.length), value]),
  )
  const coded = Object.entries(choices).flatMap(([name, words]) =>
    lot[name] === undefined ? [] : [[name, codeOf(lot[name], words)] as const],
  )
  const openTo = (lot['openTo'] ?? '').split(/[,\n]/).filter((one) => one.trim() !== '')
  return {
    ...lot,
    ...Object.fromEntries(coded),
    ...(openTo.length > 0 && { openTo: openTo.map((one) => codeOf(one, admittedLabels)) }),
  }
}

type Words = (locale: Locale) => Readonly<Record<string, string>>

const choices: Readonly<Partial<Record<keyof Lot, Words>>> = {
  reservation: (locale) => lotTexts[locale].reservations,
  social: (locale) => lotTexts[locale].socials,
  state: (locale) => lotTexts[locale].states,
  awardGrouping: (locale) => lotTexts[locale].groupings,
}

/** An answer by its code or in its words; what is neither stays as it is, and is told. */
function codeOf(value: string, words: Words): string {
  const said = fold(value).trim()
  for (const locale of locales)
    for (const [code, label] of Object.entries(words(locale)))
      if (said === fold(code) || said === fold(label)) return code
  return value
}

const tenderNames = Object.keys(fields.shape).filter((name) => name !== 'lots')

/** Of the tender itself: a lot has a name and a description too. */
export const tenderHeads = catalogue('server/imports/table', {
  fr: { title: 'Titre du marché', summary: 'Résumé', body: 'Texte' },
  en: { title: 'Title of the tender', summary: 'Summary', body: 'Text' },
})

/** What a column is about, in the words of any language that is spoken here. */
const columns = (): ReadonlyMap<string, string> =>
  new Map(
    locales.flatMap((locale) => [
      ...Object.entries(lotTexts[locale].fields).flatMap(([name, label]) => [
        [fold(label), `lots.${name}`] as const,
        [fold(`lots.${name}`), `lots.${name}`] as const,
        [fold(name), `lots.${name}`] as const,
      ]),
      ...Object.entries(texts[locale].fields)
        .filter(([name]) => tenderNames.includes(name))
        .flatMap(([name, label]) => [[fold(label), name] as const, [fold(name), name] as const]),
      ...Object.entries(tenderHeads[locale]).map(([name, label]) => [fold(label), name] as const),
    ]),
  )
