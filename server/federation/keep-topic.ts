import type { Step } from '../../db/open.ts'
import { eq } from 'drizzle-orm'
import { entries } from '../../db/schema/entries.ts'
import { commentAt } from '../entries/received-comments.ts'
import { receiveTopic, topicAt } from '../entries/received-topics.ts'
import { kinds } from '../kinds/index.ts'
import { safeHtml } from '../text/html.ts'
import { plainLine } from '../text/plain-line.ts'
import { localPath } from './addresses.ts'
import { texts } from './keep-message.ts'
import { actorOfRole } from './local-actors.ts'
import type { Identified, NormalisedObject } from './normalise.ts'
import { entryOf } from './received-entry.ts'
import { isWordless } from './received-words.ts'
import type { RemoteActor } from './remote-actors.ts'
import type { FederationDeps } from './room.ts'

/**
 * What somebody says to everybody, answers nothing, and names our forum, begins a topic there: a post of Lemmy in our
 * community, a note of Mastodon that mentions it (FEP-1b12). Null: it is none, or the hub takes none from outside.
 */
export async function keepTopic(
  deps: FederationDeps,
  /** Set aside, whatever they begin waits. */
  author: RemoteActor & { aside: boolean },
  object: Identified<NormalisedObject>,
): Promise<Step[] | null> {
  if (!texts.has(object.type) || object.maillonItem !== null || object.inReplyTo !== null) return null
  const known = await topicAt(deps.db, object.id)
  if (known === undefined && !(await begins(deps, object))) return null
  const kind = kinds.find(({ conversation }) => conversation === true)
  const topic = kind === undefined ? null : entryOf(kind, object, deps.now(), titleIn(object.content ?? ''))
  return topic === null ? [] : receiveTopic(deps, author, topic)
}

async function begins(deps: FederationDeps, object: Identified<NormalisedObject>): Promise<boolean> {
  if (deps.hub.settings.outsideTopics === 'refused' || !(await namesForum(deps, object))) return false
  // The name of a Note is none of its words: it may be an answer to a poll.
  const said = { html: safeHtml(object.content ?? ''), summary: object.summary ?? '' }
  if (isWordless(said) && (object.type === 'Note' || object.name === null)) return false
  if ((await commentAt(deps.db, object.id)) !== undefined) return false
  return (await deps.db.read.$count(entries, eq(entries.apId, object.id))) === 0
}

async function namesForum(
  { db, hub }: FederationDeps,
  { tags, to, cc, audience }: NormalisedObject,
): Promise<boolean> {
  const forum = await actorOfRole(db, 'forum')
  const mentions = tags.flatMap(({ type, href }) => (type === 'Mention' && href !== null ? [href] : []))
  return [...mentions, ...to, ...cc, ...audience].some((iri) => localPath(hub.origin, iri) === forum?.id)
}

/** A Note has no title: its first line, without those whom it only calls. */
export function titleIn(html: string, most = 120): string {
  // A first line is found at the beginning, or not at all: the rest is not looked at.
  for (const block of safeHtml(html.slice(0, 4_000)).split(
    /<br\s*\/?>|<\/(?:p|li|h[1-6]|blockquote|pre|div)>/i,
  )) {
    const line = plainLine(block, 1_000).replace(/^(?:@\S+\s*)+/, '')
    if (line === '') continue
    const [short = line] =
      line.length <= most ? [line] : [`${line.slice(0, most - 1).replace(/\s+\S*$/, '')}…`]
    return short
  }
  return ''
}
