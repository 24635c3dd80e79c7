import { Hono } from 'hono'
import { entryTexts } from '../../../views/accounts/entry-texts.ts'
import { blankForm, type FormState } from '../../../views/accounts/form.ts'
import { AcceptInvitation, Register, RegistrationClosed } from '../../../views/accounts/joining.tsx'
import { Told } from '../../../views/accounts/reset.tsx'
import { acceptanceInput, parse, registrationInput } from '../../accounts/input.ts'
import { acceptInvitation } from '../../accounts/invitations.ts'
import { isOpen, register } from '../../accounts/registration.ts'
import { beginSession } from '../../accounts/session.ts'
import type { Throttle } from '../../accounts/throttle.ts'
import { findTicket } from '../../accounts/tickets.ts'
import type { Deps } from '../../deps.ts'
import { Refusal } from '../../refusal.ts'
import { addressOf } from '../client-address.ts'
import type { Ctx, Env } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { formOf, mend, smallBody, typedTwice } from './form.ts'
import { privatePage, spentLink } from './private-page.tsx'
import { setCookieHeader } from './session-of.ts'

/** The two ways to an account: by invitation, and on request where the admin has opened it. */
export const joiningRoutes = (deps: Deps, throttle: Throttle) =>
  new Hono<Env>()
    .get('/invitation/:token', async (c) => {
      const ticket = await findTicket(deps, ['invitation'], c.req.param('token'))
      if (ticket === undefined) return spentLink(deps, c, 'invitation')
      return invitationPage(deps, c, ticket.email ?? '', blankForm)
    })
    .post('/invitation/:token', smallBody, async (c) => {
      const sent = await formOf(c)
      const ticket = await findTicket(deps, ['invitation'], c.req.param('token'))
      if (ticket === undefined) return spentLink(deps, c, 'invitation')
      const { input, faults } = parse(acceptanceInput, sent)
      const all = [...faults, ...typedTwice(sent)]
      if (input === null || all.length > 0)
        return invitationPage(deps, c, ticket.email ?? '', mend(c, sent, all), 422)
      const userId = await acceptInvitation(deps, ticket, { ...input, locale: c.var.locale })
      const session = { userAgent: c.req.header('user-agent'), replaces: c.var.sessionId }
      setCookieHeader(c, await beginSession(deps, userId, session))
      setFlash(deps, c, 'welcome')
      return c.redirect('/tableau-de-bord', 303)
    })
    .get('/inscription', (c) => {
      const t = entryTexts[c.var.locale].register
      return isOpen(deps)
        ? registerPage(deps, c, blankForm)
        : privatePage(deps, c, { title: t.closedTitle }, <RegistrationClosed />)
    })
    .post('/inscription', smallBody, async (c) => {
      const sent = await formOf(c)
      if (!isOpen(deps)) throw new Refusal('forbidden', 'Accounts are by invitation here.')
      const { input, faults } = parse(registrationInput, sent)
      if (input === null) return registerPage(deps, c, mend(c, sent, faults), 422)
      await throttle.letter(addressOf(deps.config, c), input.email)
      register(deps, { ...input, locale: c.var.locale })
      return c.redirect('/inscription/envoyee', 303)
    })
    .get('/inscription/envoyee', (c) => {
      const t = entryTexts[c.var.locale].register
      return privatePage(deps, c, { title: t.sentTitle }, <Told title={t.sentTitle} text={t.sent} />)
    })
    .get('/inscription/confirmee', (c) => {
      const t = entryTexts[c.var.locale].register
      return privatePage(deps, c, { title: t.doneTitle }, <Told title={t.doneTitle} text={t.done} />)
    })

function invitationPage(deps: Deps, c: Ctx, email: string, form: FormState, status: 200 | 422 = 200) {
  const hub = deps.hub.settings.name
  const title = entryTexts[c.var.locale].invitation.title(hub)
  return privatePage(deps, c, { title, status }, <AcceptInvitation {...form} hub={hub} email={email} />)
}

function registerPage(deps: Deps, c: Ctx, form: FormState, status: 200 | 422 = 200) {
  const { title } = entryTexts[c.var.locale].register
  return privatePage(deps, c, { title, status }, <Register {...form} />)
}
