import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod'
import { severities } from '../../db/schema/moderation.ts'
import { domainsOf, hostNamed } from '../text/host.ts'
import { cellsOf } from '../text/csv.ts'
import type { Measure } from './blocks.ts'

// The lists that servers exchange, as Mastodon writes and reads them. Pure: what is in a file, and a file of what is here.
// https://docs.joinmastodon.org/admin/moderation/#server-wide-moderation

/** One host and what is held against it; what is said to moderators alone is in no list. */
export type Listed = { host: string } & Omit<Measure, 'reason'>

export type ListFault =
  | 'not-a-host'
  | 'obfuscated' // `e***.test`: whoever made the list keeps the name to themselves
  | 'own' // this very hub, or a domain above it
  | 'severity'
  | 'twice'

export interface ReadList {
  listed: Listed[]
  faults: { line: number; text: string; fault: ListFault }[]
  /** There is more than is read. */
  cut: boolean
}

export const mostLines = 20_000
const atOnce = 500

const columns = [
  '#domain',
  '#severity',
  '#reject_media',
  '#reject_reports',
  '#public_comment',
  '#obfuscate',
] as const
type Column = (typeof columns)[number]

/** With a header in any order, or without one and then in the order of Mastodon's; names alone are blocks. */
export async function readList(text: string, ownHost: string): Promise<ReadList> {
  const rows = cellsOf(text, mostLines + 2)
  const [first] = rows
  const head = first === undefined ? null : headerOf(first.cells)
  const body = head === null ? rows : rows.slice(1)
  const order: readonly (Column | null)[] = head ?? columns
  const own = new Set(domainsOf(ownHost))
  const listed = new Map<string, Listed>()
  const faults: ReadList['faults'] = []
  for (const [at, { line, cells }] of body.slice(0, mostLines).entries()) {
    // Whoever asks for a page meanwhile does not wait for the whole list.
    if (at % atOnce === 0) await nextTurn()
    const cell = (column: Column): string => cells[order.indexOf(column)]?.trim() ?? ''
    const name = plainCell(cell('#domain'))
    if (name === '' || (head === null && name.startsWith('#'))) continue
    const read = rowOf(name, cell, own)
    const fault = typeof read === 'string' ? read : listed.has(read.host) ? 'twice' : null
    if (fault !== null) faults.push({ line, text: name.slice(0, 200), fault })
    else if (typeof read !== 'string') listed.set(read.host, read)
  }
  return { listed: [...listed.values()], faults, cut: body.length > mostLines }
}

/** Null: the first line is a host like the others. `domain` without its `#` is met as well. */
function headerOf(cells: readonly string[]): (Column | null)[] | null {
  const names = cells.map((cell) => `#${cell.trim().toLowerCase().replace(/^#/, '')}`)
  if (!names.includes('#domain')) return null
  return names.map((name) => columns.find((column) => column === name) ?? null)
}

const severity = z.enum(severities)

function rowOf(
  name: string,
  cell: (column: Column) => string,
  own: ReadonlySet<string>,
): Listed | Exclude<ListFault, 'twice'> {
  if (name.replace(/^\*\./, '').includes('*')) return 'obfuscated'
  const host = hostNamed(name)
  // A bare word would be a whole top-level domain.
  if (host === null || !/[.:\]]|^localhost$/.test(host)) return 'not-a-host'
  if (own.has(host)) return 'own'
  const read = severity.safeParse(cell('#severity').toLowerCase() || 'suspend')
  if (!read.success) return 'severity'
  return {
    host,
    severity: read.data,
    rejectMedia: isYes(cell('#reject_media')),
    rejectReports: isYes(cell('#reject_reports')),
    publicComment: plainCell(cell('#public_comment')).slice(0, 1000),
    obfuscate: isYes(cell('#obfuscate')),
  }
}

const isYes = (text: string): boolean => /^(true|1|yes|oui)$/i.test(text)

/** What was written so that no spreadsheet runs it (below) is read as it was. */
const plainCell = (text: string): string => text.replace(/^'(?=[=+\-@\t\r])/, '')

/** Names in full: whoever may take the list may see them. */
export async function writeList(listed: readonly Listed[]): Promise<string> {
  const { stringify } = await import('csv-stringify/sync')
  const pieces = [stringify([[...columns]])]
  for (let at = 0; at < listed.length; at += atOnce) {
    const rows = listed.slice(at, at + atOnce).map(cellsFor)
    // https://owasp.org/www-community/attacks/CSV_Injection
    pieces.push(stringify(rows, { escape_formulas: true }))
    await nextTurn()
  }
  return pieces.join('')
}

const cellsFor = (one: Listed): string[] => [
  ...[one.host, one.severity, word(one.rejectMedia), word(one.rejectReports)],
  ...[one.publicComment, word(one.obfuscate)],
]

const word = (is: boolean): string => (is ? 'true' : 'false')

/** As Mastodon hides a name: its ends are enough to know what one knows already. */
export function obfuscated(host: string): string {
  const shown = Math.trunc(host.length / 4)
  return [...host]
    .map((sign, at) => (at > shown && at < host.length - shown && sign !== '.' ? '*' : sign))
    .join('')
}
