import { hasRole, required, type Viewer, type Visitor } from '../accounts/viewer.ts'

/** Who runs the desk: those whom an administrator gave the role, and administrators. Moderating is another office. */
export const mayRunDesk = (viewer: Visitor): boolean => hasRole(viewer, 'facilitator')

export const deskOf = (viewer: Visitor): Viewer => required(viewer, 'facilitator')
