import { Hono } from 'hono'
import { accountTexts } from '../../../views/accounts/account-texts.ts'
import { ChooseHandle } from '../../../views/accounts/fediverse.tsx'
import { blankForm, type FormState } from '../../../views/accounts/form.ts'
import { handleInput, parse } from '../../accounts/input.ts'
import type { Deps } from '../../deps.ts'
import { becomePerson } from '../../federation/members.ts'
import type { Fault } from '../../kinds/faults.ts'
import type { Ctx, Env } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { faultsIn, formOf, mend, smallBody } from './form.ts'
import { privatePage } from './private-page.tsx'
import { signedIn } from './session-of.ts'

export const fediverseRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get('/compte/fedivers', (c) => handlePage(deps, c, blankForm))
    .post('/compte/fedivers', smallBody, async (c) => {
      const viewer = signedIn(c)
      const sent = await formOf(c)
      const { input, faults } = parse(handleInput, sent)
      if (input === null) return handlePage(deps, c, mend(c, sent, faults), 422)
      const refused = await becomePerson(deps, viewer, input.handle).then((): Fault[] => [], faultsIn)
      if (refused.length > 0) return handlePage(deps, c, mend(c, sent, refused), 422)
      setFlash(deps, c, 'profile-saved')
      return c.redirect('/compte', 303)
    })

async function handlePage(deps: Deps, c: Ctx, form: FormState, status: 200 | 422 = 200) {
  signedIn(c)
  const { host } = new URL(deps.hub.origin)
  const title = accountTexts[c.var.locale].fediverse.choose
  return privatePage(deps, c, { title, status }, <ChooseHandle {...form} host={host} />)
}
