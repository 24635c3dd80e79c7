import { OwnCalls } from '../../../views/groupings/lists.tsx'
import { groupingTexts } from '../../../views/groupings/texts.ts'
import { required } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { involving } from '../../groupings/queries.ts'
import { privatePage } from '../accounts/private-page.tsx'
import type { Ctx } from '../env.ts'
import { organisationsOf } from './sought.ts'

/** `/groupements`: all that one's organisations lead, take part in, or asked to. */
export const showOwn = (deps: Deps) => async (c: Ctx) => {
  const viewer = required(c.var.viewer, 'member')
  const organisations = await organisationsOf(deps, viewer)
  const calls = await involving(
    deps.db,
    organisations.map(({ value }) => value),
  )
  return privatePage(
    deps,
    c,
    { title: groupingTexts[c.var.locale].own, active: 'tender' },
    <OwnCalls
      calls={calls.map(({ grouping: { id, subject, leadName, state }, language, waiting, own }) => ({
        ...{ id, subject, language, leadName, state, waiting, own },
      }))}
    />,
  )
}
