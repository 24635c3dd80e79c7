import { hostNamed } from '../../text/host.ts'
import { readHandle } from '../webfinger.ts'

// Lists of people as Mastodon writes and reads them: one address a line, `name@host`, under a head.

/** Of one list; promises of one actor are no more (`promises.ts`). */
export const mostLines = 500

export type LineFault =
  | 'unreadable' // no `name@host`
  | 'own' // of this hub
  | 'twice'
  | 'beyond' // after `mostLines`

export interface ReadLine {
  /** From 1, as a spreadsheet counts them. */
  line: number
  text: string
  address: string | null
  fault: LineFault | null
}

/** The first column of each line; a head, or an empty line, is none. */
export function readList(text: string, ownHost: string, most = mostLines): ReadLine[] {
  const seen = new Set<string>()
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((row, at) => ({ line: at + 1, text: firstCell(row) }))
    .filter(({ line, text: cell }) => cell !== '' && !(line === 1 && /^account/i.test(cell)))
    .map(({ line, text: cell }, at) => {
      const handle = cell.length > 300 ? null : readHandle(cell)
      const address = handle === null ? null : `${handle.user}@${handle.host}`
      const fault = faultOf(handle?.host ?? null, address, at)
      if (address !== null) seen.add(address)
      return { line, text: cell.slice(0, 300), address: fault === null ? address : null, fault }
    })

  function faultOf(host: string | null, address: string | null, at: number): LineFault | null {
    if (address === null || hostNamed(host ?? '') === null) return 'unreadable'
    if (host === ownHost) return 'own'
    if (seen.has(address)) return 'twice'
    return at < most ? null : 'beyond'
  }
}

/** A spreadsheet made the formula harmless with a mark of its own: it is none of the name. */
const firstCell = (row: string): string =>
  (/^"([^"]*)"/.exec(row)?.[1] ?? row.split(/[,;\t]/, 1)[0] ?? '').trim().replace(/^'/, '')
