import type { Database } from '../../db/open.ts'
import { hasRole, type Viewer } from '../accounts/viewer.ts'
import { countReviews } from '../entries/queries.ts'
import { waitingFor } from '../groupings/queries.ts'
import { openInquiries } from '../inquiries/queries.ts'
import { waiting } from '../moderation/store.ts'

/**
 * What waits for this person, counted for the head of each of their pages: by indexes, and for those alone who can
 * do something about it. Visitors, whose pages are kept, are never counted for.
 */
export async function awaiting(db: Database, viewer: Viewer): Promise<{ desk: number; moderation: number }> {
  const desk =
    (await countReviews(db, viewer)) +
    (await openInquiries(db, viewer)) +
    (await waitingFor(db, editedBy(viewer)))
  if (!hasRole(viewer, 'moderator')) return { desk, moderation: 0 }
  const { comments, topics, reports, quotations } = await waiting(db)
  return { desk, moderation: comments + topics + reports + quotations }
}

const editedBy = ({ memberships }: Viewer): string[] =>
  memberships.flatMap(({ organisationId, role }) => (role === 'editor' ? [organisationId] : []))
