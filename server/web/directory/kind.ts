import type { Kind } from '../../kinds/kind.ts'
import { organisation } from '../../kinds/organisation/index.tsx'

/** The directory as any other list of a kind. */
export const directory: Kind = organisation
