import { hasRole, required, type Viewer, type Visitor } from '../accounts/viewer.ts'

/** Those who answer for what the hub says, and those who keep its peace. */
export const mayReadMessages = (viewer: Visitor): boolean =>
  hasRole(viewer, 'editor') || hasRole(viewer, 'moderator')

/** One of them, or a refusal. */
export const correspondent = (viewer: Visitor): Viewer =>
  required(viewer, hasRole(viewer, 'moderator') ? 'moderator' : 'editor')
