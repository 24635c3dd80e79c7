import { z } from 'zod'
import { and, eq } from 'drizzle-orm'
import { guard, type Step } from '../../db/open.ts'
import { users } from '../../db/schema/accounts.ts'
import type { Locale } from '../../views/language.tsx'
import type { Deps } from '../deps.ts'
import { Refusal } from '../refusal.ts'
import { mayAdminister, type Authority } from './accounts.ts'
import { later, letter, send } from './letters.ts'
import { hashPassword } from './password.ts'
import * as store from './store.ts'
import { issueTicket, useTicket, type Ticket } from './tickets.ts'
import { spokenHere } from '../text/spoken-here.ts'

/** Open needs mail: an address that nobody confirmed is nobody's. */
export const isOpen = ({ hub, mailer }: Pick<Deps, 'hub' | 'mailer'>): boolean =>
  hub.settings.registration === 'open' && mailer !== null

const asked = z.object({ name: z.string(), locale: spokenHere })

/**
 * First step: a letter to the address. Nothing of an account exists before its owner has opened the link and
 * chosen the password there, and the answer is the same for an address that already has one.
 */
export function register(deps: Deps, person: { name: string; email: string; locale: Locale }): void {
  if (!isOpen(deps)) throw new Refusal('forbidden', 'Accounts are by invitation here.')
  later(deps, () => writeTo(deps, person))
}

async function writeTo(
  deps: Deps,
  { name, email, locale }: { name: string; email: string; locale: Locale },
): Promise<void> {
  const { origin, settings } = deps.hub
  const words = { hub: settings.name, link: `${origin}/connexion` }
  if ((await store.userByEmail(deps.db, email)) !== undefined) {
    await send(deps, letter('known', { email, locale }, words))
    return
  }
  const { secret, steps } = issueTicket(deps, { purpose: 'confirm-email', email, data: { name, locale } })
  await deps.db.write(steps)
  await send(
    deps,
    letter('confirmation', { email, locale }, { ...words, link: `${origin}/confirmer/${secret}` }),
  )
}

/** Second step: the address is theirs. The account now waits for an administrator. */
export async function confirmRegistration(deps: Deps, ticket: Ticket, password: string): Promise<void> {
  if (!isOpen(deps)) throw new Refusal('forbidden', 'Accounts are by invitation here.')
  const { name, locale } = asked.parse(JSON.parse(ticket.data))
  const now = deps.now()
  const passwordHash = await hashPassword(password)
  await deps.db.write([
    ...useTicket(deps, ticket),
    ...store.insertUser(deps.db, {
      id: deps.newId(),
      email: ticket.email ?? '',
      name,
      locale,
      passwordHash,
      state: 'pending',
      createdAt: now,
      emailConfirmedAt: now,
    }),
  ])
  later(deps, () => tellAdmins(deps))
}

/** Third step. `more` is what other rooms note of it. */
export async function approve(
  deps: Deps,
  by: Authority,
  userId: string,
  more: readonly Step[] = [],
): Promise<void> {
  mayAdminister(by)
  const user = await waiting(deps, userId)
  await deps.db.write([
    deps.db.make.update(users).set({ state: 'active' }).where(stillWaits(userId)),
    guard(),
    ...more,
  ])
  const { origin, settings } = deps.hub
  void send(deps, letter('approval', user, { hub: settings.name, link: `${origin}/connexion` }))
}

/** Nothing is kept of those who are not let in. */
export async function decline(
  deps: Deps,
  by: Authority,
  userId: string,
  more: readonly Step[] = [],
): Promise<void> {
  mayAdminister(by)
  await waiting(deps, userId)
  await deps.db.write([deps.db.make.delete(users).where(stillWaits(userId)), guard(), ...more])
}

const stillWaits = (userId: string) => and(eq(users.id, userId), eq(users.state, 'pending'))

async function waiting({ db }: Deps, userId: string): Promise<store.UserRow> {
  const user = await store.userById(db, userId)
  if (user?.state !== 'pending') throw new Refusal('conflict', 'This account does not wait for approval.')
  return user
}

async function tellAdmins(deps: Deps): Promise<void> {
  const { origin, settings } = deps.hub
  for (const admin of await store.activeAdmins(deps.db))
    await send(deps, letter('waiting', admin, { hub: settings.name, link: `${origin}/utilisateurs` }))
}
