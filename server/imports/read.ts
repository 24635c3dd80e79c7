import { fromBoamp, noticeIn } from './boamp.ts'
import { readJson } from './json.ts'
import { fromOcds, releaseIn } from './ocds.ts'
import { readTable } from './table.ts'
import { importLimits, type Understood, type Unreadable } from './understood.ts'

/** One tender, from whichever of the known forms the text has. */
export async function readTender(content: string): Promise<Understood | { fault: Unreadable }> {
  const given = content.replace(/^\ufeff/, '').trim()
  if (given === '') return { fault: 'empty' }
  if (Buffer.byteLength(given) > importLimits.bytes) return { fault: 'too-large' }
  if (!/^[[{]/.test(given)) return readTable(given)
  const read = readJson(given)
  if ('fault' in read) return read
  const release = releaseIn(read.value)
  if (release !== null) return fromOcds(release)
  const notice = noticeIn(read.value)
  return notice === null ? { fault: 'unknown' } : fromBoamp(notice)
}

/** Spreadsheets in France write windows-1252 as often as UTF-8, and do not say which. */
export function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
