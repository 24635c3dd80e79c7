import { and, eq, sql } from 'drizzle-orm'
import { comments } from '../../db/schema/entries.ts'
import { activities, actors, reactions } from '../../db/schema/federation.ts'
import { messages } from '../../db/schema/messages.ts'
import { reports } from '../../db/schema/moderation.ts'
import type { TestHub } from '../support/hub.ts'
import { followersOf, stateOf } from '../support/network.ts'
import type { Outcome } from './payloads.ts'

/** What a sample was about, once it has come. */
export interface Case {
  hub: TestHub
  senderId: string
  activityId: string
  objectId: string
}

/** What is in the database: true, or the words that were kept. */
export const outcomes: Record<Exclude<Outcome, 'nothing'>, (given: Case) => Promise<boolean | string>> = {
  'a follower of emplois': async (given) => (await isFollower(given)) && (await hasAnswered(given, 'Accept')),
  'no follower of emplois': async (given) => !(await isFollower(given)),
  'a comment': async (given) => (await commentOf(given)) ?? false,
  'no comment': async (given) => (await commentOf(given)) === undefined,
  'a like': (given) => hasReacted(given, 'like'),
  'no like': async (given) => !(await hasReacted(given, 'like')),
  'a boost': (given) => hasReacted(given, 'boost'),
  'no boost': async (given) => !(await hasReacted(given, 'boost')),
  news: (given) => entryOf(given, 'news'),
  'a topic': (given) => entryOf(given, 'topic'),
  'an event': (given) => entryOf(given, 'event'),
  'no entry': async ({ hub, objectId }) => (await hub.received(objectId)) === undefined,
  'a report': async ({ hub, senderId }) =>
    (await hub.deps.db.read.$count(reports, eq(reports.reporter, senderId))) > 0,
  'a yes': async ({ hub, senderId }) => (await stateOf(hub, senderId)) === 'accepted',
  'a no': async ({ hub, senderId }) => (await stateOf(hub, senderId)) === 'rejected',
  'a stamp': (given) => hasAnswered(given, 'Accept'),
  'a polite no': (given) => hasAnswered(given, 'Reject'),
  'a message': async ({ hub, objectId }) => {
    const [row] = await hub.deps.db.read.select().from(messages).where(eq(messages.apId, objectId))
    return row?.html ?? false
  },
  'a new name': async ({ hub, senderId }) => {
    const [row] = await hub.deps.db.read.select().from(actors).where(eq(actors.id, senderId))
    return row?.name ?? false
  },
}

const isFollower = async ({ hub, senderId }: Case): Promise<boolean> =>
  (await followersOf(hub, 'emplois')).includes(senderId)

async function hasReacted({ hub, senderId }: Case, type: 'like' | 'boost'): Promise<boolean> {
  const { read } = hub.deps.db
  const rows = await read
    .select({ n: reactions.n })
    .from(reactions)
    .innerJoin(actors, eq(actors.n, reactions.actorN))
    .where(and(eq(actors.id, senderId), eq(reactions.type, type)))
  return rows.length === 1
}

/** An answer of ours that holds their activity, and is under way. */
const hasAnswered = async ({ hub, senderId, activityId }: Case, type: string): Promise<boolean> =>
  (await hub.deps.db.read.$count(
    activities,
    and(
      eq(activities.objectId, senderId),
      eq(activities.type, type),
      sql`json_extract(${activities.json}, '$.object.id') = ${activityId}`,
    ),
  )) === 1

async function commentOf({ hub, objectId }: Case): Promise<string | undefined> {
  const [row] = await hub.deps.db.read.select().from(comments).where(eq(comments.apId, objectId))
  return row?.html
}

async function entryOf({ hub, objectId }: Case, kind: string): Promise<boolean | string> {
  const entry = await hub.received(objectId)
  return entry?.kind.name === kind && entry.envelope.title
}
