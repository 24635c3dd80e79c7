import type { roles } from '../../db/schema/accounts.ts'
import type { Locale } from '../../views/language.tsx'
import { Refusal } from '../refusal.ts'

export type Role = (typeof roles)[number]

/** The person who asks, as far as every rule needs to know. Null is a visitor. */
export interface Viewer {
  id: string
  name: string
  email: string
  locale: Locale
  role: Role
  /** The hosted organisations this person speaks for. */
  memberships: { organisationId: string; role: 'editor' | 'contributor' }[]
  /** Of themselves, a row of `media`; null: they have none. */
  pictureId: string | null
  /** When the password was last typed, for pages that ask for it again. */
  sudoAt: number | null
}

export type Visitor = Viewer | null

/** admin ⊃ moderator, admin ⊃ facilitator, admin ⊃ editor ⊃ contributor ⊃ member. */
const includes: Readonly<Record<Role, readonly Role[]>> = {
  admin: ['admin', 'moderator', 'facilitator', 'editor', 'contributor', 'member'],
  moderator: ['moderator', 'member'],
  facilitator: ['facilitator', 'member'],
  editor: ['editor', 'contributor', 'member'],
  contributor: ['contributor', 'member'],
  member: ['member'],
}

export const hasRole = (viewer: Visitor, role: Role): boolean =>
  viewer !== null && includes[viewer.role].includes(role)

/** The viewer, or a refusal: 401 for a visitor who could log in, 403 for someone who may not. */
export function required(viewer: Visitor, role: Role): Viewer {
  if (viewer === null) throw new Refusal('unauthenticated', 'Log in first.')
  if (!includes[viewer.role].includes(role)) throw new Refusal('forbidden', `This needs the role ${role}.`)
  return viewer
}

/** The person's role inside one organisation; the hub itself is `null`, where only the hub's roles count. */
export function roleIn(viewer: Visitor, organisationId: string | null): 'editor' | 'contributor' | null {
  if (hasRole(viewer, 'editor')) return 'editor'
  const own = viewer?.memberships.find((membership) => membership.organisationId === organisationId)?.role
  return own ?? (hasRole(viewer, 'contributor') ? 'contributor' : null)
}
