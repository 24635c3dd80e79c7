import { and, eq } from 'drizzle-orm'
import type { Step } from '../../../db/open.ts'
import { entries } from '../../../db/schema/entries.ts'
import { eraseReceived } from '../../entries/receive.ts'
import { commentAt, reviseComment } from '../../entries/received-comments.ts'
import { comment, isForAll, keepObject } from '../keep-object.ts'
import type { Identified, NormalisedObject } from '../normalise.ts'
import { keepActor, type RemoteActor } from '../remote-actors.ts'
import type { FederationDeps } from '../room.ts'
import { isFollowed } from '../subscribed.ts'
import { addressed } from './create.ts'
import { comment as eraseComment } from './delete.ts'
import type { Said, Verb } from './verb.ts'

/** Only the stored owner changes a thing (Mastodon CVE-2024-23832); an actor changes itself, and no other. */
export const update: Verb = async (deps, said) => {
  const { activity, sender } = said
  const { object } = activity
  if (object === null || object.id === null) return []
  if (object.form === 'actor')
    return object.id === sender.id ? keepActor(deps, { ...object, id: object.id }) : []
  if (object.form !== 'object') return []
  const whole = addressed({ ...object, id: object.id }, activity)
  const steps = await revised(deps, said, whole)
  if (steps !== null) return steps
  // Said to fewer from now on: what is read by everybody here is taken down; said to all again, it may come back.
  if (!isForAll(whole)) return (await eraseReceived(deps, { apId: whole.id, originN: sender.n }, false)).steps
  return keepObject(deps, sender, whole, await viaOf(deps, sender, whole.id))
}

/**
 * A comment of this very sender, with its new words, unless newer ones are here. Said to fewer, it is taken down as
 * if it were deleted: no second Update brings it past a moderator who had hidden it. Null: it is no comment here.
 */
async function revised(
  deps: FederationDeps,
  said: Said,
  object: Identified<NormalisedObject>,
): Promise<Step[] | null> {
  const { sender, now } = said
  const known = await commentAt(deps.db, object.id)
  if (known === undefined) return null
  const isTheirs = known.actorN === sender.n && object.attributedTo.includes(sender.id)
  // What a moderator has erased stays erased.
  if (!isTheirs || known.state === 'deleted') return []
  const saidAt = Math.min(Date.parse(object.updated ?? object.published ?? '') || now, now)
  if (saidAt < known.saidAt) return []
  if (!isForAll(object)) return eraseComment(deps, said, object.id)
  const { html, summary, language } = comment(deps, object)
  return reviseComment(deps, { ...known, actorN: sender.n }, { html, summary, language, saidAt })
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
