import { Hono } from 'hono'
import { ResetLink } from '../../../views/accounts/inviting.tsx'
import { Person } from '../../../views/accounts/person.tsx'
import { peopleTexts } from '../../../views/accounts/people-texts.ts'
import { addMembership, changeRole, isLastAdmin, removeMembership } from '../../accounts/accounts.ts'
import { issueReset } from '../../accounts/credentials.ts'
import { closureInput, membershipInput, parse, roleInput } from '../../accounts/input.ts'
import { hostedOrganisations, membershipsOf, userById, type UserRow } from '../../accounts/store.ts'
import { required } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { sayAll, type Fault } from '../../kinds/faults.ts'
import { closeAccount, openAccount } from '../../moderation/accounts.ts'
import { Refusal } from '../../refusal.ts'
import type { Ctx, Env } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import type { FlashKey } from '../../../views/flash-texts.ts'
import { formOf, smallBody } from './form.ts'
import { privatePage } from './private-page.tsx'
import { sudo } from './sudo.tsx'

/** One person, as an administrator may change them. */
export function personRoutes(deps: Deps) {
  const recently = sudo(deps, pathOf)
  return new Hono<Env>()
    .get('/utilisateurs/:id', recently, (c) => personPage(deps, c, []))
    .post('/utilisateurs/:id/role', smallBody, recently, async (c) => {
      const admin = required(c.var.viewer, 'admin')
      const { id } = await personOf(deps, c)
      const { input, faults } = parse(roleInput, await formOf(c))
      if (input === null) return personPage(deps, c, faults)
      if (input.role !== 'admin' && (await isLastAdmin(deps, id)))
        return personPage(deps, c, [{ field: 'role', code: 'last-admin' }])
      await changeRole(deps, admin, id, input.role)
      return done(deps, c, 'role-changed')
    })
    .post('/utilisateurs/:id/organisations', smallBody, recently, async (c) => {
      const admin = required(c.var.viewer, 'admin')
      const { input, faults } = parse(membershipInput, await formOf(c))
      if (input === null) return personPage(deps, c, faults)
      const { organisation: organisationId, organisationRole: role } = input
      await addMembership(deps, admin, c.req.param('id'), { organisationId, role })
      return done(deps, c, 'person-saved')
    })
    .post('/utilisateurs/:id/organisations/:organisation/retrait', recently, async (c) => {
      const { id, organisation } = c.req.param()
      await removeMembership(deps, required(c.var.viewer, 'admin'), id, organisation)
      return done(deps, c, 'person-saved')
    })
    .post('/utilisateurs/:id/lien', recently, async (c) => {
      const admin = required(c.var.viewer, 'admin')
      const { id, name } = await personOf(deps, c)
      const link = await issueReset(deps, admin, id)
      const { title } = peopleTexts[c.var.locale].resetLink
      return privatePage(deps, c, { title }, <ResetLink name={name} link={link} />)
    })
    .post('/utilisateurs/:id/fermeture', smallBody, recently, async (c) => {
      const admin = required(c.var.viewer, 'admin')
      const { id } = await personOf(deps, c)
      if (await isLastAdmin(deps, id)) return personPage(deps, c, [{ field: 'role', code: 'last-admin' }])
      const { input, faults } = parse(closureInput, await formOf(c))
      if (input === null) return personPage(deps, c, faults)
      await closeAccount(deps, admin, id, input.reason)
      return done(deps, c, 'person-disabled')
    })
    .post('/utilisateurs/:id/ouverture', recently, async (c) => {
      await openAccount(deps, required(c.var.viewer, 'admin'), c.req.param('id'))
      return done(deps, c, 'person-enabled')
    })
}

const pathOf = (c: Ctx): string => `/utilisateurs/${encodeURIComponent(c.req.param('id') ?? '')}`

function done(deps: Deps, c: Ctx, key: FlashKey): Response {
  setFlash(deps, c, key)
  return c.redirect(pathOf(c), 303)
}

async function personOf({ db }: Deps, c: Ctx): Promise<UserRow> {
  const user = await userById(db, c.req.param('id') ?? '')
  if (user === undefined) throw new Refusal('absent', 'There is no such account.')
  return user
}

async function personPage(deps: Deps, c: Ctx, faults: readonly Fault[]): Promise<Response> {
  const admin = required(c.var.viewer, 'admin')
  const person = await personOf(deps, c)
  const hosted = await hostedOrganisations(deps.db)
  const memberships = await membershipsOf(deps.db, person.id)
  const titles = new Map(hosted.map(({ id, title }) => [id, title]))
  const isIn = new Set(memberships.map(({ organisationId }) => organisationId))
  return privatePage(
    deps,
    c,
    { title: person.name, status: faults.length === 0 ? 200 : 422 },
    <Person
      person={person}
      memberships={memberships.map(({ organisationId, role }) => ({
        organisationId,
        role,
        title: titles.get(organisationId) ?? '',
      }))}
      organisations={hosted
        .filter(({ id }) => !isIn.has(id))
        .map(({ id, title }) => ({ value: id, label: title }))}
      isSelf={person.id === admin.id}
      isLastAdmin={await isLastAdmin(deps, person.id)}
      errors={sayAll(faults, c.var.locale)}
    />,
  )
}
