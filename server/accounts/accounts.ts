import type { Step } from '../../db/open.ts'
import type { Locale } from '../../views/language.tsx'
import type { Deps } from '../deps.ts'
import { Refusal } from '../refusal.ts'
import * as store from './store.ts'
import { required, type Role, type Viewer } from './viewer.ts'

/** Who decides about other people: an administrator, or whoever holds the machine. */
export type Authority = Viewer | 'console'

export const mayAdminister = (by: Authority): void => {
  if (by !== 'console') required(by, 'admin')
}

/** An account without a password: `issueReset` gives the link that chooses one. */
export async function createUser(
  deps: Deps,
  by: Authority,
  person: { email: string; name: string; role: Role; locale?: Locale },
): Promise<string> {
  mayAdminister(by)
  const id = deps.newId()
  await deps.db.write(
    store.insertUser(deps.db, {
      ...person,
      id,
      locale: person.locale ?? deps.hub.settings.locale,
      createdAt: deps.now(),
    }),
  )
  return id
}

/** One's own name and language; `more` is what else bears the name. */
export async function saveProfile(
  { db }: Deps,
  viewer: Viewer,
  { name, locale }: { name: string; locale: Locale },
  more: readonly Step[] = [],
): Promise<void> {
  await db.write([...store.changeUser(db, viewer.id, { name, locale }), ...more])
}

/** New rights begin with a new login, lost ones end at once: the person's sessions end. */
export async function changeRole(deps: Deps, by: Authority, userId: string, role: Role): Promise<void> {
  mayAdminister(by)
  const user = await found(deps, userId)
  if (user.role === role) return
  await deps.db.write([
    ...store.changeUser(deps.db, userId, { role }),
    ...store.endSessions(deps.db, userId),
    store.keepsAnAdmin(),
  ])
  deps.log.info({ user: userId, role, by: nameOf(by) }, 'role changed')
}

/** Closed: nobody enters, nothing is erased. `more` is what other rooms note of it. */
export async function disable(
  deps: Deps,
  by: Authority,
  userId: string,
  more: readonly Step[] = [],
): Promise<void> {
  mayAdminister(by)
  // Pressed twice, it is closed once.
  if ((await found(deps, userId)).state === 'disabled') return
  await deps.db.write([
    ...store.changeUser(deps.db, userId, { state: 'disabled' }),
    ...store.endSessions(deps.db, userId),
    ...store.dropTicketsOf(deps.db, userId),
    store.keepsAnAdmin(),
    ...more,
  ])
  deps.log.info({ user: userId, by: nameOf(by) }, 'account disabled')
}

export async function enable(
  deps: Deps,
  by: Authority,
  userId: string,
  more: readonly Step[] = [],
): Promise<void> {
  mayAdminister(by)
  const user = await found(deps, userId)
  if (user.state !== 'disabled') throw new Refusal('conflict', 'This account is not closed.')
  await deps.db.write([...store.changeUser(deps.db, userId, { state: 'active' }), ...more])
  deps.log.info({ user: userId, by: nameOf(by) }, 'account enabled')
}

export async function addMembership(
  deps: Deps,
  by: Authority,
  userId: string,
  membership: store.Membership,
): Promise<void> {
  mayAdminister(by)
  await found(deps, userId)
  await mustHost(deps, membership.organisationId)
  await deps.db.write(store.putMembership(deps.db, { userId, ...membership }, deps.now()))
}

export async function removeMembership(
  { db }: Deps,
  by: Authority,
  userId: string,
  organisationId: string,
): Promise<void> {
  mayAdminister(by)
  await db.write(store.dropMembership(db, userId, organisationId))
}

export async function mustHost({ db }: Deps, organisationId: string): Promise<void> {
  const hosted = await store.hostedOrganisations(db)
  if (!hosted.some(({ id }) => id === organisationId))
    throw new Refusal('absent', 'There is no such organisation here.')
}

/** Asked before a form offers it; the command asks again, in its own transaction. */
export async function isLastAdmin({ db }: Pick<Deps, 'db'>, userId: string): Promise<boolean> {
  const admins = await store.activeAdmins(db)
  return admins.length === 1 && admins[0]?.id === userId
}

async function found({ db }: Deps, userId: string): Promise<store.UserRow> {
  const user = await store.userById(db, userId)
  if (user === undefined) throw new Refusal('absent', 'There is no such account.')
  return user
}

const nameOf = (by: Authority): string => (by === 'console' ? by : by.id)
