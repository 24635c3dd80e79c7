import { eq } from 'drizzle-orm'
import type { Step } from '../../db/open.ts'
import { loginFailures } from '../../db/schema/accounts.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../refusal.ts'
import { mayAdminister, type Authority } from './accounts.ts'
import { deviceCookie, knownDevice } from './known-device.ts'
import { later, letter, send } from './letters.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { beginSession } from './session.ts'
import * as store from './store.ts'
import type { Throttle } from './throttle.ts'
import { issueTicket, useTicket, voidTickets, type Ticket } from './tickets.ts'
import { revokeTokens } from './tokens.ts'
import type { Viewer } from './viewer.ts'

/** Where a person sits: the session to replace, and what the browser calls itself. */
export interface Device {
  address: string
  userAgent: string | undefined
  sessionId: string | null
  /** What it shows to have signed in before. */
  known: string | undefined
}

export type Login =
  | { outcome: 'in'; cookies: string[]; user: store.UserRow }
  /** Wrong password, or no such account: the same answer, after the same time. */
  | { outcome: 'unknown' }
  /** Only said to who has the right password. */
  | { outcome: 'pending' | 'disabled' }

export async function logIn(
  deps: Deps,
  throttle: Throttle,
  given: { email: string; password: string },
  device: Device,
): Promise<Login> {
  const email = given.email.trim().toLowerCase()
  const known = knownDevice(deps, device.known, email)
  await throttle.password(device.address, email, known)
  const user = await store.userByEmail(deps.db, email)
  const isRight = await verifyPassword(user?.passwordHash ?? null, given.password)
  if (user === undefined || !isRight) return { outcome: 'unknown' }
  await throttle.forget(device.address, email, known)
  if (user.state !== 'active') return { outcome: user.state }
  const cookie = await beginSession(deps, user.id, {
    userAgent: device.userAgent,
    replaces: device.sessionId,
    also: store.changeUser(deps.db, user.id, { lastLoginAt: deps.now() }),
  })
  return { outcome: 'in', cookies: [cookie, deviceCookie(deps, email)], user }
}

/** The password typed again, for pages that ask for it: a new session that remembers when. Null: it is wrong. */
export async function confirmPassword(
  deps: Deps,
  throttle: Throttle,
  viewer: Viewer,
  password: string,
  device: Device,
): Promise<string | null> {
  if (!(await isPasswordOf(deps, throttle, viewer, password, device))) return null
  return beginSession(deps, viewer.id, { userAgent: device.userAgent, replaces: device.sessionId })
}

export async function isPasswordOf(
  deps: Deps,
  throttle: Throttle,
  viewer: Viewer,
  password: string,
  { sessionId }: Device,
): Promise<boolean> {
  const session = sessionId ?? viewer.id
  await throttle.confirmation(session)
  const user = await store.userById(deps.db, viewer.id)
  const isRight = await verifyPassword(user?.passwordHash ?? null, password)
  if (isRight) await throttle.confirmed(session)
  return isRight
}

/** Every session ends, this one too, and a new one begins here. */
export async function changePassword(
  deps: Deps,
  viewer: Viewer,
  password: string,
  device: Device,
): Promise<string> {
  const also = await newPassword(deps, viewer, password)
  return beginSession(deps, viewer.id, { userAgent: device.userAgent, replaces: null, also })
}

/** The answer is the same whether the account exists or not, and so is the time: the rest is done after it. */
export const requestReset = (deps: Deps, email: string): void =>
  later(deps, async () => {
    const user = await store.userByEmail(deps.db, email)
    if (user?.state !== 'active' || deps.mailer === null) return
    const link = await resetLink(deps, user.id)
    await send(deps, letter('reset', user, { hub: deps.hub.settings.name, link }))
  })

/** For a person without mail: the administrator hands the link over. */
export async function issueReset(deps: Deps, by: Authority, userId: string): Promise<string> {
  mayAdminister(by)
  const user = await store.userById(deps.db, userId)
  if (user?.state !== 'active') throw new Refusal('conflict', 'This account is not open.')
  return resetLink(deps, userId)
}

/** Returns the `Set-Cookie` for the device on which it was done: whoever opened the letter is known there. */
export async function resetPassword(deps: Deps, ticket: Ticket, password: string): Promise<string> {
  const user = ticket.userId === null ? undefined : await store.userById(deps.db, ticket.userId)
  if (user?.state !== 'active') throw new Refusal('gone', 'This account is no longer open.')
  await deps.db.write([...useTicket(deps, ticket), ...(await newPassword(deps, user, password))])
  return deviceCookie(deps, user.email)
}

/** A new address counts once its owner has opened the link; where there is no mail, at once. */
export async function requestEmailChange(
  deps: Deps,
  viewer: Viewer,
  email: string,
): Promise<'changed' | 'sent' | 'has-account'> {
  const { db, hub, mailer } = deps
  const taken = (await store.userByEmail(db, email)) !== undefined
  if (mailer === null) {
    if (taken) return 'has-account'
    await db.write(store.changeUser(db, viewer.id, { email, emailConfirmedAt: null }))
    return 'changed'
  }
  const words = { hub: hub.settings.name, link: `${hub.origin}/connexion` }
  if (taken) {
    void send(deps, letter('known', { email, locale: viewer.locale }, words))
    return 'sent'
  }
  const { secret, steps } = issueTicket(deps, { purpose: 'change-email', userId: viewer.id, email })
  await db.write([...voidTickets(deps, 'change-email', { userId: viewer.id }), ...steps])
  const link = `${hub.origin}/confirmer/${secret}`
  void send(deps, letter('newEmail', { email, locale: viewer.locale }, { ...words, link }))
  return 'sent'
}

export async function confirmEmailChange(deps: Deps, ticket: Ticket): Promise<void> {
  const user = ticket.userId === null ? undefined : await store.userById(deps.db, ticket.userId)
  if (user?.state !== 'active' || ticket.email === null)
    throw new Refusal('gone', 'This account is no longer open.')
  await deps.db.write([
    ...useTicket(deps, ticket),
    ...voidTickets(deps, 'reset', { userId: user.id }),
    ...store.changeUser(deps.db, user.id, { email: ticket.email, emailConfirmedAt: deps.now() }),
  ])
  const words = { hub: deps.hub.settings.name, link: `${deps.hub.origin}/contact` }
  void send(deps, letter('oldEmail', user, words))
}

async function resetLink(deps: Deps, userId: string): Promise<string> {
  const { secret, steps } = issueTicket(deps, { purpose: 'reset', userId })
  await deps.db.write([...voidTickets(deps, 'reset', { userId }), ...steps])
  return `${deps.hub.origin}/mot-de-passe/${secret}`
}

/** What an old password opened is shut: sessions, API tokens, links under way, the count of wrong tries. */
async function newPassword(
  { db, now }: Deps,
  { id, email }: { id: string; email: string },
  password: string,
): Promise<Step[]> {
  const passwordHash = await hashPassword(password)
  return [
    ...store.changeUser(db, id, { passwordHash }),
    ...store.endSessions(db, id),
    ...revokeTokens(db, id, now()),
    ...store.dropTicketsOf(db, id),
    db.make.delete(loginFailures).where(eq(loginFailures.email, email)),
  ]
}
