import type { Visitor } from '../../accounts/viewer.ts'
import { mayDraft } from '../../entries/entry.ts'
import { kinds } from '../../kinds/index.ts'
import type { Kind } from '../../kinds/kind.ts'

/** For the hub, or for one of one's organisations; what speaks for itself is begun by the hub's own people. */
export const mayWrite = (viewer: Visitor, kind: Pick<Kind, 'section'>): boolean =>
  mayDraft(viewer, null) || (kind.section !== null && (viewer?.memberships.length ?? 0) > 0)

export const mayWriteSomething = (viewer: Visitor): boolean => kinds.some((kind) => mayWrite(viewer, kind))
