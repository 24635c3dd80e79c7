import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { comments, entries, tombstones } from '../../../db/schema/entries.ts'
import { sameOrigin } from '../address.ts'
import { hostOf, isOurs } from '../addresses.ts'
import { isBlocked } from '../blocked.ts'
import { fetchDocument } from '../document.ts'
import { FetchFault } from '../fetch-fault.ts'
import { normalise, type NormalisedCollection } from '../normalise.ts'
import type { FederationDeps } from '../room.ts'
import { signedBy } from '../signed-fetch.ts'
import { count, goTo, mayLeadTo, type Stop, type Walk } from './walk.ts'

type List = Extract<Stop, { as: 'list' }>

/** A page of a list: what it names and is not here is gone to, then the next page, on the same host. */
export async function readList(deps: FederationDeps, walk: Walk, list: List): Promise<void> {
  const sign = await signedBy(deps, 'instance')
  const { document } = await fetchDocument(deps.fetcher, list.at, { sign, withinOrigin: true })
  const page = await normalise(document, deps.apex)
  if (page?.form !== 'collection') throw new FetchFault('json', 'The document is not a collection.')
  const shown: NormalisedCollection = page.firstPage ?? page
  const items = shown.items.flatMap((item) => (typeof item === 'string' ? item : (item.id ?? [])))
  const known = await knownAmong(deps, items)
  for (const item of new Set(items)) {
    if (known.has(item) || walk.seen.includes(item)) continue
    const refused = await whyNot(deps, walk, list, item)
    if (refused === null) goTo(walk, { as: 'answer', at: item, height: 0 })
    else count(walk, refused)
  }
  const next = page.items.length === 0 && page.firstPage === null ? (page.first ?? page.next) : shown.next
  if (next !== null && sameOrigin(next, list.at))
    goTo(walk, { ...list, at: next, whole: false, replies: null })
}

async function whyNot(deps: FederationDeps, walk: Walk, list: List, item: string): Promise<string | null> {
  // What cannot be asked in this reading is named again in the next one.
  if (walk.stops.length >= walk.left) return 'beyond'
  if (await isBlocked(deps.db, item)) return 'blocked'
  return list.trusted || sameOrigin(item, list.at) || mayLeadTo(walk, hostOf(item)) ? null : 'elsewhere'
}

/** Here already, or once; or our own, which nobody else has to tell us. */
async function knownAmong({ db, hub }: FederationDeps, ids: readonly string[]): Promise<Set<string>> {
  const known = new Set(ids.filter((id) => isOurs(hub.origin, id)))
  const others = [...new Set(ids)].filter((id) => !known.has(id))
  if (others.length === 0) return known
  const here = await Promise.all([
    db.read.select({ id: comments.apId }).from(comments).where(inArray(comments.apId, others)),
    db.read.select({ id: entries.apId }).from(entries).where(inArray(entries.apId, others)),
    db.read
      .select({ id: tombstones.id })
      .from(tombstones)
      .where(and(inArray(tombstones.id, others), eq(tombstones.final, true))),
  ])
  for (const { id } of here.flat()) if (id !== null) known.add(id)
  return known
}

/** In one reading, of a conversation that nobody lists whole. */
const mostBranches = 20

/** Answers from elsewhere that everybody reads here, the newest first: what was said to them may have missed us. */
export async function branchesOf({ db }: FederationDeps, entryN: number): Promise<Stop[]> {
  const rows = await db.read
    .select({ at: comments.apId })
    .from(comments)
    .where(and(eq(comments.entryN, entryN), eq(comments.state, 'shown'), isNotNull(comments.apId)))
    .orderBy(desc(comments.n))
    .limit(mostBranches)
  return rows.flatMap(({ at }) => (at === null ? [] : { as: 'branch' as const, at }))
}
