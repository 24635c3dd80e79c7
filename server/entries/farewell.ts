import { eq } from 'drizzle-orm'
import type { Step } from '../../db/open.ts'
import { comments } from '../../db/schema/entries.ts'
import type { Deps } from '../deps.ts'
import { eraseComment } from './comments.ts'

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
