import { inArray, sql } from 'drizzle-orm'
import type { Step } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import { tombstones } from '../../db/schema/entries.ts'
import { commentAt, receiveComment } from '../entries/received-comments.ts'
import { receiveEntry } from '../entries/receive.ts'
import { safeHtml } from '../text/html.ts'
import { plainLine } from '../text/plain-line.ts'
import { sameOrigin } from './address.ts'
import { targetAt } from './addresses.ts'
import { isBlocked } from './blocked.ts'
import type { Identified, NormalisedObject } from './normalise.ts'
import { receivedEntry } from './received-entry.ts'
import type { RemoteActor } from './remote-actors.ts'
import type { FederationDeps } from './room.ts'
import { earlyStone } from './stones.ts'
import { stillFollowed } from './subscribed.ts'
import { PUBLIC } from './vocabulary.ts'

/**
 * An object that its author sent, or that was fetched from its own origin: an answer to something here becomes a
 * comment, an entry of someone we follow joins the catalogue, all else is dropped. Its id stands on the author's
 * host and it names the author (rule 8): one host cannot put words into another's mouth. What is not said to
 * everybody is not kept: our pages are read by everybody.
 */
export async function keepObject(
  deps: FederationDeps,
  author: RemoteActor,
  object: Identified<NormalisedObject>,
  /** The followed actor on whose word it is kept as an entry; null: only answers are. */
  via: { n: number } | null,
): Promise<Step[]> {
  if (!sameOrigin(object.id, author.id) || !object.attributedTo.includes(author.id)) return []
  if (!isForAll(object)) return []
  if ((await isErased(deps, author, object.id)) || (await isBlocked(deps.db, author.id))) return []
  const answered =
    object.inReplyTo === null ? null : await targetAt(deps.db, deps.hub.origin, object.inReplyTo)
  if (answered !== null && (await commentAt(deps.db, object.id)) !== undefined) return []
  if (answered !== null)
    return receiveComment(deps, author, {
      ...comment(deps, object),
      entryN: answered.entryN,
      parentN: answered.commentN,
    })
  const entry = via === null ? null : receivedEntry(object, deps.now())
  if (entry === null || via === null) return []
  const steps = await receiveEntry(deps, { ...author, viaN: via.n }, entry)
  return steps.length === 0 ? [] : [stillFollowed(via.n), ...steps]
}

export const isForAll = ({ to, cc }: Pick<NormalisedObject, 'to' | 'cc'>): boolean =>
  to.includes(PUBLIC) || cc.includes(PUBLIC)

export const comment = (deps: FederationDeps, object: Identified<NormalisedObject>) => ({
  apId: object.id,
  url: object.url,
  html: safeHtml(object.content ?? ''),
  summary: plainLine(object.summary ?? '', 500),
  language: object.language,
  publishedAt: Math.min(Date.parse(object.published ?? '') || deps.now(), deps.now()),
})

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
