import { and, eq } from 'drizzle-orm'
import type { Step } from '../../../db/open.ts'
import { entries } from '../../../db/schema/entries.ts'
import { actors } from '../../../db/schema/federation.ts'
import { eraseReceived } from '../../entries/receive.ts'
import { commentAt } from '../../entries/received-comments.ts'
import { reviseMessage } from '../../messages/receive.ts'
import { messageWords } from '../keep-message.ts'
import { isForAll, keepObject, keepOrganisation, type Bringer } from '../keep-object.ts'
import type { Identified, NormalisedObject } from '../normalise.ts'
import { answerLater, lookAgain } from '../promises.ts'
import { quoting } from '../quotes.ts'
import { relayLater } from '../relays.ts'
import { keepActor, type RemoteActor } from '../remote-actors.ts'
import { revised } from '../revised.ts'
import type { FederationDeps } from '../room.ts'
import { isFollowed } from '../subscribed.ts'
import { addressed } from './create.ts'
import type { Verb } from './verb.ts'

/**
 * Only the stored owner changes a thing (Mastodon CVE-2024-23832); an actor changes itself, and no other. What another
 * brings, they have said once: it may be brought late, to undo what they said since. Of themselves and of a comment we
 * do not know which is newer, so it is looked at where it stands.
 */
export const update: Verb = async (deps, said) => {
  const { activity, sender, provenAt } = said
  const { object } = activity
  const direct = provenAt === null
  if (object === null || object.id === null) return []
  if (object.form === 'actor') {
    if (object.id !== sender.id) return []
    if (!direct) return lookAgain(deps, sender)
    const actor = { ...object, id: object.id }
    const entry = await keepOrganisation(deps, sender, actor, await viaOf(deps, sender, actor.id))
    return [...keepActor(deps, actor), ...entry]
  }
  if (object.form !== 'object') return []
  if (!direct && (await commentAt(deps.db, object.id)) !== undefined)
    return answerLater(deps, object.id, sender.n)
  const whole = addressed({ ...object, id: object.id }, activity)
  const changed =
    (await revised(deps, sender, whole)) ??
    (await rewritten(deps, sender, whole, direct)) ??
    (await takenIn(deps, sender, whole, direct)) ??
    (await keepObject(deps, sender, whole, { via: await viaOf(deps, sender, object.id), sent: direct }))
  return [
    ...changed,
    ...(direct ? await quoting(deps, sender, whole) : []),
    ...(changed.length === 0 ? [] : relayLater(deps, said, object.id)),
  ]
}

/** A message of this very sender to the editors; brought by another, it may be an old one. */
async function rewritten(
  deps: FederationDeps,
  sender: RemoteActor,
  object: Identified<NormalisedObject>,
  direct: boolean,
) {
  const steps = await reviseMessage(deps, sender, object.id, () => messageWords(deps, object))
  return steps === null || (direct && object.attributedTo.includes(sender.id)) ? steps : []
}

/**
 * An entry that is said to fewer from now on: what is read by everybody here is taken down; said to all again, it may
 * come back. Null: it is none.
 */
async function takenIn(
  deps: FederationDeps,
  sender: RemoteActor,
  object: Identified<NormalisedObject>,
  direct: boolean,
): Promise<Step[] | null> {
  if (isForAll(object) || !direct) return null
  const { steps } = await eraseReceived(deps, { apId: object.id, originN: sender.n }, false)
  return steps.length === 0 ? null : steps
}

/** An entry that we have was brought by someone we follow, not always by its author. */
async function viaOf({ db }: FederationDeps, sender: RemoteActor, id: string): Promise<Bringer | null> {
  const [known] = await db.read
    .select({ n: actors.n, id: actors.id })
    .from(entries)
    .innerJoin(actors, eq(actors.n, entries.viaN))
    .where(and(eq(entries.apId, id), eq(entries.originN, sender.n)))
  if (known !== undefined && (await isFollowed(db, known.n))) return known
  return (await isFollowed(db, sender.n)) ? sender : null
}
