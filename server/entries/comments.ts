import { and, asc, eq, inArray, or, sql, type SQL } from 'drizzle-orm'
import type { Database, Statement, Step } from '../../db/open.ts'
import { users } from '../../db/schema/accounts.ts'
import { comments, events } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import type { Viewer, Visitor } from '../accounts/viewer.ts'
import { hasRole } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import type { Envelope } from '../kinds/envelope.ts'
import { Refusal } from '../refusal.ts'
import { escapeHtml } from '../text/html.ts'
import { renderMarkdown } from '../text/markdown.ts'
import { plainLine } from '../text/plain-line.ts'
import type { Comment, CommentState } from './comment.ts'
import { isPublic, takesAnswers } from './entry.ts'
import { heldBecause, heldFor, type Held } from './holding.ts'
import { unusedId } from './store.ts'
import { takenBack } from './taken-back.ts'
import { aboutPassage } from './versions.ts'

export type { Comment, CommentState } from './comment.ts'

/** Of a warning: one line. */
export const longestWarning = 200

/** How many answers stand on one page. */
export const threadSize = 200

/** A page of an entry's answers, oldest first. Held and hidden ones are for their author and for moderators. */
export const thread = (db: Database, viewer: Visitor, entryN: number, page = 1): Promise<Comment[]> =>
  loadComments(db, and(eq(comments.entryN, entryN), visibleTo(viewer)), threadSize, (page - 1) * threadSize)

/** How many pages of a thread this reader has. */
export const threadPages = async (db: Database, viewer: Visitor, entryN: number): Promise<number> =>
  Math.ceil((await count(db, and(eq(comments.entryN, entryN), visibleTo(viewer)))) / threadSize)

/** On which of them an answer stands. */
export async function threadPageOf(
  db: Database,
  viewer: Visitor,
  { entryN, publishedAt, n }: Pick<Comment, 'entryN' | 'publishedAt' | 'n'>,
): Promise<number> {
  const before = sql`(${comments.publishedAt}, ${comments.n}) < (${publishedAt}, ${n})`
  const earlier = await count(db, and(eq(comments.entryN, entryN), before, visibleTo(viewer)))
  return 1 + Math.floor(earlier / threadSize)
}

export const commentById = async (db: Database, viewer: Visitor, id: string): Promise<Comment | undefined> =>
  (await loadComments(db, and(eq(comments.id, id), visibleTo(viewer)), 1))[0]

/** Those of these that this reader sees. */
export const commentsAt = async (db: Database, viewer: Visitor, ns: readonly number[]): Promise<Comment[]> =>
  ns.length === 0 ? [] : loadComments(db, and(inArray(comments.n, [...ns]), visibleTo(viewer)), ns.length)

/** All that waits for a moderator. */
export const heldComments = (db: Database): Promise<Comment[]> =>
  loadComments(db, eq(comments.state, 'held'), 100)

const visibleTo = (viewer: Visitor) => {
  if (hasRole(viewer, 'moderator')) return undefined
  return or(
    eq(comments.state, 'shown'),
    viewer === null ? undefined : and(eq(comments.userId, viewer.id), eq(comments.state, 'held')),
  )
}

async function loadComments(
  db: Database,
  where: SQL | undefined,
  limit: number,
  offset = 0,
): Promise<Comment[]> {
  const rows = await db.read
    .select({
      comment: comments,
      handle: actors.handle,
      host: actors.host,
      actorUrl: actors.url,
      actorId: actors.id,
      iconUrl: actors.iconUrl,
      pictureId: users.pictureId,
    })
    .from(comments)
    .leftJoin(actors, eq(actors.n, comments.actorN))
    .leftJoin(users, eq(users.id, comments.userId))
    .where(where)
    .orderBy(asc(comments.publishedAt), asc(comments.n))
    .limit(limit)
    .offset(offset)
  return rows.map(({ comment, handle, host, actorUrl, actorId, iconUrl, pictureId }) => ({
    ...comment,
    author: {
      name: comment.authorName,
      handle: handle === null ? null : host === null || host === '' ? `@${handle}` : `@${handle}@${host}`,
      url: actorUrl ?? actorId,
      iconUrl: comment.userId === null ? iconUrl : null,
      pictureId,
      local: comment.userId !== null,
    },
  }))
}

