import { and, eq, isNotNull, isNull, lt } from 'drizzle-orm'
import { guardThat, type Database, type Statement } from '../../db/open.ts'
import { tombstones } from '../../db/schema/entries.ts'
import { messages } from '../../db/schema/messages.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../refusal.ts'
import { correspondent } from './access.ts'

/** How long a handled message is kept, in days: long enough to look something up again, and then it is nobody's. */
export const keptDays = 90

/** Somebody saw to it. Who was first stays: two editors may press at the same moment. */
export async function markHandled(deps: Deps, viewer: Viewer, id: string): Promise<void> {
  correspondent(viewer)
  await found(deps.db, id)
  await deps.db.write([
    isThere(id),
    deps.db.make
      .update(messages)
      .set({ handledAt: deps.now(), handledBy: viewer.id })
      .where(and(eq(messages.id, id), isNull(messages.handledAt))),
  ])
}

export async function reopen(deps: Deps, viewer: Viewer, id: string): Promise<void> {
  correspondent(viewer)
  await found(deps.db, id)
  await deps.db.write([
    isThere(id),
    deps.db.make
      .update(messages)
      .set({ handledAt: null, handledBy: null })
      .where(and(eq(messages.id, id), isNotNull(messages.handledAt))),
  ])
}

/** Gone for good: sent again, it does not come back. Only its id stays, for that. */
export async function eraseMessage(deps: Deps, viewer: Viewer, id: string): Promise<void> {
  correspondent(viewer)
  const { apId } = await found(deps.db, id)
  await deps.db.write([
    deps.db.make
      .insert(tombstones)
      .values({ id: apId, deletedAt: deps.now() })
      .onConflictDoUpdate({ target: tombstones.id, set: { final: true } }),
    deps.db.make.delete(messages).where(eq(messages.id, id)),
  ])
}

/** What was handled long ago is forgotten. */
export async function forgetHandled({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<void> {
  const old = lt(messages.handledAt, now() - keptDays * 86_400_000)
  if ((await db.read.$count(messages, old)) > 0) await db.write([db.make.delete(messages).where(old)])
}

async function found(db: Database, id: string): Promise<{ apId: string }> {
  const [row] = await db.read.select({ apId: messages.apId }).from(messages).where(eq(messages.id, id))
  if (row === undefined) throw new Refusal('absent', 'There is no such message.')
  return row
}

const isThere = (id: string): Statement =>
  guardThat({ sql: 'SELECT EXISTS (SELECT 1 FROM messages WHERE id = ?)', args: [id] })
