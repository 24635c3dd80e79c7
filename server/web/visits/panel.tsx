import { VisitLink } from '../../../views/visits/list.tsx'
import type { Deps } from '../../deps.ts'
import type { WholeEntry } from '../../entries/whole.ts'
import { isSchoolOffer, mayReadVisits, takesVisits } from '../../visits/access.ts'
import { askedVisits, heldVisits } from '../../visits/queries.ts'
import type { Ctx } from '../env.ts'

/** On the page of a talk of this hub: how a school asks, what was held, and what waits. */
export async function visitPanel(deps: Deps, c: Ctx, entry: WholeEntry) {
  const { envelope, fields } = entry
  if (envelope.kind !== 'resource' || envelope.origin !== null || !isSchoolOffer(fields)) return null
  return (
    <VisitLink
      askHref={
        deps.mailer !== null && takesVisits(entry, deps.now()) ? `${envelope.path}/intervention` : null
      }
      counts={await heldVisits(deps.db, envelope.n)}
      received={
        mayReadVisits(c.var.viewer, entry)
          ? { href: `${envelope.path}/interventions`, asked: await askedVisits(deps.db, envelope.n) }
          : null
      }
    />
  )
}
