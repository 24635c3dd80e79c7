import { Hono } from 'hono'
import type { FormState } from '../../../views/accounts/form.ts'
import { blankForm } from '../../../views/accounts/form.ts'
import { Invite, Invited } from '../../../views/accounts/inviting.tsx'
import { People } from '../../../views/accounts/people.tsx'
import { peopleTexts } from '../../../views/accounts/people-texts.ts'
import { invitationInput, parse } from '../../accounts/input.ts'
import { cancelInvitation, invite } from '../../accounts/invitations.ts'
import { approveAccount, declineAccount } from '../../moderation/accounts.ts'
import { allUsers, hostedOrganisations, openInvitations, userByEmail } from '../../accounts/store.ts'
import { required } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import type { Ctx, Env } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { formOf, mend, smallBody } from './form.ts'
import { privatePage } from './private-page.tsx'
import { sudo } from './sudo.tsx'

const list = '/utilisateurs'

/** Who is here, who asks to come, whom we asked. */
export const peopleRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get('/utilisateurs', async (c) => {
      required(c.var.viewer, 'admin')
      const people = await allUsers(deps.db)
      const invitations = await openInvitations(deps.db, deps.now())
      const shown = invitations.map(({ id, email, expiresAt }) => ({ id, expiresAt, email: email ?? '' }))
      const { title } = peopleTexts[c.var.locale]
      return privatePage(deps, c, { title }, <People people={people} invitations={shown} />)
    })
    .get('/utilisateurs/inviter', sudo(deps), (c) => invitePage(deps, c, blankForm))
    .post('/utilisateurs/inviter', smallBody, sudo(deps), async (c) => {
      const viewer = required(c.var.viewer, 'admin')
      const sent = await formOf(c)
      const { input, faults } = parse(invitationInput, sent)
      if (input === null) return invitePage(deps, c, mend(c, sent, faults), 422)
      if ((await userByEmail(deps.db, input.email)) !== undefined)
        return invitePage(deps, c, mend(c, sent, [{ field: 'email', code: 'has-account' }]), 422)
      const { email, role, organisation, organisationRole } = input
      const membership =
        organisation === null ? null : { organisationId: organisation, role: organisationRole ?? 'editor' }
      const { link, sent: left } = await invite(deps, viewer, { email, role, membership })
      const outcome = left ? 'sent' : deps.mailer === null ? 'no-mail' : 'failed'
      const { invited } = peopleTexts[c.var.locale]
      const title = left ? invited.sentTitle : invited.madeTitle
      return privatePage(deps, c, { title }, <Invited email={email} link={link} outcome={outcome} />)
    })
    .post('/utilisateurs/invitations/:id/annulation', async (c) => {
      await cancelInvitation(deps, required(c.var.viewer, 'admin'), c.req.param('id'))
      setFlash(deps, c, 'invitation-cancelled')
      return c.redirect(list, 303)
    })
    .post('/utilisateurs/:id/accord', async (c) => {
      await approveAccount(deps, required(c.var.viewer, 'admin'), c.req.param('id'))
      setFlash(deps, c, 'person-approved')
      return c.redirect(list, 303)
    })
    .post('/utilisateurs/:id/refus', async (c) => {
      await declineAccount(deps, required(c.var.viewer, 'admin'), c.req.param('id'))
      setFlash(deps, c, 'person-declined')
      return c.redirect(list, 303)
    })

async function invitePage(deps: Deps, c: Ctx, form: FormState, status: 200 | 422 = 200) {
  required(c.var.viewer, 'admin')
  const organisations = (await hostedOrganisations(deps.db)).map(({ id, title }) => ({
    value: id,
    label: title,
  }))
  return privatePage(
    deps,
    c,
    { title: peopleTexts[c.var.locale].inviting.title, status },
    <Invite {...form} hasMail={deps.mailer !== null} organisations={organisations} />,
  )
}
