import type { Visitor } from '../../accounts/viewer.ts'
import { foundingRole } from '../../entries/entry.ts'
import { kinds } from '../../kinds/index.ts'
import type { Kind } from '../../kinds/kind.ts'

/**
 * For the hub, or for one of one's organisations; what speaks for itself is begun by the hub's own people, and a
 * conversation by anybody who is in.
 */
export const mayWrite = (viewer: Visitor, kind: Pick<Kind, 'section' | 'conversation'>): boolean =>
  foundingRole(viewer, kind, null) !== null ||
  (kind.section !== null && (viewer?.memberships.length ?? 0) > 0)

export const mayWriteSomething = (viewer: Visitor): boolean => kinds.some((kind) => mayWrite(viewer, kind))

/** More than conversations: they come here to work. */
export const worksHere = (viewer: Visitor): boolean =>
  kinds.some((kind) => kind.conversation !== true && mayWrite(viewer, kind))
