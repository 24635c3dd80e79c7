import { VisitList } from '../../../views/visits/list.tsx'
import { visitTexts } from '../../../views/visits/texts.ts'
import { required } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { Refusal } from '../../refusal.ts'
import { mayReadVisits } from '../../visits/access.ts'
import { keptDays } from '../../visits/forget.ts'
import { pathOf } from '../../visits/link.ts'
import { visitsTo } from '../../visits/queries.ts'
import { privatePage } from '../accounts/private-page.tsx'
import { soughtEntry } from '../entries/seek.ts'
import type { Ctx } from '../env.ts'
import { talkKind } from './ask.tsx'

/** `/ressources/…/interventions`: for those who publish the offer. */
export const showVisits = (deps: Deps) => async (c: Ctx) => {
  const viewer = required(c.var.viewer, 'member')
  const entry = await soughtEntry(deps, c, talkKind)
  if (!mayReadVisits(viewer, entry))
    throw new Refusal('forbidden', 'These are for those who publish the entry.')
  const rows = await visitsTo(deps.db, entry.envelope.n)
  return privatePage(
    deps,
    c,
    { title: visitTexts[c.var.locale].listOf(entry.envelope.title), active: 'talks' },
    <VisitList
      entry={entry.envelope}
      visits={rows.map(({ id, school, level, pupils, state, confirmedAt, createdAt, by, forgottenAt }) => ({
        ...{ id, school, level, pupils, state, by, at: confirmedAt ?? createdAt },
        href: forgottenAt === null ? pathOf(deps, id, 'structure') : null,
      }))}
      now={deps.now()}
      keptDays={keptDays}
    />,
  )
}
