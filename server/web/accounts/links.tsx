import { Hono } from 'hono'
import { entryTexts } from '../../../views/accounts/entry-texts.ts'
import { blankForm, type FormState } from '../../../views/accounts/form.ts'
import { ConfirmRegistration } from '../../../views/accounts/joining.tsx'
import { AskReset, ChoosePassword, ConfirmEmail, Told } from '../../../views/accounts/reset.tsx'
import { confirmEmailChange, requestReset, resetPassword } from '../../accounts/credentials.ts'
import { emailInput, newPasswordInput, parse } from '../../accounts/input.ts'
import { confirmRegistration } from '../../accounts/registration.ts'
import { noSession } from '../../accounts/session.ts'
import type { Throttle } from '../../accounts/throttle.ts'
import { findTicket, type Ticket } from '../../accounts/tickets.ts'
import type { Deps } from '../../deps.ts'
import { addressOf } from '../client-address.ts'
import type { Ctx, Env } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { formOf, mend, smallBody } from './form.ts'
import { privatePage, spentLink } from './private-page.tsx'
import { setCookieHeader } from './session-of.ts'

/** Links that came by letter. Opening one only shows a button: what it allows is done by the press. */
export const linkRoutes = (deps: Deps, throttle: Throttle) =>
  new Hono<Env>()
    .get('/mot-de-passe/oubli', (c) => resetPage(deps, c, blankForm))
    .post('/mot-de-passe/oubli', smallBody, async (c) => {
      const sent = await formOf(c)
      const { input, faults } = parse(emailInput, sent)
      if (input === null) return resetPage(deps, c, mend(c, sent, faults), 422)
      await throttle.letter(addressOf(deps.config, c), input.email)
      requestReset(deps, input.email)
      return c.redirect('/mot-de-passe/envoye', 303)
    })
    .get('/mot-de-passe/envoye', (c) => {
      const { register, reset } = entryTexts[c.var.locale]
      const title = register.sentTitle
      return privatePage(deps, c, { title }, <Told title={title} text={reset.sent} />)
    })
    .get('/mot-de-passe/:token', async (c) => {
      const ticket = await findTicket(deps, ['reset'], c.req.param('token'))
      return ticket === undefined ? spentLink(deps, c) : passwordPage(deps, c, blankForm)
    })
    .post('/mot-de-passe/:token', smallBody, async (c) => {
      const sent = await formOf(c)
      const ticket = await findTicket(deps, ['reset'], c.req.param('token'))
      if (ticket === undefined) return spentLink(deps, c)
      const { input, faults } = parse(newPasswordInput, sent)
      if (input === null) return passwordPage(deps, c, mend(c, sent, faults), 422)
      setCookieHeader(c, await resetPassword(deps, ticket, input.password))
      setCookieHeader(c, noSession(deps))
      setFlash(deps, c, 'password-changed')
      return c.redirect('/connexion', 303)
    })
    .get('/confirmer/:token', async (c) => {
      const ticket = await findTicket(deps, ['confirm-email', 'change-email'], c.req.param('token'))
      return ticket === undefined ? spentLink(deps, c) : confirmPage(deps, c, ticket, blankForm)
    })
    .post('/confirmer/:token', smallBody, async (c) => {
      const sent = await formOf(c)
      const ticket = await findTicket(deps, ['confirm-email', 'change-email'], c.req.param('token'))
      if (ticket === undefined) return spentLink(deps, c)
      if (ticket.purpose === 'change-email') {
        await confirmEmailChange(deps, ticket)
        setFlash(deps, c, 'email-changed')
        return c.redirect(c.var.viewer === null ? '/connexion' : '/compte', 303)
      }
      const { input, faults } = parse(newPasswordInput, sent)
      if (input === null) return confirmPage(deps, c, ticket, mend(c, sent, faults), 422)
      await confirmRegistration(deps, ticket, input.password)
      return c.redirect('/inscription/confirmee', 303)
    })

function resetPage(deps: Deps, c: Ctx, form: FormState, status: 200 | 422 = 200) {
  const { title } = entryTexts[c.var.locale].reset
  return privatePage(deps, c, { title, status }, <AskReset {...form} hasMail={deps.mailer !== null} />)
}

function passwordPage(deps: Deps, c: Ctx, form: FormState, status: 200 | 422 = 200) {
  const { chooseTitle: title } = entryTexts[c.var.locale].reset
  return privatePage(deps, c, { title, status }, <ChoosePassword {...form} />)
}

function confirmPage(deps: Deps, c: Ctx, ticket: Ticket, form: FormState, status: 200 | 422 = 200) {
  const { change, register } = entryTexts[c.var.locale]
  const email = ticket.email ?? ''
  return ticket.purpose === 'change-email'
    ? privatePage(deps, c, { title: change.title, status }, <ConfirmEmail email={email} />)
    : privatePage(
        deps,
        c,
        { title: register.confirmTitle, status },
        <ConfirmRegistration {...form} email={email} />,
      )
}
