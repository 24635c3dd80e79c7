import { SubmissionPanel } from '../../../views/submissions/begin.tsx'
import type { Deps } from '../../deps.ts'
import type { WholeEntry } from '../../entries/whole.ts'
import { deadlineOf, opensAt } from '../../kinds/call/fields.ts'
import { callIn } from '../../kinds/call/stages.ts'
import { seatOf, submissionCounts } from '../../submissions/queries.ts'
import { mayConduct, takesProjects } from '../../submissions/stages.ts'
import type { Ctx } from '../env.ts'

/** On the page of a call of this hub: the way in, while it is open; to the jury, for those who are of it; to the results. */
export async function submissionPanel(deps: Deps, c: Ctx, entry: WholeEntry) {
  const call = callIn(entry)
  const { envelope } = entry
  if (call === null || envelope.origin !== null) return null
  const { viewer } = c.var
  const conducts = mayConduct(viewer, envelope)
  const judges = conducts || (viewer !== null && (await seatOf(deps.db, envelope.n, viewer.id)) !== undefined)
  const counts = judges ? await submissionCounts(deps.db, envelope.n) : null
  const opens = opensAt(call)
  return (
    <SubmissionPanel
      path={envelope.path}
      deadline={deadlineOf(call)}
      zone={call.timeZone}
      takes={takesProjects(entry, deps.now()) !== null}
      opensOn={
        call.phase === 'open' && envelope.state === 'published' && opens !== null && opens > deps.now()
          ? opens
          : null
      }
      mayBegin={viewer !== null || deps.mailer !== null}
      jury={counts && { submitted: counts.submitted, drafts: conducts ? counts.drafts : null }}
      decided={call.phase === 'decided'}
    />
  )
}
