import type { Visitor } from '../accounts/viewer.ts'
import { hasRole, roleIn } from '../accounts/viewer.ts'
import type { Envelope, EntryState } from '../kinds/envelope.ts'
import type { Kind } from '../kinds/kind.ts'

// Who may do what to an entry, and when. Pure: no database, no clock.

type Owned = Pick<Envelope, 'id' | 'state' | 'organisationId' | 'authorId' | 'origin'>

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
  return role === 'contributor' && entry.authorId === viewer.id && !isPublic(entry.state)
}

export const mayPublish = (viewer: Visitor, entry: Owned): boolean =>
  entry.origin === null && roleOn(viewer, entry) === 'editor'

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
  kind: Pick<Kind, 'section'>,
  organisationId: string | null,
): 'editor' | 'contributor' | null => roleIn(viewer, kind.section === null ? null : organisationId)

/** A moderator may take any public entry away; its editors always may. */
export const mayWithdraw = (viewer: Visitor, entry: Owned): boolean =>
  entry.origin === null &&
  entry.state !== 'withdrawn' &&
  (mayPublish(viewer, entry) ||
    hasRole(viewer, 'moderator') ||
    (!isPublic(entry.state) && mayRevise(viewer, entry)))

/** Past its own closing date, or closed by hand. */
export const isOver = (entry: Pick<Envelope, 'state' | 'closesAt'>, now: number): boolean =>
  entry.state === 'closed' || (entry.closesAt !== null && entry.closesAt < now)
