import { inArray, sql } from 'drizzle-orm'
import type { Step } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import { tombstones } from '../../db/schema/entries.ts'
import { commentAt, receiveComment } from '../entries/received-comments.ts'
import { receiveEntry, type ReceivedEntry } from '../entries/receive.ts'
import { kindOf } from '../kinds/index.ts'
import { becomesComment } from '../messages/receive.ts'
import { sameOrigin } from './address.ts'
import { isOurs, targetAt, type Target } from './addresses.ts'
import { climbLater, conversationLater, newConversation } from './conversations/promises.ts'
import { keepCallWords } from './groupings/words.ts'
import { keepMessage } from './keep-message.ts'
import { keepTopic } from './keep-topic.ts'
import type { Identified, NormalisedActor, NormalisedObject } from './normalise.ts'
import { entryOf, receivedEntry } from './received-entry.ts'
import { isWordless, receivedWords } from './received-words.ts'
import type { RemoteActor } from './remote-actors.ts'
import { standingOf, stillStands } from '../moderation/standing.ts'
import type { FederationDeps } from './room.ts'
import { earlyStone } from './stones.ts'
import { stillFollowed } from './subscribed.ts'
import { PUBLIC } from './vocabulary.ts'

/** The followed actor on whose word something joins the catalogue. */
export type Bringer = Pick<RemoteActor, 'n' | 'id'>

/**
 * An object that its author sent, or that was fetched from its own origin: an answer to something here becomes a
 * comment, what was sent to our forum a topic, an entry of someone we follow joins the catalogue, what else was sent to
 * us by name is a message to the editors, all else is dropped. Its id stands on the author's host and it names the
 * author (rule 8): one host cannot put words into another's mouth. Of who is set aside, all is kept and nothing shown.
 * What is not said to everybody is never shown on pages that everybody reads.
 */
export async function keepObject(
  deps: FederationDeps,
  author: RemoteActor,
  object: Identified<NormalisedObject>,
  {
    via,
    sent = false,
  }: {
    /** The followed actor on whose word it is kept as an entry; null: only answers are. */
    via: Bringer | null
    /** By its author, to us: what we looked for ourselves was said to nobody here. */
    sent?: boolean
  },
): Promise<Step[]> {
  if (!sameOrigin(object.id, author.id) || !object.attributedTo.includes(author.id)) return []
  const isPublic = isForAll(object)
  if (!isPublic && !sent) return []
  const standing = await standingOf(deps.db, author.id)
  if ((await isErased(deps, author, object.id)) || standing.refused) return []
  const answered =
    object.inReplyTo === null ? null : await targetAt(deps.db, deps.hub.origin, object.inReplyTo)
  if (isPublic && answered !== null)
    return keepAnswer(deps, { ...author, aside: standing.aside }, object, answered)
  const topic = isPublic && sent ? await keepTopic(deps, { ...author, aside: standing.aside }, object) : null
  if (topic !== null && topic.length === 0) return []
  if (topic !== null)
    return [
      stillStands([author.id], standing.aside),
      // Answers to it on other servers name their author, and not us.
      ...newConversation(deps, object.id, author.n),
      ...topic,
    ]
  const entry = isPublic && via !== null ? receivedEntry(object, deps.now()) : null
  if (entry === null || via === null) {
    if (!sent) return []
    const toCall = isPublic ? null : await keepCallWords(deps, author, object)
    if (toCall !== null) return toCall
    const steps = await keepMessage(deps, author, object, answered)
    const isLost = isPublic && answered === null && (steps.length > 0 || (await isInOurs(deps, object)))
    return isLost ? [...steps, ...climbFrom(deps, author, object)] : steps
  }
  const steps = await joinCatalogue(deps, author, entry, via, standing)
  // Before it is here: what is known already is read when it is time.
  return steps.length === 0 ? [] : [...newConversation(deps, entry.apId, author.n), ...steps]
}

