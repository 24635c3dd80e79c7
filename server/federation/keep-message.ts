import { eq } from 'drizzle-orm'
import type { Step } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { commentAt } from '../entries/received-comments.ts'
import { receiveMessage } from '../messages/receive.ts'
import { plainLine } from '../text/plain-line.ts'
import { isOurs, voicesAmong, type Target } from './addresses.ts'
import type { Identified, NormalisedObject } from './normalise.ts'
import { isWordless, receivedWords } from './received-words.ts'
import type { RemoteActor } from './remote-actors.ts'
import type { FederationDeps } from './room.ts'
import { PUBLIC } from './vocabulary.ts'

/** What people write to people. */
export const texts: ReadonlySet<string> = new Set(['Note', 'Article', 'Page', 'Question'])

/**
 * What names an actor of ours, and is neither an answer that everybody may read nor an entry, is a message to the
 * editors, said in public or to us alone. A hub's typed item is an entry, even of a kind that we do not know: it
 * speaks to its readers, whoever else it names. `answered` is what a private answer is about.
 */
export async function keepMessage(
  deps: FederationDeps,
  author: RemoteActor,
  object: Identified<NormalisedObject>,
  answered: Target | null,
): Promise<Step[]> {
  if (!texts.has(object.type) || object.maillonItem !== null) return []
  const named = await voicesAmong(deps.db, deps.hub.origin, [
    ...object.tags.flatMap(({ type, href }) => (type === 'Mention' && href !== null ? [href] : [])),
    // Who quotes us names whom they quote, and writes to their own readers (FEP-044f).
    ...(object.quote !== null && isOurs(deps.hub.origin, object.quote) ? [] : [...object.to, ...object.cc]),
  ])
  if (named.length === 0 || (await isSomethingElse(deps, object.id))) return []
  const words = messageWords(deps, object)
  // The name of a Note is none of its words: it may be an answer to a poll.
  if (isWordless(words) && (object.type === 'Note' || words.title === '')) return []
  return receiveMessage(deps, author, {
    ...words,
    addressed: named.map(({ handle }) => handle),
    public: [...object.to, ...object.cc].includes(PUBLIC),
    entryN: answered?.entryN ?? null,
  })
}

export const messageWords = (deps: FederationDeps, object: Identified<NormalisedObject>) => ({
  ...receivedWords(deps, object),
  title: plainLine(object.name ?? '', 200),
})

/** An entry that somebody else's word brought, or an answer, even one that a moderator erased. */
async function isSomethingElse({ db }: FederationDeps, apId: string): Promise<boolean> {
  if ((await commentAt(db, apId)) !== undefined) return true
  return (await db.read.$count(entries, eq(entries.apId, apId))) > 0
}
