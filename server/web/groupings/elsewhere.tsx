import { blankForm, type FormState } from '../../../views/accounts/form.ts'
import { ReadElsewhere } from '../../../views/groupings/lists.tsx'
import { groupingTexts } from '../../../views/groupings/texts.ts'
import type { Deps } from '../../deps.ts'
import type { Federation } from '../../federation/federation.ts'
import { speaksForSome } from '../../groupings/access.ts'
import { required } from '../../accounts/viewer.ts'
import { Refusal } from '../../refusal.ts'
import { formOf } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import type { Ctx } from '../env.ts'

/** `/groupements/ailleurs?adresse=…`: opening it asks nobody anything. */
export const showElsewhere = (deps: Deps) => (c: Ctx) => {
  reader(c)
  const adresse = (c.req.query('adresse') ?? '').slice(0, 2000)
  return elsewherePage(deps, c, { ...blankForm, values: { adresse } })
}

/** The one page of these that waits for another hub, five seconds at most, for whoever publishes here and asked for it. */
export const readElsewhere = (deps: Deps, federation: Pick<Federation, 'lookAtCall'>) => async (c: Ctx) => {
  reader(c)
  const { adresse = '' } = await formOf(c)
  const looked = await federation.lookAtCall(adresse.slice(0, 2000))
  if (typeof looked === 'object') return c.redirect(`/groupements/${looked.id}`, 303)
  const errors = { adresse: groupingTexts[c.var.locale].faults[looked] }
  return elsewherePage(deps, c, { values: { adresse }, errors }, looked === 'busy' ? 429 : 422)
}

const elsewherePage = (deps: Deps, c: Ctx, form: FormState, status: 200 | 422 | 429 = 200) =>
  privatePage(
    deps,
    c,
    { title: groupingTexts[c.var.locale].paste, active: 'tender', status },
    <ReadElsewhere {...form} />,
  )

function reader(c: Ctx): void {
  if (!speaksForSome(required(c.var.viewer, 'member')))
    throw new Refusal('forbidden', 'Only those who publish for an organisation answer calls.')
}
