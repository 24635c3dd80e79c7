import { Hono } from 'hono'
import { accountTexts } from '../../../views/accounts/account-texts.ts'
import { blankForm, type FormState } from '../../../views/accounts/form.ts'
import { ChangeEmail, ChangePassword } from '../../../views/accounts/security.tsx'
import { NewToken, Tokens } from '../../../views/accounts/tokens.tsx'
import { changePassword, isPasswordOf, requestEmailChange } from '../../accounts/credentials.ts'
import { changePasswordInput, emailInput, parse, tokenInput } from '../../accounts/input.ts'
import { createToken, revokeToken, scopes, tokensOf } from '../../accounts/tokens.ts'
import { hasRole } from '../../accounts/viewer.ts'
import type { Throttle } from '../../accounts/throttle.ts'
import type { Deps } from '../../deps.ts'
import type { Fault } from '../../kinds/faults.ts'
import type { Ctx, Env } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { formDataOf, formOf, mend, smallBody, type Sent } from './form.ts'
import { privatePage } from './private-page.tsx'
import { deviceOf, setCookieHeader, signedIn } from './session-of.ts'
import { sudo } from './sudo.tsx'

const tokensPath = () => '/compte/jetons'

/** One's own password, address and tokens. */
export const securityRoutes = (deps: Deps, throttle: Throttle) =>
  new Hono<Env>()
    .get('/compte/mot-de-passe', (c) => passwordPage(deps, c, blankForm))
    .post('/compte/mot-de-passe', smallBody, async (c) => {
      const viewer = signedIn(c)
      const sent = await formOf(c)
      const { input, faults } = parse(changePasswordInput, sent)
      if (input === null) return passwordPage(deps, c, mend(c, sent, faults), 422)
      const device = deviceOf(deps, c)
      if (!(await isPasswordOf(deps, throttle, viewer, input.current, device))) {
        const wrong = mend(c, sent, [{ field: 'current', code: 'wrong-password' }])
        return passwordPage(deps, c, wrong, 422)
      }
      setCookieHeader(c, await changePassword(deps, viewer, input.password, device))
      setFlash(deps, c, 'password-changed')
      return c.redirect('/compte', 303)
    })
    .get('/compte/adresse', sudo(deps), (c) => emailPage(deps, c, blankForm))
    .post('/compte/adresse', smallBody, sudo(deps), async (c) => {
      const viewer = signedIn(c)
      const sent = await formOf(c)
      const { input, faults } = parse(emailInput, sent)
      if (input === null) return emailPage(deps, c, mend(c, sent, faults), 422)
      await throttle.letter(deviceOf(deps, c).address, input.email)
      const outcome = await requestEmailChange(deps, viewer, input.email)
      if (outcome === 'has-account')
        return emailPage(deps, c, mend(c, sent, [{ field: 'email', code: 'has-account' }]), 422)
      setFlash(deps, c, outcome === 'sent' ? 'email-sent' : 'email-changed')
      return c.redirect('/compte', 303)
    })
    .get('/compte/jetons', sudo(deps), (c) => tokensPage(deps, c, {}, []))
    .post('/compte/jetons', smallBody, sudo(deps), async (c) => {
      const form = await formDataOf(c)
      const sent = { name: String(form.get('name') ?? '') }
      const asked = form.getAll('scopes').map(String)
      const { input, faults } = parse(tokenInput, { ...sent, scopes: asked })
      if (input === null) return tokensPage(deps, c, sent, asked, faults)
      const token = await createToken(deps, signedIn(c).id, input)
      const { madeTitle } = accountTexts[c.var.locale].token
      return privatePage(deps, c, { title: madeTitle }, <NewToken token={token} />)
    })
    .post('/compte/jetons/:id/revocation', sudo(deps, tokensPath), async (c) => {
      await revokeToken(deps, signedIn(c).id, c.req.param('id'))
      setFlash(deps, c, 'token-revoked')
      return c.redirect(tokensPath(), 303)
    })

function passwordPage(deps: Deps, c: Ctx, form: FormState, status: 200 | 422 = 200) {
  const { email } = signedIn(c)
  const { title } = accountTexts[c.var.locale].password
  return privatePage(deps, c, { title, status }, <ChangePassword {...form} username={email} />)
}

function emailPage(deps: Deps, c: Ctx, form: FormState, status: 200 | 422 = 200) {
  const { email } = signedIn(c)
  const { title } = accountTexts[c.var.locale].newEmail
  return privatePage(deps, c, { title, status }, <ChangeEmail {...form} email={email} />)
}

async function tokensPage(deps: Deps, c: Ctx, sent: Sent, chosen: string[], faults: Fault[] = []) {
  const viewer = signedIn(c)
  const tokens = await tokensOf(deps, viewer.id)
  const offered = scopes.filter((scope) => scope !== 'admin' || hasRole(viewer, 'admin'))
  return privatePage(
    deps,
    c,
    { title: accountTexts[c.var.locale].token.title, status: faults.length === 0 ? 200 : 422 },
    <Tokens {...mend(c, sent, faults)} tokens={tokens} offered={offered} chosen={chosen} />,
  )
}