/** A member answers. `id` comes from the form: sent twice, it is one comment. Says whether it waits to be read. */
export async function writeComment(
  deps: Deps,
  viewer: Viewer,
  entry: Pick<Envelope, 'n' | 'kind' | 'state' | 'language'>,
  written: {
    id: string
    parentId: string | null
    body: string
    /** What it warns of: the words are covered until somebody asks for them. */
    summary?: string
    passage?: number | null
  },
): Promise<'shown' | 'held'> {
  if (!isPublic(entry.state)) throw new Refusal('absent', 'There is no such entry.')
  const known = await commentById(deps.db, viewer, written.id)
  if (known !== undefined) return known.state === 'held' ? 'held' : 'shown'
  if (!takesAnswers(entry)) throw new Refusal('conflict', 'This topic is closed: it takes no more answers.')
  const parent = written.parentId === null ? undefined : await commentById(deps.db, viewer, written.parentId)
  if (written.parentId !== null && parent?.entryN !== entry.n)
    throw new Refusal('absent', 'The comment you answer is no longer there.')
  const actorN = await memberActor(deps.db, viewer.id)
  const html = renderMarkdown(written.body, entry.language)
  const summary = plainLine(escapeHtml(written.summary ?? ''), longestWarning)
  const publishes = hasRole(viewer, 'editor') || viewer.memberships.some(({ role }) => role === 'editor')
  const trusted = publishes || hasRole(viewer, 'moderator')
  const held: Held | null =
    parent?.state === 'held'
      ? { rule: 'thread', detail: '' }
      : await heldBecause(deps, { actorN: null, trusted, html, more: summary })
  const now = deps.now()
  await deps.db.write([
    unusedId(written.id),
    deps.db.make.insert(comments).values({
      id: written.id,
      entryN: entry.n,
      parentN: parent?.n ?? null,
      userId: viewer.id,
      actorN,
      authorName: viewer.name,
      summary,
      body: written.body,
      html,
      language: entry.language,
      state: held === null ? 'shown' : 'held',
      heldFor: held === null ? null : heldFor(held),
      publishedAt: now,
    }),
    ...(written.passage === null || written.passage === undefined
      ? []
      : [aboutPassage(deps.db, written.id, entry.n, written.passage)]),
    // What waits has not been said yet: it leaves when a moderator shows it.
    ...(actorN === null || held !== null ? [] : [tell(deps, 'comment.published', written.id, now)]),
  ])
  return held === null ? 'shown' : 'held'
}

export const only = (id: string): Statement => ({ sql: 'SELECT n FROM comments WHERE id = ?', args: [id] })

/** Gone for everybody, whoever asked: its author or a moderator. What was federated is taken back. */
export const eraseComment = (deps: Deps, { id }: Pick<Comment, 'id'>, now: number): Step[] => [
  ...takenBack(deps, only(id), now),
  deps.db.make
    .update(comments)
    .set({ state: 'deleted', body: '', html: '', summary: '', authorName: '', updatedAt: now })
    .where(eq(comments.id, id)),
]

export const setCommentState = (db: Database, id: string, state: CommentState): Step[] => [
  db.make.update(comments).set({ state, heldFor: null }).where(eq(comments.id, id)),
]

/** How many answers an entry shows. */
export const countComments = (db: Database, entryN: number): Promise<number> =>
  count(db, and(eq(comments.entryN, entryN), eq(comments.state, 'shown')))

/** How many each of these shows, as long as everybody may read it. */
export async function shownAnswers(db: Database, entryNs: readonly number[]): Promise<Map<number, number>> {
  if (entryNs.length === 0) return new Map()
  const { rows } = await db.query(
    `SELECT n, (SELECT count(*) FROM comments WHERE entry_n = entries.n AND state = 'shown') AS count FROM entries
    WHERE n IN (SELECT value FROM json_each(?)) AND state IN ('published', 'closed')`,
    [JSON.stringify(entryNs)],
  )
  return new Map(rows.map((row) => [Number(row['n']), Number(row['count'])]))
}

const count = (db: Database, where: SQL | undefined): Promise<number> => db.read.$count(comments, where)

/** The account through which other servers hear a member; null: they have chosen none. */
export async function memberActor(db: Database, userId: string): Promise<number | null> {
  const [row] = await db.read.select({ n: users.actorN }).from(users).where(eq(users.id, userId))
  return row?.n ?? null
}

const tell = (deps: Deps, type: string, subject: string, now: number): Step =>
  deps.db.make.insert(events).values({ type, subject, activityId: deps.newId(), createdAt: now })
