import { Hono } from 'hono'
import { Account } from '../../../views/accounts/account.tsx'
import { accountTexts } from '../../../views/accounts/account-texts.ts'
import { blankForm, type FormState } from '../../../views/accounts/form.ts'
import { DeleteAccount } from '../../../views/accounts/security.tsx'
import { isLastAdmin, saveProfile } from '../../accounts/accounts.ts'
import { isPasswordOf } from '../../accounts/credentials.ts'
import { deleteAccount, exportAccount } from '../../accounts/departure.ts'
import { parse, passwordInput, profileInput } from '../../accounts/input.ts'
import { portraitPath } from '../../accounts/portrait.ts'
import { endAll, endSession, noSession, openSessions } from '../../accounts/session.ts'
import { hostedOrganisations } from '../../accounts/store.ts'
import type { Throttle } from '../../accounts/throttle.ts'
import type { Viewer } from '../../accounts/viewer.ts'
import { eraseAlertsOf } from '../../alerts/commands.ts'
import { exportAlerts } from '../../alerts/export.ts'
import type { Deps } from '../../deps.ts'
import { eraseCommentsOf, withdrawTopicsOf } from '../../entries/farewell.ts'
import { exportTyped } from '../../entries/pending.ts'
import { farewell, ownCases } from '../../facilitation/forget.ts'
import { draftsGone } from '../../submissions/commands.ts'
import { exportNotifications } from '../../notifications/export.ts'
import { personOf, renamePerson, retirePerson } from '../../federation/members.ts'
import type { Ctx, Env } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { formOf, mend, smallBody } from './form.ts'
import { privatePage } from './private-page.tsx'
import { deviceOf, setCookieHeader, signedIn } from './session-of.ts'
import { sudo } from './sudo.tsx'

export const ownAccountRoutes = (deps: Deps, throttle: Throttle) =>
  new Hono<Env>()
    .get('/compte', (c) => {
      return accountPage(deps, c, asTheyAre(signedIn(c)))
    })
    .post('/compte', smallBody, async (c) => {
      const viewer = signedIn(c)
      const sent = await formOf(c)
      const { input, faults } = parse(profileInput, sent)
      if (input === null) return accountPage(deps, c, mend(c, sent, faults), 422)
      await saveProfile(deps, viewer, input, await renamePerson(deps, viewer.id, input.name))
      setFlash(deps, c, 'profile-saved')
      return c.redirect('/compte', 303)
    })
    .post('/compte/appareils/fin', async (c) => {
      await endAll(deps, signedIn(c).id, c.var.sessionId ?? undefined)
      setFlash(deps, c, 'sessions-ended')
      return c.redirect('/compte', 303)
    })
    .post('/compte/appareils/:id/fin', async (c) => {
      await endSession(deps, signedIn(c).id, c.req.param('id'))
      setFlash(deps, c, 'session-ended')
      return c.redirect('/compte', 303)
    })
    .get('/compte/donnees', sudo(deps), async (c) => {
      const viewer = signedIn(c)
      const data = {
        ...(await exportAccount(deps, viewer)),
        alerts: await exportAlerts(deps, viewer),
        notifications: await exportNotifications(deps, viewer),
        facilitation: await ownCases(deps, viewer),
        unsaved: await exportTyped(deps.db, viewer),
      }
      return c.body(JSON.stringify(data, null, 2), 200, {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': 'attachment; filename="maillon-compte.json"',
        'Cache-Control': 'private, no-store',
      })
    })
    .get('/compte/suppression', (c) => deletionPage(deps, c, blankForm))
    .post('/compte/suppression', smallBody, async (c) => {
      const viewer = signedIn(c)
      const sent = await formOf(c)
      if (await isLastAdmin(deps, viewer.id)) return deletionPage(deps, c, blankForm, 422)
      const { input, faults } = parse(passwordInput, sent)
      if (input === null) return deletionPage(deps, c, mend(c, sent, faults), 422)
      if (!(await isPasswordOf(deps, throttle, viewer, input.password, deviceOf(deps, c)))) {
        const wrong = mend(c, sent, [{ field: 'password', code: 'wrong-password' }])
        return deletionPage(deps, c, wrong, 422)
      }
      await deleteAccount(deps, viewer, [
        ...(await eraseCommentsOf(deps, viewer.id)),
        ...(await withdrawTopicsOf(deps, viewer.id)),
        ...(await retirePerson(deps, viewer.id)),
        ...eraseAlertsOf(deps, viewer),
        ...farewell(viewer),
        ...draftsGone(deps, viewer.id),
      ])
      setCookieHeader(c, noSession(deps))
      setFlash(deps, c, 'account-deleted')
      return c.redirect('/', 303)
    })

/** What their forms begin with. */
export const asTheyAre = ({ name, locale }: Viewer): FormState => ({ values: { name, locale }, errors: {} })

/** `pictureError`: what is wrong with a picture that was sent. */
export async function accountPage(
  deps: Deps,
  c: Ctx,
  form: FormState,
  status: 200 | 422 = 200,
  pictureError?: string,
) {
  const viewer = signedIn(c)
  const sessions = await openSessions(deps, viewer.id)
  const hosted = viewer.memberships.length === 0 ? [] : await hostedOrganisations(deps.db)
  const person = await personOf(deps, viewer.id)
  const own = new Set(viewer.memberships.map(({ organisationId }) => organisationId))
  return privatePage(
    deps,
    c,
    { title: accountTexts[c.var.locale].title, status },
    <Account
      {...form}
      email={viewer.email}
      role={viewer.role}
      organisations={hosted.filter(({ id }) => own.has(id)).map(({ title }) => title)}
      sessions={sessions}
      here={c.var.sessionId}
      portrait={{
        src: viewer.pictureId === null ? null : portraitPath(viewer.pictureId, 'full'),
        error: pictureError,
      }}
      address={person === undefined ? null : `@${person.handle}@${new URL(deps.hub.origin).host}`}
    />,
  )
}

async function deletionPage(deps: Deps, c: Ctx, form: FormState, status: 200 | 422 = 200) {
  const viewer = signedIn(c)
  const isLast = await isLastAdmin(deps, viewer.id)
  const { title } = accountTexts[c.var.locale].deletion
  return privatePage(
    deps,
    c,
    { title, status },
    <DeleteAccount {...form} username={viewer.email} isLast={isLast} />,
  )
}
