import { and, eq } from 'drizzle-orm'
import type { Step } from '../../../db/open.ts'
import { activities, actors } from '../../../db/schema/federation.ts'
import type { Entry } from '../../entries/load.ts'
import { isNetwork } from '../../networks/commands.ts'
import { endMembershipsOf } from '../../networks/store.ts'
import { actorDocument } from '../actor-document.ts'
import { companions } from '../memberships/received.ts'
import {
  actorOfEntry,
  actorOfRole,
  freeHandle,
  isHandle,
  newActor,
  type LocalActor,
} from '../local-actors.ts'
import type { DomainEvent } from '../outbound.ts'
import type { FederationDeps } from '../room.ts'
import { PUBLIC } from '../vocabulary.ts'
import type { Outgoing } from './outgoing.ts'

/**
 * A hosted organisation is an actor: publishing its entry makes it, revising tells its followers, withdrawing
 * says goodbye first and answers 410 after (Mastodon suspends for good on a 410: never before it is meant).
 */
export async function organisationActivities(
  deps: FederationDeps,
  event: DomainEvent,
  entry: Entry,
): Promise<{ steps: Step[]; outgoing: Outgoing[] }> {
  const actor = await actorOfEntry(deps.db, entry.envelope.id)
  if (event.type === 'entry.withdrawn')
    return actor === undefined
      ? nothing
      : { steps: forget(deps, actor, event), outgoing: [await goodbye(deps, event, actor)] }
  const hub = await actorOfRole(deps.db, 'hub')
  const type = typeOf(entry)
  if (actor !== undefined) {
    const steps = actor.type === type ? [] : [retyped(deps, actor, type)]
    const told = [await renewed(deps, event, { ...actor, type })]
    if (hub === undefined) return { steps, outgoing: told }
    // Other hubs have it by our word, and not because they follow it.
    const wider = told.map((one) => ({ ...one, followersOf: [actor, hub] }))
    return { steps, outgoing: [...wider, ...(await announced(deps, event, hub, actor.id))] }
  }
  const wanted = entry.fields?.['handle']
  const handle = await freeHandle(
    deps.db,
    typeof wanted === 'string' && isHandle(wanted) ? wanted : entry.envelope.title,
  )
  const { title, id } = entry.envelope
  const steps = await newActor(deps, {
    role: 'organisation',
    type,
    handle,
    name: title,
    entryId: id,
  })
  return {
    steps,
    outgoing: hub === undefined ? [] : await announced(deps, event, hub, `/ap/actors/${handle}`),
  }
}

/**
 * Once: that this organisation is in our directory. Hubs that follow us fetch it and put it into theirs; Mastodon boosts
 * no actors and passes over it.
 */
async function announced(
  deps: FederationDeps,
  event: DomainEvent,
  hub: LocalActor,
  path: string,
): Promise<Outgoing[]> {
  const { origin } = deps.hub
  const objectId = origin + path
  const before = and(eq(activities.objectId, objectId), eq(activities.type, 'Announce'))
  if (hub.movedTo !== null || (await deps.db.read.$count(activities, before)) > 0) return []
  const id = `/ap/activities/${event.activityId}-hub`
  const body = await deps.apex.activity('Announce', origin + hub.id, [PUBLIC], {
    id: origin + id,
    object: objectId,
    cc: [`${origin}${hub.id}/followers`, objectId],
    published: new Date(event.createdAt).toISOString(),
  })
  const said = { id, actor: hub, type: 'Announce', objectId, public: true, body }
  return [{ ...said, followersOf: [hub], inboxes: [] }]
}

const nothing = { steps: [], outgoing: [] }

/** A network is a Group, which gathers others; its followers are told when it becomes one, or is one no more. */
const typeOf = (entry: Entry): 'Group' | 'Organization' => (isNetwork(entry) ? 'Group' : 'Organization')

const retyped = ({ db }: FederationDeps, actor: LocalActor, type: string): Step =>
  db.make.update(actors).set({ type }).where(eq(actors.n, actor.n))

/** Its memberships go with it: its Delete tells the others. */
const forget = ({ db }: FederationDeps, actor: LocalActor, event: DomainEvent): Step[] => [
  ...endMembershipsOf(actor.n),
  db.make.update(actors).set({ deletedAt: event.createdAt }).where(eq(actors.n, actor.n)),
]

async function goodbye(deps: FederationDeps, event: DomainEvent, actor: LocalActor): Promise<Outgoing> {
  return {
    ...(await about(deps, event, actor, 'Delete', deps.hub.origin + actor.id)),
    everywhere: true,
    inboxes: await companions(deps, actor.n),
  }
}

/** Its name or its facts changed: the whole document again. */
export async function renewed(
  deps: FederationDeps,
  event: DomainEvent,
  actor: LocalActor,
): Promise<Outgoing> {
  return about(deps, event, actor, 'Update', await actorDocument(deps, actor))
}

async function about(
  deps: FederationDeps,
  event: DomainEvent,
  actor: LocalActor,
  type: 'Update' | 'Delete',
  object: string | Record<string, unknown>,
): Promise<Outgoing> {
  const { origin } = deps.hub
  const id = `/ap/activities/${event.activityId}`
  return {
    id,
    actor,
    type,
    objectId: origin + actor.id,
    public: false,
    body: await deps.apex.activity(type, origin + actor.id, [PUBLIC], {
      id: origin + id,
      object,
      cc: [`${origin}${actor.id}/followers`],
      published: new Date(event.createdAt).toISOString(),
    }),
    followersOf: [actor],
    inboxes: [],
  }
}

/** An actor of ours is gone (a member who left): told while its key still signs. */
export const farewell = goodbye
