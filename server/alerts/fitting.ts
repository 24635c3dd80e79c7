import { hasRole, type Visitor } from '../accounts/viewer.ts'
import type { Envelope } from '../kinds/envelope.ts'
import type { Wanted } from './queries.ts'

/** The lots of tenders that fit an organisation, by `server/matching`. */
export const fitting = (organisationId: string): Wanted => ({ kind: 'tender', query: '', organisationId })

/** Those who publish for it, and for the hub: what an organisation could take is its own affair before it is others'. */
export const mayBeTold = (viewer: Visitor, { id, origin }: Pick<Envelope, 'id' | 'origin'>): boolean =>
  viewer !== null &&
  origin === null &&
  (hasRole(viewer, 'editor') ||
    viewer.memberships.some(({ organisationId, role }) => organisationId === id && role === 'editor'))
