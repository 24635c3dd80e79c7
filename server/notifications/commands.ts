import { and, eq, isNull, lte } from 'drizzle-orm'
import { guardThat, type Step } from '../../db/open.ts'
import {
  notificationChoices,
  notifications,
  watchedEntries,
  watchedKinds,
} from '../../db/schema/notifications.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { choiceOf, type Watch } from './queries.ts'
import { periods, topics, type LetterRhythm, type Topic } from './topics.ts'

/** What one has read needs no letter any more. */
export async function markRead(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  viewer: Viewer,
  n: number,
): Promise<void> {
  await db.write([
    db.make
      .update(notifications)
      .set({ readAt: now(), mailedAt: now() })
      .where(and(eq(notifications.n, n), eq(notifications.userId, viewer.id), isNull(notifications.readAt))),
  ])
}

/** Up to the newest that stood on the page: what came since has not been seen. */
export async function markAllRead(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  viewer: Viewer,
  upTo: number,
): Promise<void> {
  const own = and(eq(notifications.userId, viewer.id), lte(notifications.n, upTo))
  await db.write([
    db.make
      .update(notifications)
      .set({ readAt: now(), mailedAt: now() })
      .where(and(own, isNull(notifications.readAt))),
  ])
}

/** More are no help to anybody. */
const mostWatched = 500

export async function watch(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  viewer: Viewer,
  entryN: number,
  what: Watch,
): Promise<void> {
  await db.write([
    guardThat({
      sql: 'SELECT (SELECT count(*) FROM watched_entries WHERE user_id = ?) < ?',
      args: [viewer.id, mostWatched],
    }),
    db.make
      .insert(watchedEntries)
      .values({ userId: viewer.id, entryN, what, createdAt: now() })
      .onConflictDoNothing(),
  ])
}

export async function unwatch(
  { db }: Pick<Deps, 'db'>,
  viewer: Viewer,
  entryN: number,
  what: Watch,
): Promise<void> {
  await db.write([
    db.make
      .delete(watchedEntries)
      .where(
        and(
          eq(watchedEntries.userId, viewer.id),
          eq(watchedEntries.entryN, entryN),
          eq(watchedEntries.what, what),
        ),
      ),
  ])
}

export interface Choosing {
  rhythm: LetterRhythm
  onPage: readonly Topic[]
  byMail: readonly Topic[]
  kinds: readonly string[]
}

/** All that stands on the page of choices, at once. Whoever chooses reads: a pause is over. */
export async function choose(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  viewer: Viewer,
  { rhythm, onPage, byMail, kinds }: Choosing,
): Promise<void> {
  const before = await choiceOf(db, viewer.id)
  const without = (chosen: readonly Topic[]) => topics.filter((topic) => !chosen.includes(topic)).join(' ')
  await db.write([
    ...choiceSaved(
      { db, now },
      viewer.id,
      { rhythm, notOnPage: without(onPage), notByMail: without(byMail) },
      before.rhythm !== rhythm,
    ),
    db.make.delete(watchedKinds).where(eq(watchedKinds.userId, viewer.id)),
    ...kinds.map((kind) =>
      db.make
        .insert(watchedKinds)
        .values({ userId: viewer.id, kind, createdAt: now() })
        .onConflictDoNothing(),
    ),
  ])
}

/** Of one topic, or of all: by whoever holds the link of a letter. */
export async function endLetters(
  deps: Pick<Deps, 'db' | 'now'>,
  userId: string,
  which: Topic | 'all',
): Promise<void> {
  const { rhythm, notOnPage, notByMail } = await choiceOf(deps.db, userId)
  const none =
    which === 'all' ? topics : topics.filter((topic) => topic === which || notByMail.includes(topic))
  await deps.db.write([
    // An account that went has nothing to be told.
    guardThat({ sql: 'SELECT EXISTS (SELECT 1 FROM users WHERE id = ?)', args: [userId] }),
    ...choiceSaved(
      deps,
      userId,
      {
        rhythm: which === 'all' ? 'never' : rhythm,
        notOnPage: notOnPage.join(' '),
        // Whoever wants letters again finds their topics as they were.
        notByMail: (which === 'all' ? notByMail : none).join(' '),
      },
      false,
    ),
    ...(which === 'all' ? [unmailed(deps, userId)] : [unmailed(deps, userId, which)]),
  ])
}

/** What waits for a letter that will not leave. */
const unmailed = ({ db, now }: Pick<Deps, 'db' | 'now'>, userId: string, topic?: Topic): Step =>
  db.make
    .update(notifications)
    .set({ mailedAt: now() })
    .where(
      and(
        eq(notifications.userId, userId),
        isNull(notifications.mailedAt),
        topic === undefined ? undefined : eq(notifications.topic, topic),
      ),
    )

function choiceSaved(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  userId: string,
  chosen: Pick<typeof notificationChoices.$inferInsert, 'rhythm' | 'notOnPage' | 'notByMail'>,
  isAnew: boolean,
): Step[] {
  const dueAt = now() + (chosen.rhythm === 'never' ? 0 : periods[chosen.rhythm])
  return [
    db.make
      .insert(notificationChoices)
      .values({ userId, ...chosen, dueAt })
      .onConflictDoUpdate({
        target: notificationChoices.userId,
        set: { ...chosen, failures: 0, pausedAt: null, ...(isAnew && { dueAt }) },
      }),
    ...(chosen.rhythm === 'never' ? [unmailed({ db, now }, userId)] : []),
  ]
}
