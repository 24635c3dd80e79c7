import { and, eq } from 'drizzle-orm'
import type { Step } from '../../db/open.ts'
import { comments, tombstones } from '../../db/schema/entries.ts'
import type { RemoteActor } from './remote-actors.ts'
import type { FederationDeps } from './room.ts'

/** An answer of the sender's goes for good, as if it had never been: its id stays, and brings nothing back. */
export async function takeDown(
  { db }: Pick<FederationDeps, 'db'>,
  sender: Pick<RemoteActor, 'n'>,
  id: string,
  now: number,
): Promise<Step[]> {
  const own = and(eq(comments.apId, id), eq(comments.actorN, sender.n))
  const [known] = await db.read.select({ n: comments.n }).from(comments).where(own)
  return known === undefined
    ? []
    : [
        db.make.delete(comments).where(own),
        db.make.insert(tombstones).values({ id, formerType: 'Note', deletedAt: now }).onConflictDoNothing(),
      ]
}
