import { Hono } from 'hono'
import { entryTexts } from '../../../views/accounts/entry-texts.ts'
import { blankForm, type FormState } from '../../../views/accounts/form.ts'
import { Login, type LoginProps } from '../../../views/accounts/login.tsx'
import { logIn } from '../../accounts/credentials.ts'
import { loginInput, parse } from '../../accounts/input.ts'
import { isOpen } from '../../accounts/registration.ts'
import { endSession, noSession } from '../../accounts/session.ts'
import type { Throttle } from '../../accounts/throttle.ts'
import type { Deps } from '../../deps.ts'
import { Refusal } from '../../refusal.ts'
import { backPath } from '../back-path.ts'
import type { Ctx, Env } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { formOf, mend, smallBody } from './form.ts'
import { privatePage } from './private-page.tsx'
import { deviceOf, setCookieHeader } from './session-of.ts'

const home = '/tableau-de-bord'

export const loginRoutes = (deps: Deps, throttle: Throttle) =>
  new Hono<Env>()
    .get('/connexion', async (c) => {
      const back = backPath(c.req.query('retour'), home)
      return c.var.viewer === null ? loginPage(deps, c, back, blankForm) : c.redirect(back, 303)
    })
    .post('/connexion', smallBody, async (c) => {
      const sent = await formOf(c)
      const back = backPath(sent['retour'], home)
      const { input, faults } = parse(loginInput, sent)
      if (input === null) return loginPage(deps, c, back, mend(c, sent, faults), { status: 422 })
      const login = await patiently(() => logIn(deps, throttle, input, deviceOf(deps, c)))
      if (login instanceof Refusal) {
        c.header('Retry-After', String(login.retryAfter ?? 60))
        return loginPage(deps, c, back, { values: sent, errors: {} }, { status: 429, refused: 'slow' })
      }
      if (login.outcome === 'unknown') {
        const errors = { password: entryTexts[c.var.locale].login.wrong }
        return loginPage(deps, c, back, { values: sent, errors }, { status: 422 })
      }
      if (login.outcome !== 'in')
        return loginPage(deps, c, back, { values: sent, errors: {} }, { status: 403, refused: login.outcome })
      for (const cookie of login.cookies) setCookieHeader(c, cookie)
      setFlash(deps, c, 'signed-in')
      return c.redirect(back, 303)
    })
    .post('/deconnexion', async (c) => {
      const { viewer, sessionId } = c.var
      if (viewer !== null && sessionId !== null) await endSession(deps, viewer.id, sessionId)
      setCookieHeader(c, noSession(deps))
      setFlash(deps, c, 'signed-out')
      return c.redirect('/', 303)
    })

const loginPage = (
  deps: Deps,
  c: Ctx,
  back: string,
  form: FormState,
  { status = 200, refused }: { status?: 200 | 403 | 422 | 429; refused?: LoginProps['refused'] } = {},
) =>
  privatePage(
    deps,
    c,
    { title: entryTexts[c.var.locale].login.title, status },
    <Login {...form} back={back} mayRegister={isOpen(deps)} refused={refused} />,
  )

/** Too many tries are told on the page itself, where the way to a new password is. */
async function patiently<Result>(work: () => Promise<Result>): Promise<Result | Refusal> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal && error.code === 'too-many') return error
    throw error
  }
}
