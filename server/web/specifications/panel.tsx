import { SpecificationPanel } from '../../../views/specifications/specification.tsx'
import type { Deps } from '../../deps.ts'
import type { WholeEntry } from '../../entries/whole.ts'
import { passagesNamed, versionsOf } from '../../entries/versions.ts'
import { commentsClose } from '../../kinds/call/fields.ts'
import { callIn, daysOfComments } from '../../kinds/call/stages.ts'
import type { Ctx } from '../env.ts'

/** On the page of a call of this hub: the discussion of its specification. */
export async function specificationPanel(deps: Deps, _c: Ctx, entry: WholeEntry) {
  const call = callIn(entry)
  const { envelope } = entry
  if (call === null || envelope.origin !== null) return null
  const versions = await versionsOf(deps.db, envelope.n)
  return (
    <SpecificationPanel
      path={envelope.path}
      parts={call.sections.length}
      version={versions[0]?.version ?? 1}
      comments={(await passagesNamed(deps.db, envelope.n)).size}
      changes={Math.max(0, versions.length - 1)}
      days={daysOfComments(call, envelope.publishedAt, deps.now())}
      open={(commentsClose(call) ?? 0) >= deps.now()}
    />
  )
}
