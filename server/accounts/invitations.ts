import { z } from 'zod'
import { roles } from '../../db/schema/accounts.ts'
import type { Locale } from '../../views/language.tsx'
import type { Deps } from '../deps.ts'
import { Refusal } from '../refusal.ts'
import { mayAdminister, mustHost, type Authority } from './accounts.ts'
import { letter, send } from './letters.ts'
import { hashPassword } from './password.ts'
import * as store from './store.ts'
import { issueTicket, useTicket, voidTickets, type Ticket } from './tickets.ts'
import type { Role } from './viewer.ts'

export interface Invitation {
  email: string
  role: Role
  /** The organisation to speak for, and how. */
  membership: store.Membership | null
}

const promised = z.object({
  role: z.enum(roles),
  membership: z
    .object({ organisationId: z.string(), role: z.enum(['editor', 'contributor']) })
    .nullable()
    .default(null),
})

/** The link is returned for those who hand it over themselves: always where there is no mail. */
export async function invite(
  deps: Deps,
  by: Authority,
  { email, role, membership }: Invitation,
): Promise<{ link: string; sent: boolean }> {
  mayAdminister(by)
  if (membership !== null) await mustHost(deps, membership.organisationId)
  if ((await store.userByEmail(deps.db, email)) !== undefined)
    throw new Refusal('conflict', 'This address already has an account.')
  const { secret, steps } = issueTicket(deps, {
    purpose: 'invitation',
    email,
    data: { role, membership },
    createdBy: by === 'console' ? null : by.id,
  })
  await deps.db.write([...voidTickets(deps, 'invitation', { email }), ...steps])
  const link = `${deps.hub.origin}/invitation/${secret}`
  const { locale, name: hub } = deps.hub.settings
  return { link, sent: await send(deps, letter('invitation', { email, locale }, { hub, link })) }
}

/** The account, its role and its organisation come into being together, once. */
export async function acceptInvitation(
  deps: Deps,
  ticket: Ticket,
  person: { name: string; password: string; locale: Locale },
): Promise<string> {
  const { role, membership } = promised.parse(JSON.parse(ticket.data))
  const id = deps.newId()
  const now = deps.now()
  const passwordHash = await hashPassword(person.password)
  await deps.db.write([
    ...useTicket(deps, ticket),
    ...store.insertUser(deps.db, {
      id,
      email: ticket.email ?? '',
      name: person.name,
      locale: person.locale,
      passwordHash,
      role,
      createdAt: now,
      lastLoginAt: now,
    }),
    ...(membership === null ? [] : store.putMembership(deps.db, { userId: id, ...membership }, now)),
  ])
  return id
}

export async function cancelInvitation(deps: Deps, by: Authority, id: string): Promise<void> {
  mayAdminister(by)
  await deps.db.write(voidTickets(deps, 'invitation', { id }))
}
