import { hasRole, roleIn, type Viewer, type Visitor } from '../accounts/viewer.ts'
import { Refusal } from '../refusal.ts'

// Who may do what with a call for partners: those who publish for an organisation act for it. Pure.

/** Speaks for this organisation. */
export const speaksFor = (viewer: Visitor, organisationId: string | null): boolean =>
  organisationId !== null && roleIn(viewer, organisationId) === 'editor'

export interface Party {
  leadId: string | null
  members: readonly { organisationId: string | null; state: string }[]
}

/** Reads what those who take part write: for the one that leads, and for each that was accepted. */
export const takesPart = (viewer: Visitor, { leadId, members }: Party): boolean =>
  speaksFor(viewer, leadId) ||
  members.some(({ organisationId, state }) => state === 'accepted' && speaksFor(viewer, organisationId))

/** Of the organisations that a viewer may name, those for which it may act. */
export function speaker(viewer: Visitor, organisationId: string | null): Viewer {
  if (viewer === null) throw new Refusal('unauthenticated', 'Log in first.')
  if (!speaksFor(viewer, organisationId))
    throw new Refusal('forbidden', 'You do not publish for this organisation.')
  return viewer
}

/** Whether there is any organisation this person could act for. */
export const speaksForSome = (viewer: Visitor): boolean =>
  hasRole(viewer, 'editor') || (viewer?.memberships.some(({ role }) => role === 'editor') ?? false)

/** The organisations that this person was given to edit, the hub's own people aside. */
export const editedBy = ({ memberships }: Viewer): string[] =>
  memberships.flatMap(({ organisationId, role }) => (role === 'editor' ? [organisationId] : []))
