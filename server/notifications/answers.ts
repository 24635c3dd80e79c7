import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import type { Step } from '../../db/open.ts'
import { users } from '../../db/schema/accounts.ts'
import { comments, entries } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import type { Deps } from '../deps.ts'
import { tellOf, those } from './insert.ts'
import { namedIn } from './mentions.ts'

/**
 * Whom new answers concern, the nearest reason first: who is answered, who wrote the entry, who is named, who follows.
 * Those that wait for a moderator are told of too, and seen once they are shown (`queries.ts`).
 */
export async function tellOfAnswers(
  deps: Pick<Deps, 'db' | 'hub' | 'now'>,
  after: number,
  limit: number,
): Promise<{ steps: Step[]; read: number | null }> {
  const parents = await newAnswers(deps, after, limit)
  const steps: Step[] = []
  for (const { comment, parentUser, authorId } of parents) {
    const { n, entryN, userId, actorN } = comment
    const stranger = userId === null ? actorN : null
    const about = { fact: `comment ${n}`, commentN: n, entryN, not: userId, stranger }
    const tell = (told: Pick<Parameters<typeof tellOf>[0], 'topic' | 'why' | 'to'>): Step =>
      tellOf({ ...about, ...told }, deps.now())
    if (parentUser !== null) steps.push(tell({ topic: 'answer', why: 'to-comment', to: those([parentUser]) }))
    if (authorId !== null) steps.push(tell({ topic: 'answer', why: 'to-entry', to: those([authorId]) }))
    const named = await membersNamed(deps, comment)
    if (named.length > 0) steps.push(tell({ topic: 'mention', why: '', to: those(named) }))
    const followers = {
      sql: `SELECT user_id FROM watched_entries WHERE entry_n = ? AND what = 'answers'`,
      args: [entryN],
    }
    steps.push(tell({ topic: 'discussion', why: '', to: followers }))
    if (comment.state === 'held') steps.push(tell({ topic: 'duty', why: 'held', to: moderators }))
  }
  return { steps, read: parents.at(-1)?.comment.n ?? null }
}

export const moderators = {
  sql: `SELECT id FROM users WHERE role IN ('admin', 'moderator')`,
  args: [],
}

async function newAnswers({ db }: Pick<Deps, 'db'>, after: number, limit: number) {
  const rows = await db.read
    .select({ comment: comments, authorId: entries.authorId })
    .from(comments)
    .innerJoin(entries, eq(entries.n, comments.entryN))
    .where(gt(comments.n, after))
    .orderBy(asc(comments.n))
    .limit(limit)
  const ns = rows.flatMap(({ comment }) => comment.parentN ?? [])
  const answered =
    ns.length === 0
      ? []
      : await db.read
          .select({ n: comments.n, userId: comments.userId })
          .from(comments)
          .where(inArray(comments.n, ns))
  const writers = new Map(answered.map(({ n, userId }) => [n, userId]))
  return rows.map((row) => ({ ...row, parentUser: writers.get(row.comment.parentN ?? 0) ?? null }))
}

/** Members whom other servers hear, by the names that an answer bears. */
async function membersNamed(
  { db, hub }: Pick<Deps, 'db' | 'hub'>,
  { html }: { html: string },
): Promise<string[]> {
  const handles = namedIn(html, hub.origin)
  if (handles.length === 0) return []
  const rows = await db.read
    .select({ id: users.id })
    .from(users)
    .innerJoin(actors, eq(actors.n, users.actorN))
    .where(and(inArray(actors.handle, handles), eq(actors.local, true)))
  return rows.map(({ id }) => id)
}