async function joinCatalogue(
  deps: FederationDeps,
  author: RemoteActor,
  entry: ReceivedEntry,
  via: Bringer,
  standing: Awaited<ReturnType<typeof standingOf>>,
): Promise<Step[]> {
  const word = via.id === author.id ? standing : await standingOf(deps.db, via.id)
  if (word.refused) return []
  const aside = standing.aside || word.aside
  const from = { ...author, viaN: via.n, aside, rejectMedia: standing.rejectMedia }
  const steps = await receiveEntry(deps, from, entry)
  if (steps.length === 0) return []
  return [stillFollowed(via.n), stillStands([author.id, via.id], aside), ...steps]
}

/**
 * An organisation of another hub is its actor, and joins the directory on the word of whoever we follow there. It says
 * what it is in the same item as any entry; an actor without one is none.
 */
export async function keepOrganisation(
  deps: FederationDeps,
  author: RemoteActor,
  actor: Identified<NormalisedActor>,
  via: Bringer | null,
): Promise<Step[]> {
  const kind = actor.maillonItem === null ? undefined : kindOf(actor.raw)
  if (via === null || kind?.section !== null || actor.id !== author.id || !sameOrigin(actor.id, via.id))
    return []
  const standing = await standingOf(deps.db, author.id)
  if ((await isErased(deps, author, actor.id)) || standing.refused) return []
  const told = { ...actor, image: actor.icon, content: null, language: null, context: null, location: null }
  const entry = entryOf(kind, { ...told, tags: [], attachments: [], startTime: null }, deps.now())
  return entry === null ? [] : joinCatalogue(deps, author, entry, via, standing)
}

async function keepAnswer(
  deps: FederationDeps,
  author: RemoteActor & { aside: boolean },
  object: Identified<NormalisedObject>,
  { entryN, commentN, open }: Target,
): Promise<Step[]> {
  if (!open || (await commentAt(deps.db, object.id)) !== undefined) return []
  const said = receivedWords(deps, object)
  if (isWordless(said)) return []
  const steps = await receiveComment(deps, author, { ...said, entryN, parentN: commentN })
  if (steps.length === 0) return []
  return [
    stillStands([author.id], author.aside),
    ...steps,
    ...(await becomesComment(deps, object.id, author)),
    ...conversationLater(deps, entryN, author.n),
  ]
}

/** What lies between it and something here may have missed us. Until that is found, what names us is a message. */
const climbFrom = (
  deps: FederationDeps,
  author: RemoteActor,
  { id, inReplyTo }: Identified<NormalisedObject>,
): Step[] => (inReplyTo === null || isOurs(deps.hub.origin, inReplyTo) ? [] : climbLater(deps, id, author.n))

/** It names a conversation of ours as its own (FEP-7888): a claim, but enough to go and see. */
async function isInOurs(
  { db, hub }: FederationDeps,
  { id, context }: Identified<NormalisedObject>,
): Promise<boolean> {
  const [, entry] = /^(.+)\/context$/.exec(context ?? '') ?? []
  if (entry === undefined || !isOurs(hub.origin, entry) || (await commentAt(db, id)) !== undefined)
    return false
  return (await targetAt(db, hub.origin, entry)) !== null
}

export const isForAll = ({ to, cc }: Pick<NormalisedObject, 'to' | 'cc'>): boolean =>
  to.includes(PUBLIC) || cc.includes(PUBLIC)

const isErased = async ({ db }: FederationDeps, author: RemoteActor, id: string): Promise<boolean> => {
  const stones = await stonesOf(db).all({ id, early: earlyStone(author.id, id) })
  return stones.some(({ final }) => final)
}

const stonesOf = prepared((read) =>
  read
    .select({ final: tombstones.final })
    .from(tombstones)
    .where(inArray(tombstones.id, [sql.placeholder('id'), sql.placeholder('early')]))
    .prepare(),
)
