import type { Option } from '../../../views/components/inputs.tsx'
import type { Visitor } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { hostedOrganisations } from '../../entries/queries.ts'
import { speaksFor } from '../../groupings/access.ts'
import { found } from '../../groupings/commands.ts'
import { memberById, type Grouping, type Member } from '../../groupings/queries.ts'
import { Refusal } from '../../refusal.ts'
import type { Ctx } from '../env.ts'

/** The call that the address names. Those of other hubs are for the people of this one, who answer them. */
export async function soughtCall(deps: Deps, c: Ctx): Promise<Grouping> {
  const grouping = await found(deps, c.req.param('id') ?? '')
  if (grouping.apId !== null && c.var.viewer === null)
    throw new Refusal('absent', 'There is no such call for partners.')
  return grouping
}

export async function soughtMember(deps: Deps, c: Ctx): Promise<{ grouping: Grouping; member: Member }> {
  const grouping = await soughtCall(deps, c)
  const member = await memberById(deps.db, c.req.param('member') ?? '')
  if (member === undefined || member.groupingN !== grouping.n)
    throw new Refusal('absent', 'Nobody of this call.')
  return { grouping, member }
}

/** The organisations of this hub for which this person may act. */
export async function organisationsOf(deps: Deps, viewer: Visitor): Promise<Option[]> {
  if (viewer === null) return []
  return (await hostedOrganisations(deps.db))
    .filter(({ id }) => speaksFor(viewer, id))
    .map(({ id, title }) => ({ value: id, label: title }))
}
