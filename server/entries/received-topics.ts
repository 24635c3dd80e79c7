import { and, eq, inArray, isNull, ne } from 'drizzle-orm'
import { guardThat, type Database, type Statement, type Step } from '../../db/open.ts'
import { comments, entries } from '../../db/schema/entries.ts'
import type { Deps } from '../deps.ts'
import { safeHtml } from '../text/html.ts'
import { heldByRules } from './holding.ts'
import { receiveEntry, type ReceivedEntry } from './receive.ts'
import { anHourBefore, isTrue } from './received-comments.ts'
import * as store from './store.ts'
import { tell } from './tell.ts'
import { conversations } from './topics.ts'
import type { Entry } from './load.ts'

// Topics that people of other servers begin by naming our forum: nobody's following brought them, and they stay.

/** What strangers may leave here, so that moderators still see the others (interop.md §4.1, rule 29). */
export const mostTopics = { waitingOfHost: 50, waitingOfActor: 10, ofActorAnHour: 10 }

/** Whether an object is kept as a topic that somebody sent to the forum, and whose it is. */
export async function topicAt(db: Database, apId: string) {
  const { n, originN, state, title, summary, html } = entries
  const [row] = await db.read
    .select({ n, originN, state, title, summary, html })
    .from(entries)
    .where(and(eq(entries.apId, apId), isNull(entries.viaN), inArray(entries.kind, [...conversations])))
  return row
}

/**
 * A topic, or its author's other words for it. They are read by a moderator first where the hub's rule holds what this
 * author writes: it was the former words that were let through.
 */
export async function receiveTopic(
  deps: Deps,
  { aside = false, ...author }: { n: number; indexable: boolean; aside?: boolean },
  topic: ReceivedEntry,
): Promise<Step[]> {
  const known = await topicAt(deps.db, topic.apId)
  if (known !== undefined && known.originN !== author.n) return []
  const waits = known?.state === 'review'
  const said = { actorN: author.n, aside, html: topic.html, more: `${topic.title} ${topic.summary}` }
  const held =
    waits ||
    (!isSame(known, topic) &&
      ((await heldByRules(deps, said)) !== null || (await mustHold(deps, author.n, known?.n ?? 0))))
  const room = roomFor(deps, author.n, { another: known === undefined, held: held && !waits })
  if (!(await isTrue(deps.db, room))) return []
  const state = held ? 'review' : topic.state
  const steps = await receiveEntry(
    deps,
    { n: author.n, indexable: author.indexable, viaN: null },
    { ...topic, state },
  )
  // Asked again by the command: a hundred at once are a hundred.
  return steps.length === 0 ? [] : [guardThat(room), ...steps]
}

const isSame = (
  known: { title: string; summary: string; html: string } | undefined,
  { title, summary, html }: ReceivedEntry,
): boolean =>
  known !== undefined && known.title === title && known.summary === summary && known.html === safeHtml(html)

/** A moderator lets it through: everybody sees it, and the forum passes it on. */
export const acceptReceived = (deps: Deps, { envelope }: Entry, indexable: boolean): Step[] => [
  ...store.moveEntry(deps.db, envelope, { state: 'published' }),
  ...(indexable
    ? store.index(envelope.id, {
        ...envelope,
        tags: envelope.tags.map(({ label }) => label),
        more: [envelope.placeLabel ?? '', envelope.speaker?.name ?? ''],
      })
    : []),
  ...tell(deps, 'forum.due', envelope.apId, deps.now()),
]

export async function isIndexable(db: Database, n: number): Promise<boolean> {
  const [row] = await db.read.select({ is: entries.indexable }).from(entries).where(eq(entries.n, n))
  return row?.is === true
}

/** By the hub's rule: never, always, or until a topic or an answer of this author is shown. */
async function mustHold({ db, hub }: Deps, actorN: number, besides: number): Promise<boolean> {
  if (hub.settings.outsideTopics !== 'first') return hub.settings.outsideTopics !== 'never'
  const answered = and(eq(comments.actorN, actorN), eq(comments.state, 'shown'))
  if ((await db.read.$count(comments, answered)) > 0) return false
  const began = and(
    eq(entries.originN, actorN),
    isNull(entries.viaN),
    inArray(entries.kind, [...conversations]),
    eq(entries.state, 'published'),
    ne(entries.n, besides),
  )
  return (await db.read.$count(entries, began)) === 0
}

/** Whether one more of this actor may be kept, or may wait. */
function roomFor(
  deps: Pick<Deps, 'newId'>,
  actorN: number,
  { another, held }: { another: boolean; held: boolean },
): Statement & { args: (string | number)[] } {
  const ours = `entries.via_n IS NULL AND entries.kind IN (${conversations.map(() => '?').join()})`
  const recent = {
    sql: `(SELECT count(*) FROM entries WHERE origin_n = ? AND id >= ? AND ${ours}) < ?`,
    args: [actorN, anHourBefore(deps.newId()), ...conversations, mostTopics.ofActorAnHour],
  }
  const waiting = {
    sql: `(SELECT count(*) FROM entries WHERE origin_n = ? AND state = 'review' AND ${ours}) < ?
      AND (SELECT count(*) FROM entries JOIN actors ON actors.n = entries.origin_n
        WHERE state = 'review' AND ${ours} AND actors.host = (SELECT host FROM actors WHERE n = ?)) < ?`,
    args: [
      ...[actorN, ...conversations, mostTopics.waitingOfActor],
      ...[...conversations, actorN, mostTopics.waitingOfHost],
    ],
  }
  const asked = [...(another ? [recent] : []), ...(held ? [waiting] : [])]
  return {
    sql: `SELECT ${['1', ...asked.map((one) => one.sql)].join(' AND ')}`,
    args: asked.flatMap(({ args }) => args),
  }
}
