import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { entryTexts } from '../../../views/accounts/entry-texts.ts'
import { blankForm, type FormState } from '../../../views/accounts/form.ts'
import { KeptText, keptTexts, type Kept } from '../../../views/accounts/kept.tsx'
import { Login, type LoginProps } from '../../../views/accounts/login.tsx'
import { logIn } from '../../accounts/credentials.ts'
import { loginInput, parse } from '../../accounts/input.ts'
import { isOpen } from '../../accounts/registration.ts'
import { endSession, noSession } from '../../accounts/session.ts'
import { viewerOf } from '../../accounts/store.ts'
import type { Throttle } from '../../accounts/throttle.ts'
import type { Viewer } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { Refusal } from '../../refusal.ts'
import { backPath } from '../back-path.ts'
import type { Ctx, Env } from '../env.ts'
import { along, isEditors, keptAlong, resumed, textsOf } from '../kept-form.ts'
import { setFlash } from '../middleware/flash.ts'
import { formDataOf, formOf, mend, smallBody, textIn } from './form.ts'
import { privatePage } from './private-page.tsx'
import { deviceOf, setCookieHeader } from './session-of.ts'

const home = '/tableau-de-bord'

export const loginRoutes = (deps: Deps, throttle: Throttle) =>
  new Hono<Env>()
    .get('/connexion', async (c) => {
      const back = backPath(c.req.query('retour'), home)
      return c.var.viewer === null ? loginPage(deps, c, back, blankForm) : c.redirect(back, 303)
    })
    .post('/connexion', withText, async (c) => {
      const form = await formDataOf(c)
      const kept = keptAlong(form)
      const sent = textIn(form)
      const back = backPath(sent['retour'], home)
      const { input, faults } = parse(loginInput, sent)
      if (input === null) return loginPage(deps, c, back, mend(c, sent, faults), { status: 422, kept })
      const login = await patiently(() => logIn(deps, throttle, input, deviceOf(deps, c)))
      if (login instanceof Refusal) {
        c.header('Retry-After', String(login.retryAfter ?? 60))
        return loginPage(deps, c, back, { values: sent, errors: {} }, { status: 429, refused: 'slow', kept })
      }
      if (login.outcome === 'unknown') {
        const errors = { password: entryTexts[c.var.locale].login.wrong }
        return loginPage(deps, c, back, { values: sent, errors }, { status: 422, kept })
      }
      if (login.outcome !== 'in')
        return loginPage(
          deps,
          c,
          back,
          { values: sent, errors: {} },
          { status: 403, refused: login.outcome, kept },
        )
      for (const cookie of login.cookies) setCookieHeader(c, cookie)
      if (kept !== null) return keptPage(deps, c, await viewerOf(deps.db, login.user, deps.now()), kept)
      setFlash(deps, c, 'signed-in')
      return c.redirect(back, 303)
    })
    .post('/deconnexion', smallBody, async (c) => {
      const { viewer, sessionId } = c.var
      if (viewer !== null && sessionId !== null) await endSession(deps, viewer.id, sessionId)
      setCookieHeader(c, noSession(deps))
      // Who may not go on here may have another account that may.
      const { autrement } = await formOf(c)
      if (autrement !== undefined)
        return c.redirect(`/connexion?retour=${encodeURIComponent(backPath(autrement, home))}`, 303)
      setFlash(deps, c, 'signed-out')
      return c.redirect('/', 303)
    })

const roomy = bodyLimit({
  maxSize: 1_500_000,
  onError: () => {
    throw new Refusal('too-large', 'This form is too long.')
  },
})

/** Room for the password; and for a text that goes along, which is sent unescaped. */
const withText: MiddlewareHandler<Env> = (c, next) =>
  (c.req.header('content-type')?.startsWith('multipart/') === true ? roomy : smallBody)(c, next)

interface More {
  status?: 200 | 401 | 403 | 422 | 429
  refused?: LoginProps['refused']
  /** A form that came too late: its text goes along. */
  kept?: Kept | null
}

export const loginPage = (
  deps: Deps,
  c: Ctx,
  back: string,
  form: FormState,
  { status = 200, refused, kept = null }: More = {},
) =>
  privatePage(
    deps,
    c,
    { title: entryTexts[c.var.locale].login.title, status },
    <Login
      {...form}
      back={back}
      mayRegister={isOpen(deps)}
      hasMail={deps.mailer !== null}
      refused={refused}
      along={kept === null ? undefined : { hadFiles: kept.hadFiles, pairs: along(kept) }}
    />,
  )

/** The text, and one button: what came too late is never done by signing in. */
function keptPage(deps: Deps, c: Ctx, viewer: Viewer, kept: Kept): Promise<Response> {
  c.set('viewer', viewer)
  c.set('locale', viewer.locale)
  return privatePage(
    deps,
    c,
    { title: keptTexts[viewer.locale].title },
    <KeptText
      action={kept.action}
      pairs={resumed(kept)}
      hadFiles={kept.hadFiles}
      texts={textsOf(kept)}
      name={viewer.name}
      resumes={isEditors(kept)}
    />,
  )
}

/** Too many tries are told on the page itself, where the way to a new password is. */
async function patiently<Result>(work: () => Promise<Result>): Promise<Result | Refusal> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal && error.code === 'too-many') return error
    throw error
  }
}
