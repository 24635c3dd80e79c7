import type { Visitor } from '../accounts/viewer.ts'
import { hasRole, roleIn } from '../accounts/viewer.ts'
import type { Envelope, EntryState } from '../kinds/envelope.ts'
import { kindNamed } from '../kinds/index.ts'
import type { Kind } from '../kinds/kind.ts'

// Who may do what to an entry, and when. Pure: no database, no clock.

type Owned = Pick<Envelope, 'id' | 'kind' | 'state' | 'organisationId' | 'authorId' | 'origin'>

/** What an entry may become from each state. Withdrawn is for good: its address answers 410. */
const next: Readonly<Record<EntryState, readonly EntryState[]>> = {
  draft: ['review', 'published', 'withdrawn'],
  review: ['draft', 'published', 'withdrawn'],
  published: ['closed', 'withdrawn'],
  closed: ['published', 'withdrawn'],
  withdrawn: [],
  // Moderation's to decide, of whole servers and accounts.
  hidden: [],
}

export const canBecome = (from: EntryState, to: EntryState): boolean => next[from].includes(to)

export const isPublic = (state: EntryState): boolean => state === 'published' || state === 'closed'

/** Whoever may read it may answer it; but a discussion that was closed is over. */
export const takesAnswers = ({ kind, state }: Pick<Envelope, 'kind' | 'state'>): boolean =>
  isPublic(state) && !(state === 'closed' && kindNamed(kind)?.conversation === true)

/** Drafts are for their author and for those who could publish them; what is hidden, for those who moderate. */
export const mayRead = (viewer: Visitor, entry: Owned): boolean =>
  isPublic(entry.state) ||
  mayRevise(viewer, entry) ||
  (entry.state === 'hidden' && hasRole(viewer, 'moderator'))

/** Remote entries belong to their authors: nobody edits them here. */
export function mayRevise(viewer: Visitor, entry: Owned): boolean {
  if (viewer === null || entry.origin !== null || entry.state === 'withdrawn') return false
  const role = roleOn(viewer, entry)
  if (role === 'editor') return true
  return (role === 'contributor' || isOwnTopic(viewer, entry)) && isDraftOf(viewer, entry)
}

/** Once it is public, what was read by others is no longer changed by its author alone. */
const isDraftOf = (viewer: Visitor, { authorId, state }: Owned): boolean =>
  authorId === viewer?.id && !isPublic(state)

/** A conversation that this very person began here. */
export const isOwnTopic = (viewer: Visitor, { kind, origin, authorId }: Owned): boolean =>
  viewer !== null && origin === null && authorId === viewer.id && kindNamed(kind)?.conversation === true

export const mayPublish = (viewer: Visitor, entry: Owned): boolean =>
  entry.origin === null && roleOn(viewer, entry) === 'editor'

/** Over: said by its editors, and of a topic also by who began it. */
export const mayClose = (viewer: Visitor, entry: Owned): boolean =>
  mayPublish(viewer, entry) || isOwnTopic(viewer, entry)

/** An organisation's own page belongs to its people, whoever wrote it first. */
const roleOn = (viewer: Visitor, entry: Owned): 'editor' | 'contributor' | null =>
  viewer?.memberships.find(({ organisationId }) => organisationId === entry.id)?.role === 'editor'
    ? 'editor'
    : roleIn(viewer, entry.organisationId)

/** Who may begin an entry that speaks for this organisation (null: for the hub). */
export const mayDraft = (viewer: Visitor, organisationId: string | null): boolean =>
  roleIn(viewer, organisationId) !== null

/**
 * In whose name an entry is begun, or first published. What speaks for itself becomes an actor of this hub: it is
 * founded in nobody's name, and by the hub's own people; those of an organisation have no say in another.
 */
export const foundingRole = (
  viewer: Visitor,
  kind: Pick<Kind, 'section' | 'conversation'>,
  organisationId: string | null,
): 'editor' | 'contributor' | null =>
  roleIn(viewer, kind.section === null ? null : organisationId) ??
  // In their own name, anybody who is in may begin a conversation.
  (kind.conversation === true && organisationId === null && viewer !== null ? 'contributor' : null)

/** A moderator may take any public entry away; its editors always may. */
export const mayWithdraw = (viewer: Visitor, entry: Owned): boolean =>
  entry.origin === null &&
  entry.state !== 'withdrawn' &&
  (mayPublish(viewer, entry) ||
    isOwnTopic(viewer, entry) ||
    hasRole(viewer, 'moderator') ||
    (!isPublic(entry.state) && mayRevise(viewer, entry)))

/** Past its own closing date, or closed by hand. */
export const isOver = (entry: Pick<Envelope, 'state' | 'closesAt'>, now: number): boolean =>
  entry.state === 'closed' || (entry.closesAt !== null && entry.closesAt < now)
