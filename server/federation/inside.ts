import { and, eq, inArray } from 'drizzle-orm'
import { entries } from '../../db/schema/entries.ts'
import { local } from '../entries/list.ts'
import { loadEntry } from '../entries/load.ts'
import { isWhole, type WholeEntry } from '../entries/whole.ts'
import type { Inside, InsideObject } from '../kinds/kind.ts'
import { stone, type Found } from './documents.ts'
import type { JsonObject } from './json-object.ts'
import { wordsFor, voicesOf, type Voices } from './objects.ts'
import type { FederationDeps } from './room.ts'
import { PUBLIC, toWire } from './vocabulary.ts'

/** A document, and the page that says the same to people. */
export interface FoundInside {
  found: NonNullable<Found>
  page: string
}

/** What stands inside an entry of ours and has an address of its own: a lot of a tender. It goes with its entry. */
export async function insideDocument(
  deps: FederationDeps,
  id: string,
  address: Inside,
): Promise<FoundInside | null> {
  const entry = await loadEntry(
    deps,
    and(local(), eq(entries.id, id), inArray(entries.state, ['published', 'closed', 'withdrawn'])),
  )
  // A draft thrown away was never there for others.
  if (entry === undefined || !isWhole(entry) || entry.envelope.publishedAt === null) return null
  const { envelope, kind, fields } = entry
  const object = kind.inside?.(envelope, fields, address, wordsFor(envelope.language)) ?? null
  const voices = object === null ? null : await voicesOf(deps.db, entry)
  if (object === null || voices === null) return null
  const end = `/${address.part}/${address.number}`
  const page = envelope.path + end
  if (object !== 'gone' && envelope.state !== 'withdrawn')
    return { found: { status: 200, document: toWire(insideObject(deps, entry, voices, object, page)) }, page }
  const gone = await stone(deps, `/ap/objects/${id}${end}`, envelope.updatedAt, formerType)
  return gone === null ? null : { found: gone, page }
}

const formerType = 'Proposal'

/** Said by whom its entry is said, to the same people. */
function insideObject(
  { hub }: Pick<FederationDeps, 'hub'>,
  { envelope }: WholeEntry,
  { author }: Voices,
  object: InsideObject,
  page: string,
): JsonObject {
  const at = (moment: number) => new Date(moment).toISOString()
  const { publishedAt, updatedAt, closesAt } = envelope
  return {
    ...object,
    attributedTo: hub.origin + author.id,
    to: [PUBLIC],
    cc: [`${hub.origin}${author.id}/followers`],
    url: hub.origin + page,
    published: at(publishedAt ?? updatedAt),
    ...(publishedAt !== null && updatedAt > publishedAt ? { updated: at(updatedAt) } : {}),
    ...(closesAt === null ? {} : { endTime: at(closesAt) }),
  }
}
