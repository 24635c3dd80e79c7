import { and, eq } from 'drizzle-orm'
import { comments } from '../../db/schema/entries.ts'
import type { Identified, NormalisedObject } from './normalise.ts'
import { receivedWords } from './received-words.ts'
import type { RemoteActor } from './remote-actors.ts'
import type { FederationDeps } from './room.ts'

/** A comment of this very sender, with its new words. */
export async function revised(
  deps: FederationDeps,
  sender: RemoteActor,
  object: Identified<NormalisedObject>,
) {
  const [known] = await deps.db.read
    .select({ n: comments.n, actorN: comments.actorN, state: comments.state })
    .from(comments)
    .where(eq(comments.apId, object.id))
  if (known === undefined) return null
  const { html, summary, language } = receivedWords(deps, object)
  // What a moderator has erased stays erased.
  const isTheirs = known.actorN === sender.n && object.attributedTo.includes(sender.id)
  return isTheirs && known.state !== 'deleted'
    ? [
        deps.db.make
          .update(comments)
          .set({ html, summary, language, updatedAt: deps.now() })
          .where(and(eq(comments.n, known.n), eq(comments.actorN, sender.n))),
      ]
    : []
}
