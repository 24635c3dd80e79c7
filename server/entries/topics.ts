import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { comments, entries } from '../../db/schema/entries.ts'
import { hasRole, type Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { kinds } from '../kinds/index.ts'
import { canBecome, foundingRole, isOwnTopic, isPublic } from './entry.ts'
import type { Entry } from './load.ts'

/** Kinds that any member may begin. */
export const conversations: readonly string[] = kinds
  .filter(({ conversation }) => conversation === true)
  .map(({ name }) => name)

type Asks = Pick<Deps, 'db' | 'hub'>

/** Whether a member's own topic appears at once: by the hub's rule, and in a name that is theirs to use. */
export async function mayOpen(deps: Asks, viewer: Viewer, { envelope, kind }: Entry): Promise<boolean> {
  if (!isOwnTopic(viewer, envelope) || envelope.publishedAt !== null) return false
  if (isPublic(envelope.state) || !canBecome(envelope.state, 'published')) return false
  if (foundingRole(viewer, kind, envelope.organisationId) === null) return false
  return !(await awaitsModerator(deps, viewer))
}

/** By the hub's rule: never, always, or until a topic or an answer of theirs is shown. */
export async function awaitsModerator({ db, hub }: Asks, viewer: Viewer): Promise<boolean> {
  if (hasRole(viewer, 'editor')) return false
  if (hub.settings.holdTopics !== 'first') return hub.settings.holdTopics === 'always'
  const shown = and(eq(comments.userId, viewer.id), eq(comments.state, 'shown'))
  if ((await db.read.$count(comments, shown)) > 0) return false
  const began = and(
    eq(entries.authorId, viewer.id),
    inArray(entries.kind, [...conversations]),
    inArray(entries.state, ['published', 'closed']),
  )
  return (await db.read.$count(entries, began)) === 0
}

/**
 * Who says a topic to other servers, settled when it is published: the member themselves, if they chose to be heard
 * there; else the organisation they write for, if it is hosted here; else nobody, and it is read on this hub alone, also
 * if they change their mind later.
 */
export const voiceOf = ({
  authorId,
  organisationId,
}: Pick<Entry['envelope'], 'authorId' | 'organisationId'>): SQL<number | null> => sql`coalesce(
    (select actors.n from users join actors on actors.n = users.actor_n
      where users.id = ${authorId} and actors.deleted_at is null),
    (select n from actors where entry_id = ${organisationId} and local = 1 and deleted_at is null))`
