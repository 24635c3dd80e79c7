import { and, eq, ne, sql } from 'drizzle-orm'
import { guardThat, type Database, type Statement, type Step } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import { comments } from '../../db/schema/entries.ts'
import type { Deps } from '../deps.ts'
import { shortenedTo } from '../kinds/content.ts'
import { safeHtml } from '../text/html.ts'

// Answers from other servers: what of them is kept, and what waits for a moderator.

/** What strangers may leave here, so that moderators still see the others (interop.md §4.1, rule 29). */
export const mostAnswers = { waitingOfHost: 50, waitingOfActor: 10, ofActorAnHour: 30, bytes: 16 * 1024 }

interface Words {
  html: string
  summary: string
  language: string | null
}

/** An answer from another server. Returns the steps alone: the verb that received it adds its own. */
export async function receiveComment(
  deps: Deps,
  from: { n: number; name: string },
  received: Words & {
    apId: string
    url: string | null
    entryN: number
    parentN: number | null
    publishedAt: number
  },
): Promise<Step[]> {
  const held = await mustHold(deps, from.n, null)
  const room = roomFor(deps, from.n, { another: true, held })
  if (!(await isTrue(deps.db, room))) return []
  return [
    // Asked again by the command: a hundred at once are a hundred.
    guardThat(room),
    deps.db.make
      .insert(comments)
      .values({
        ...received,
        ...within(received),
        id: deps.newId(),
        actorN: from.n,
        authorName: from.name,
        state: held ? 'held' : 'shown',
        heldFor: held ? 'first-contact' : null,
      })
      .onConflictDoNothing(),
  ]
}

export type ReceivedComment = Words & {
  n: number
  actorN: number | null
  state: (typeof comments.$inferSelect)['state']
  /** When its author last said it. */
  saidAt: number
}

/**
 * Its author says it in other words. They are read by a moderator first where the hub's rule holds what this author
 * writes, since it was the former words that were let through; what is hidden stays hidden.
 */
export async function reviseComment(
  deps: Deps,
  known: ReceivedComment & { actorN: number },
  revised: Words & { saidAt: number },
): Promise<Step[]> {
  const { saidAt, ...words } = { ...revised, ...within(revised) }
  const isSame = words.html === known.html && words.summary === known.summary
  const held = !isSame && known.state === 'shown' && (await mustHold(deps, known.actorN, known.n))
  const room = roomFor(deps, known.actorN, { another: false, held })
  // The words that were let through stay, until there is room for others to wait.
  if (!(await isTrue(deps.db, room))) return []
  // A moderator may be hiding it at this very moment.
  const state = sql<'held'>`case when ${comments.state} = 'shown' then 'held' else ${comments.state} end`
  return [
    guardThat(room),
    deps.db.make
      .update(comments)
      .set({ ...words, updatedAt: saidAt, ...(held ? { state, heldFor: 'changed' } : {}) })
      .where(and(eq(comments.n, known.n), eq(comments.actorN, known.actorN))),
  ]
}

/** Longer ones are cut at a paragraph; the whole is read at home. */
const within = ({ html }: Words): { html: string } => ({
  html: safeHtml(shortenedTo(html, mostAnswers.bytes)),
})

/** By the hub's rule: never, always, or until another comment of this author is shown. */
export async function mustHold({ db, hub }: Deps, actorN: number, besides: number | null): Promise<boolean> {
  if (hub.settings.holdComments !== 'first') return hub.settings.holdComments === 'always'
  return (await shownOf(db).all({ actorN, besides: besides ?? 0 })).length === 0
}

const shownOf = prepared((read) =>
  read
    .select({ n: comments.n })
    .from(comments)
    .where(
      and(
        eq(comments.actorN, sql.placeholder('actorN')),
        eq(comments.state, 'shown'),
        ne(comments.n, sql.placeholder('besides')),
      ),
    )
    .limit(1)
    .prepare(),
)

/** Whether one more of this actor may be kept, or may wait. When it came is told by its id: authors date as they like. */
function roomFor(
  deps: Pick<Deps, 'newId'>,
  actorN: number,
  { another, held }: { another: boolean; held: boolean },
): Statement & { args: (string | number)[] } {
  const recent = {
    sql: '(SELECT count(*) FROM comments WHERE actor_n = ? AND id >= ?) < ?',
    args: [actorN, anHourBefore(deps.newId()), mostAnswers.ofActorAnHour],
  }
  const waiting = {
    sql: `(SELECT count(*) FROM comments WHERE actor_n = ? AND state = 'held') < ?
      AND (SELECT count(*) FROM comments JOIN actors ON actors.n = comments.actor_n
        WHERE comments.state = 'held' AND actors.host = (SELECT host FROM actors WHERE n = ?)) < ?`,
    args: [actorN, mostAnswers.waitingOfActor, actorN, mostAnswers.waitingOfHost],
  }
  const asked = [...(another ? [recent] : []), ...(held ? [waiting] : [])]
  return {
    sql: `SELECT ${['1', ...asked.map((one) => one.sql)].join(' AND ')}`,
    args: asked.flatMap(({ args }) => args),
  }
}

export const isTrue = async (db: Database, { sql: text, args }: Statement): Promise<boolean> =>
  (await db.query(text, args)).rows[0]?.[0] === 1

/** The first id that could have been made an hour before this one: a UUIDv7 begins with its moment (RFC 9562 §5.7). */
function anHourBefore(id: string): string {
  const at = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) - 3_600_000
  const hex = Math.max(at, 0).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}`
}

/** What is kept here of a remote comment, by its full id. */
export async function commentAt(db: Database, apId: string): Promise<ReceivedComment | undefined> {
  const [row] = await placeOf(db).all({ apId })
  return row === undefined ? undefined : { ...row, saidAt: row.updatedAt ?? row.publishedAt }
}

const placeOf = prepared((read) =>
  read
    .select({
      n: comments.n,
      actorN: comments.actorN,
      state: comments.state,
      html: comments.html,
      summary: comments.summary,
      language: comments.language,
      publishedAt: comments.publishedAt,
      updatedAt: comments.updatedAt,
    })
    .from(comments)
    .where(eq(comments.apId, sql.placeholder('apId')))
    .prepare(),
)
