import { and, eq, lt, ne, or, sql } from 'drizzle-orm'
import type { Step } from '../../../db/open.ts'
import { entries } from '../../../db/schema/entries.ts'
import { actors, pins } from '../../../db/schema/federation.ts'
import { saidAndFeatured } from '../featured.ts'
import type { LocalActor } from '../local-actors.ts'
import type { FederationDeps } from '../room.ts'
import { PUBLIC } from '../vocabulary.ts'
import type { Outgoing } from './outgoing.ts'

/** What followers have to be told, and the note that they were: one command, or neither. */
export interface Repinned {
  steps: Step[]
  outgoing: Outgoing[]
}

interface Occasion {
  /** Of the activities, which get it with an ending of their own. */
  activityId: string
  at: number
  /** The entry that is told of now, and may be new to everybody. */
  entryId?: string
}

/**
 * Followers keep a list of their own of what is `featured`: a new follower on Mastodon sees nothing of a profile but
 * that (interop.md §1.2). Whatever happened to the entries, by somebody's hand or by their date, the difference
 * between what they were told and what is so now is told. What was not said yet is left for its own Create.
 */
export async function repinned(
  deps: FederationDeps,
  author: LocalActor,
  occasion: Occasion,
): Promise<Repinned> {
  const told = await deps.db.read
    .select({ id: pins.entryId, state: entries.state })
    .from(pins)
    .leftJoin(entries, eq(entries.id, pins.entryId))
    .where(eq(pins.actorN, author.n))
  const now = await saidAndFeatured(deps, author, occasion.entryId)
  const known = new Set(told.map(({ id }) => id))
  const fresh = now.filter((id) => !known.has(id)).toReversed()
  const over = told.filter(({ id }) => !now.includes(id))
  // Its Delete has already said it.
  const unpinned = over.filter(({ state }) => state !== null && state !== 'withdrawn').map(({ id }) => id)
  return {
    steps: [...taken(deps, author, over), ...kept(deps, author, fresh)],
    outgoing: await Promise.all([
      ...unpinned.map((id, place) => pin(deps, author, 'Remove', id, occasion, place)),
      ...fresh.map((id, place) => pin(deps, author, 'Add', id, occasion, place)),
    ]),
  }
}

/** Actors of ours whose followers were told of an entry that is not open any more. */
export async function actorsToRepin({ db, now }: FederationDeps): Promise<LocalActor[]> {
  const rows = await db.read
    .selectDistinct({ actor: actors })
    .from(pins)
    .innerJoin(actors, eq(actors.n, pins.actorN))
    .innerJoin(entries, eq(entries.id, pins.entryId))
    .where(or(ne(entries.state, 'published'), lt(entries.closesAt, now())))
  return rows.map(({ actor }) => actor)
}

/** When the next of them closes by its date. */
export async function nextUnpinning({ db }: FederationDeps): Promise<number | null> {
  const [row] = await db.read
    .select({ at: sql<number | null>`min(${entries.closesAt}) + 1` })
    .from(pins)
    .innerJoin(entries, eq(entries.id, pins.entryId))
  return row?.at ?? null
}

const taken = ({ db }: FederationDeps, author: LocalActor, over: readonly { id: string }[]): Step[] =>
  over.map(({ id }) => db.make.delete(pins).where(and(eq(pins.actorN, author.n), eq(pins.entryId, id))))

const kept = ({ db }: FederationDeps, author: LocalActor, ids: readonly string[]): Step[] =>
  ids.map((entryId) => db.make.insert(pins).values({ actorN: author.n, entryId }).onConflictDoNothing())

async function pin(
  deps: FederationDeps,
  author: LocalActor,
  type: 'Add' | 'Remove',
  entryId: string,
  { activityId, at }: Occasion,
  place: number,
): Promise<Outgoing> {
  const { origin } = deps.hub
  const id = `/ap/activities/${activityId}-${type.toLowerCase()}${place === 0 ? '' : `-${place + 1}`}`
  const objectId = `${origin}/ap/objects/${entryId}`
  return {
    id,
    actor: author,
    type,
    objectId,
    public: false,
    body: await deps.apex.activity(type, origin + author.id, [PUBLIC], {
      id: origin + id,
      object: objectId,
      target: `${origin}${author.id}/featured`,
      cc: [`${origin}${author.id}/followers`],
      published: new Date(at).toISOString(),
    }),
    followersOf: [author],
    inboxes: [],
  }
}
