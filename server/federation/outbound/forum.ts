import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Step } from '../../../db/open.ts'
import { comments, entries } from '../../../db/schema/entries.ts'
import { activities, actors } from '../../../db/schema/federation.ts'
import { relays } from '../../../db/schema/forum.ts'
import { conversations } from '../../entries/topics.ts'
import { isBlocked } from '../blocked.ts'
import { isHeardWhole, readsActivities } from '../groups.ts'
import { isJsonObject } from '../json-object.ts'
import { actorOfRole, type LocalActor } from '../local-actors.ts'
import type { DomainEvent } from '../outbound.ts'
import { unsay } from '../outbox.ts'
import type { FederationDeps } from '../room.ts'
import { PUBLIC } from '../vocabulary.ts'
import type { Outgoing } from './outgoing.ts'
import { boxOf } from './participants.ts'
import { wrapped } from './wrapped.ts'

interface Expansion {
  steps: Step[]
  outgoing: Outgoing[]
}

/**
 * What others said in our forum, told on. A topic is announced once, by its address, to those who know nothing else; to
 * software of forums every activity goes as it came. Answers go to that software alone: to followers on Mastodon each
 * would be a boost. `forum.due`, `forum.gone`: the subject is the full id of the topic or answer.
 */
export async function forumActivities(deps: FederationDeps, event: DomainEvent): Promise<Expansion> {
  const forum = await actorOfRole(deps.db, 'forum')
  if (forum === undefined) return { steps: [], outgoing: [] }
  return event.type === 'forum.gone' ? undone(deps, event, forum) : due(deps, event, forum)
}

async function due(deps: FederationDeps, event: DomainEvent, forum: LocalActor): Promise<Expansion> {
  const { db } = deps
  const objectId = event.subject
  const said = await db.read
    .select({ relay: relays, actor: actors.id })
    .from(relays)
    .innerJoin(actors, eq(actors.n, relays.actorN))
    .where(eq(relays.objectId, objectId))
    .orderBy(asc(relays.n))
  const shown = await isShown(deps, objectId)
  const outgoing: Outgoing[] = []
  for (const { relay, actor } of (await isHeardWhole(db, forum)) ? said : []) {
    const activity: unknown = JSON.parse(relay.json)
    // Blocked, hidden or taken away since it was written down.
    if (!isJsonObject(activity) || (relay.type !== 'Delete' && !shown) || (await isBlocked(db, actor)))
      continue
    const id = `/ap/activities/${event.activityId}-${relay.n}`
    outgoing.push(await wrapped(deps, forum, activity, { id, objectId }))
  }
  const isWhole = said.some(({ relay }) => relay.type === 'Create')
  const bare = shown ? await announced(deps, event, forum, isWhole) : null
  const gone = said.map(({ relay }) => relay.n)
  return {
    steps: gone.length === 0 ? [] : [db.make.delete(relays).where(inArray(relays.n, gone))],
    outgoing: bare === null ? outgoing : [bare, ...outgoing],
  }
}

async function isShown({ db }: FederationDeps, id: string): Promise<boolean> {
  const answer = and(eq(comments.apId, id), eq(comments.state, 'shown'))
  const topic = and(eq(entries.apId, id), inArray(entries.state, ['published', 'closed']))
  return (await db.read.$count(comments, answer)) + (await db.read.$count(entries, topic)) > 0
}

/** Once, for a topic; its author is told that it is here. `isWhole`: others get the activity itself. */
async function announced(
  deps: FederationDeps,
  event: DomainEvent,
  forum: LocalActor,
  isWhole: boolean,
): Promise<Outgoing | null> {
  const { db, hub, apex } = deps
  const objectId = event.subject
  const [author] = await db.read
    .select({ id: actors.id, host: actors.host, inbox: actors.inbox, shared: actors.sharedInbox })
    .from(entries)
    .innerJoin(actors, eq(actors.n, entries.originN))
    .where(and(eq(entries.apId, objectId), isNull(entries.viaN), inArray(entries.kind, [...conversations])))
  if (author === undefined || (await announceOf(deps, forum, objectId)) !== undefined) return null
  if (await isBlocked(db, author.id)) return null
  const id = `/ap/activities/${event.activityId}`
  return {
    id,
    actor: forum,
    type: 'Announce',
    objectId,
    public: true,
    body: await apex.activity('Announce', hub.origin + forum.id, [PUBLIC], {
      id: hub.origin + id,
      object: objectId,
      cc: [`${hub.origin}${forum.id}/followers`, author.id],
      published: new Date(event.createdAt).toISOString(),
    }),
    followersOf: [forum],
    ...(isWhole ? { among: 'others' as const } : {}),
    inboxes: isWhole && (await readsActivities(db, author.host)) ? [] : boxOf(author),
  }
}

/** It is no longer here: those who had it from us are told to forget that. */
async function undone(deps: FederationDeps, event: DomainEvent, forum: LocalActor): Promise<Expansion> {
  const { hub, apex } = deps
  const objectId = event.subject
  const former = await announceOf(deps, forum, objectId)
  if (former === undefined) return { steps: [], outgoing: [] }
  const id = `/ap/activities/${event.activityId}`
  const me = hub.origin + forum.id
  return {
    steps: [unsay(deps, objectId)],
    outgoing: [
      {
        id,
        actor: forum,
        type: 'Undo',
        objectId,
        public: false,
        body: await apex.activity('Undo', me, [PUBLIC], {
          id: hub.origin + id,
          object: { id: hub.origin + former.id, type: 'Announce', actor: me, object: objectId },
          cc: [`${me}/followers`],
          published: new Date(event.createdAt).toISOString(),
        }),
        followersOf: [forum],
        among: 'others',
        inboxes: [],
      },
    ],
  }
}

async function announceOf({ db }: FederationDeps, forum: LocalActor, objectId: string) {
  const [row] = await db.read
    .select({ id: activities.id })
    .from(activities)
    .where(
      and(
        eq(activities.objectId, objectId),
        eq(activities.actorN, forum.n),
        eq(activities.type, 'Announce'),
        eq(activities.public, true),
      ),
    )
  return row
}
