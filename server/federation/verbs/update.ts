import { and, eq } from 'drizzle-orm'
import { comments, entries } from '../../../db/schema/entries.ts'
import { reviseMessage } from '../../messages/receive.ts'
import { messageWords } from '../keep-message.ts'
import { keepObject } from '../keep-object.ts'
import type { Identified, NormalisedObject } from '../normalise.ts'
import { receivedWords } from '../received-words.ts'
import { keepActor, type RemoteActor } from '../remote-actors.ts'
import type { FederationDeps } from '../room.ts'
import { isFollowed } from '../subscribed.ts'
import { addressed } from './create.ts'
import type { Verb } from './verb.ts'

/** Only the stored owner changes a thing (Mastodon CVE-2024-23832); an actor changes itself, and no other. */
export const update: Verb = async (deps, { activity, sender }) => {
  const { object } = activity
  if (object === null || object.id === null) return []
  if (object.form === 'actor')
    return object.id === sender.id ? keepActor(deps, { ...object, id: object.id }) : []
  if (object.form !== 'object') return []
  const whole = addressed({ ...object, id: object.id }, activity)
  return (
    (await revised(deps, sender, whole)) ??
    (await rewritten(deps, sender, whole)) ??
    keepObject(deps, sender, whole, { via: await viaOf(deps, sender, object.id), sent: true })
  )
}

/** A comment of this very sender, with its new words. */
async function revised(deps: FederationDeps, sender: RemoteActor, object: Identified<NormalisedObject>) {
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

/** A message of this very sender to the editors. */
async function rewritten(deps: FederationDeps, sender: RemoteActor, object: Identified<NormalisedObject>) {
  const steps = await reviseMessage(deps, sender, object.id, () => messageWords(deps, object))
  return steps === null || object.attributedTo.includes(sender.id) ? steps : []
}

/** An entry that we have was brought by someone we follow, not always by its author. */
async function viaOf({ db }: FederationDeps, sender: RemoteActor, id: string): Promise<{ n: number } | null> {
  const [known] = await db.read
    .select({ viaN: entries.viaN })
    .from(entries)
    .where(and(eq(entries.apId, id), eq(entries.originN, sender.n)))
  if (known !== undefined && known.viaN !== null && (await isFollowed(db, known.viaN)))
    return { n: known.viaN }
  return (await isFollowed(db, sender.n)) ? sender : null
}
