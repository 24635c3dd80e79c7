import { inArray, sql } from 'drizzle-orm'
import type { Step } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import { tombstones } from '../../db/schema/entries.ts'
import { commentAt, receiveComment } from '../entries/received-comments.ts'
import { receiveEntry } from '../entries/receive.ts'
import { sameOrigin } from './address.ts'
import { targetAt, type Target } from './addresses.ts'
import { isBlocked } from './blocked.ts'
import { keepMessage } from './keep-message.ts'
import { keepTopic } from './keep-topic.ts'
import type { Identified, NormalisedObject } from './normalise.ts'
import { receivedEntry } from './received-entry.ts'
import { isWordless, receivedWords } from './received-words.ts'
import type { RemoteActor } from './remote-actors.ts'
import type { FederationDeps } from './room.ts'
import { earlyStone } from './stones.ts'
import { stillFollowed } from './subscribed.ts'
import { PUBLIC } from './vocabulary.ts'

/**
 * An object that its author sent, or that was fetched from its own origin: an answer to something here becomes a
 * comment, what was sent to our forum a topic, an entry of someone we follow joins the catalogue, what else was sent to
 * us by name is a message to the editors, all else is dropped. Its id stands on the author's host and it names the author (rule 8): one host cannot
 * put words into another's mouth. What is not said to everybody is never shown on pages that everybody reads.
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
    via: { n: number } | null
    /** By its author, to us: what we looked for ourselves was said to nobody here. */
    sent?: boolean
  },
): Promise<Step[]> {
  if (!sameOrigin(object.id, author.id) || !object.attributedTo.includes(author.id)) return []
  const isPublic = isForAll(object)
  if (!isPublic && !sent) return []
  if ((await isErased(deps, author, object.id)) || (await isBlocked(deps.db, author.id))) return []
  const answered =
    object.inReplyTo === null ? null : await targetAt(deps.db, deps.hub.origin, object.inReplyTo)
  if (isPublic && answered !== null) return keepAnswer(deps, author, object, answered)
  const topic = isPublic && sent ? await keepTopic(deps, author, object) : null
  if (topic !== null) return topic
  const entry = isPublic && via !== null ? receivedEntry(object, deps.now()) : null
  if (entry === null || via === null) return sent ? keepMessage(deps, author, object, answered) : []
  const steps = await receiveEntry(deps, { ...author, viaN: via.n }, entry)
  return steps.length === 0 ? [] : [stillFollowed(via.n), ...steps]
}

async function keepAnswer(
  deps: FederationDeps,
  author: RemoteActor,
  object: Identified<NormalisedObject>,
  { entryN, commentN, open }: Target,
): Promise<Step[]> {
  if (!open || (await commentAt(deps.db, object.id)) !== undefined) return []
  const said = receivedWords(deps, object)
  if (isWordless(said)) return []
  return receiveComment(deps, author, { ...said, entryN, parentN: commentN })
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
