import { and, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import type { Step } from '../../db/open.ts'
import { comments, entries } from '../../db/schema/entries.ts'
import type { Deps } from '../deps.ts'
import { eraseComment, memberActor } from './comments.ts'
import { loadEntries } from './load.ts'
import { local } from './store.ts'
import { conversations } from './topics.ts'
import { withdrawal } from './withdrawal.ts'

/**
 * When a person's account is erased: their comments lose text and name, and stay as empty places, since
 * others have answered them. What had left for other servers is taken back.
 */
export async function eraseCommentsOf(deps: Deps, userId: string): Promise<Step[]> {
  const { db } = deps
  const written = await db.read.select({ id: comments.id }).from(comments).where(eq(comments.userId, userId))
  const now = deps.now()
  return [
    ...written.flatMap((comment) => eraseComment(deps, comment, now)),
    // Else they would go with the account, and the answers to them would hang in the air.
    db.make.update(comments).set({ userId: null }).where(eq(comments.userId, userId)),
  ]
}

/**
 * Topics that they began in their own name go too, with the answers, and their words: what an organisation says stays
 * with it. Those of them that are out are taken back everywhere.
 */
export async function withdrawTopicsOf(deps: Deps, userId: string): Promise<Step[]> {
  const { db } = deps
  const began = await loadEntries(deps, {
    where: and(
      local(),
      eq(entries.authorId, userId),
      inArray(entries.kind, [...conversations]),
      ne(entries.state, 'withdrawn'),
      or(isNull(entries.organisationId), eq(entries.voiceN, (await memberActor(db, userId)) ?? 0)),
    ),
    limit: 10_000,
  })
  const steps = await Promise.all(began.map((topic) => withdrawal(deps, userId, topic)))
  const nothing = { title: '', summary: '', body: '', html: '', unfinished: null }
  return [
    ...steps.flat(),
    ...began.map(({ envelope: { id } }) => db.make.update(entries).set(nothing).where(eq(entries.id, id))),
  ]
}
