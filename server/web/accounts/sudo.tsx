import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { accountTexts } from '../../../views/accounts/account-texts.ts'
import { blankForm, type FormState } from '../../../views/accounts/form.ts'
import { Verify } from '../../../views/accounts/security.tsx'
import { confirmPassword } from '../../accounts/credentials.ts'
import { parse, passwordInput } from '../../accounts/input.ts'
import { isSudo } from '../../accounts/session.ts'
import type { Throttle } from '../../accounts/throttle.ts'
import type { Deps } from '../../deps.ts'
import { backPath } from '../back-path.ts'
import type { Ctx, Env } from '../env.ts'
import { formOf, mend, smallBody } from './form.ts'
import { privatePage } from './private-page.tsx'
import { deviceOf, setCookieHeader, signedIn } from './session-of.ts'

/**
 * Before what could do harm in the wrong hands: the password, if it was not typed within ten minutes. A form
 * that came too late leads back to its page: `page` says which, else the address asked for.
 */
export const sudo = (deps: Deps, page?: (c: Ctx) => string) =>
  createMiddleware<Env>(async (c, next) => {
    if (isSudo(signedIn(c), deps.now())) return next()
    const back = encodeURIComponent(page?.(c) ?? c.req.path)
    return c.redirect(`/compte/verification?retour=${back}`, 303)
  })

export const sudoRoutes = (deps: Deps, throttle: Throttle) =>
  new Hono<Env>()
    .get('/compte/verification', (c) =>
      verifyPage(deps, c, backPath(c.req.query('retour'), '/compte'), blankForm),
    )
    .post('/compte/verification', smallBody, async (c) => {
      const viewer = signedIn(c)
      const sent = await formOf(c)
      const back = backPath(sent['retour'], '/compte')
      const { input, faults } = parse(passwordInput, sent)
      if (input === null) return verifyPage(deps, c, back, mend(c, sent, faults), 422)
      const cookie = await confirmPassword(deps, throttle, viewer, input.password, deviceOf(deps, c))
      if (cookie === null)
        return verifyPage(deps, c, back, mend(c, sent, [{ field: 'password', code: 'wrong-password' }]), 422)
      setCookieHeader(c, cookie)
      return c.redirect(back, 303)
    })

function verifyPage(deps: Deps, c: Ctx, back: string, form: FormState, status: 200 | 422 = 200) {
  const { email } = signedIn(c)
  const { title } = accountTexts[c.var.locale].verify
  return privatePage(deps, c, { title, status }, <Verify {...form} back={back} username={email} />)
}
