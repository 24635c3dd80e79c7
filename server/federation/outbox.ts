import { and, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import type { Step } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { activities, actors } from '../../db/schema/federation.ts'
import type { Deps } from '../deps.ts'
import { local } from '../entries/list.ts'
import { loadEntries } from '../entries/load.ts'
import { whole } from '../entries/whole.ts'
import type { CollectionRow } from './apex-store.ts'
import type { JsonObject } from './json-object.ts'
import type { LocalActor } from './local-actors.ts'
import { commentObject } from './comment-object.ts'
import { entryObject, voicesOf } from './objects.ts'
import { countsOf } from './reactions.ts'
import { PUBLIC } from './vocabulary.ts'

// What an actor has said, as it now stands: who reads an outbox late gets the text of today, and nothing that was
// taken back meanwhile. The stored bodies are for deliveries alone.

type Reads = Pick<Deps, 'db' | 'hub'>

interface SaidRow {
  n: number
  id: string
  actorN: number
  actor: string
  type: string
  objectId: string
  createdAt: number
}

const row = {
  n: activities.n,
  id: activities.id,
  actorN: activities.actorN,
  actor: sql<string>`(select id from actors where actors.n = ${activities.actorN})`,
  type: activities.type,
  objectId: activities.objectId,
  createdAt: activities.createdAt,
}

const inOutbox = (actor: LocalActor) => and(eq(activities.actorN, actor.n), eq(activities.public, true))

/** Taken back: it leaves the outbox with the transaction that says so. */
export const unsay = ({ db }: Pick<Deps, 'db'>, objectId: string): Step =>
  db.make.update(activities).set({ public: false }).where(eq(activities.objectId, objectId))

export const countOutbox = ({ db }: Reads, actor: LocalActor): Promise<number> =>
  db.read.$count(activities, inOutbox(actor))

export async function outboxPage(
  reads: Reads,
  actor: LocalActor,
  limit: number,
  before: number,
): Promise<CollectionRow[]> {
  const rows = await reads.db.read
    .select(row)
    .from(activities)
    .where(and(inOutbox(actor), lt(activities.n, before)))
    .orderBy(desc(activities.n))
    .limit(limit)
  const objects = await objectsOf(reads, rows)
  return rows.flatMap((said) => {
    const item = activityOf(reads, said, objects)
    return item === null ? [] : [{ cursor: String(said.n), item }]
  })
}

/** One of them, by its path; null when it was never public, or is no longer said. */
export async function activityNow(reads: Reads, id: string): Promise<JsonObject | null> {
  const [said] = await reads.db.read
    .select(row)
    .from(activities)
    .where(and(eq(activities.id, id), eq(activities.public, true)))
  return said === undefined ? null : activityOf(reads, said, await objectsOf(reads, [said]))
}

function activityOf(
  { hub }: Reads,
  said: SaidRow,
  objects: ReadonlyMap<string, JsonObject>,
): JsonObject | null {
  // A topic that others began stands under its own address.
  const object = objects.get(said.objectId) ?? objects.get(idIn(said))
  if (object === undefined) return null
  const actor = hub.origin + said.actor
  const announced = said.type === 'Announce'
  return {
    id: hub.origin + said.id,
    type: said.type,
    actor,
    to: [PUBLIC],
    cc: announced ? [`${actor}/followers`, object['attributedTo']] : object['cc'],
    published: new Date(said.createdAt).toISOString(),
    object: announced ? object['id'] : object,
  }
}

/** Addresses end in our own id, whatever the hub's address was when they were written. */
const idIn = ({ objectId }: Pick<SaidRow, 'objectId'>): string => objectId.slice(-36)

/** A page's entries in one query, what others think of them in another; comments, of which members say few, one by one. */
async function objectsOf(reads: Reads, rows: readonly SaidRow[]): Promise<Map<string, JsonObject>> {
  const found = new Map<string, JsonObject>()
  const ids = [...new Set(rows.map(idIn))]
  if (ids.length === 0) return found
  const counts = await countsOf(reads, ids)
  for (const entry of await loadEntries(reads, {
    where: and(local(), inArray(entries.state, ['published', 'closed']), inArray(entries.id, ids)),
  })) {
    const voices = await voicesOf(reads.db, entry)
    const { id } = entry.envelope
    if (voices !== null) found.set(id, entryObject(reads, whole(entry), voices, counts.get(id)))
  }
  for (const said of await announcedTopics(reads, rows)) found.set(said.id, said)
  for (const said of await announcedOrganisations(reads, rows)) found.set(said.id, said)
  for (const id of ids.filter((one) => !found.has(one))) {
    const comment = await commentObject(reads, id)
    if (comment !== null) found.set(id, comment.object)
  }
  return found
}

async function announcedTopics({ db }: Reads, rows: readonly SaidRow[]) {
  const ids = rows.flatMap(({ type, objectId }) => (type === 'Announce' ? [objectId] : []))
  if (ids.length === 0) return []
  const found = await db.read
    .select({ id: entries.apId, author: actors.id })
    .from(entries)
    .innerJoin(actors, eq(actors.n, entries.originN))
    .where(
      and(inArray(entries.apId, ids), isNull(entries.viaN), inArray(entries.state, ['published', 'closed'])),
    )
  return found.flatMap(({ id, author }) => (id === null ? [] : [{ id, attributedTo: author }]))
}

/** Those which are still in the directory. */
async function announcedOrganisations({ db, hub }: Reads, rows: readonly SaidRow[]) {
  const paths = rows.flatMap(({ type, objectId }) =>
    type === 'Announce' && objectId.startsWith(`${hub.origin}/ap/actors/`)
      ? [objectId.slice(hub.origin.length)]
      : [],
  )
  if (paths.length === 0) return []
  const found = await db.read
    .select({ id: actors.id })
    .from(actors)
    .innerJoin(entries, eq(entries.id, actors.entryId))
    .where(
      and(
        ...[inArray(actors.id, paths), eq(actors.local, true), isNull(actors.deletedAt)],
        inArray(entries.state, ['published', 'closed']),
      ),
    )
  return found.map(({ id }) => ({ id: hub.origin + id, attributedTo: hub.origin + id }))
}
