import type { Step } from '../../db/open.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../refusal.ts'
import type { SetupInput } from './input.ts'
import { hashPassword } from './password.ts'
import { insertUser, notBegun } from './store.ts'
import { issueTicket, useTicket, voidTickets, type Ticket } from './tickets.ts'

/**
 * The hub begins: settings, first administrator and `more` (its actors) in one transaction, once. The wizard
 * also hands in its ticket. Returns the administrator's id.
 */
export async function setupHub(
  deps: Deps,
  input: Omit<SetupInput, 'publicUrl'> & { publicUrl?: string | null },
  { more, ticket }: { more: readonly Step[]; ticket?: Ticket },
): Promise<string> {
  const { db, hub } = deps
  if (hub.settings.initialisedAt !== null) throw new Refusal('conflict', 'This hub is already set up.')
  const { name, handle, tagline, territory, locale, publicUrl } = input
  const now = deps.now()
  const id = deps.newId()
  const passwordHash = await hashPassword(input.password)
  const settings = {
    name,
    handle,
    territory,
    locale,
    tagline: tagline ?? '',
    initialisedAt: now,
    ...(publicUrl === null || publicUrl === undefined ? {} : { publicUrl }),
  }
  await db.write([
    notBegun(),
    ...(ticket === undefined ? [] : useTicket(deps, ticket)),
    ...hub.steps(settings, id, now),
    ...insertUser(db, {
      id,
      email: input.adminEmail,
      name: input.adminName,
      locale,
      passwordHash,
      role: 'admin',
      createdAt: now,
      // Through the wizard they are in already; through the console, nobody has come yet.
      lastLoginAt: ticket === undefined ? null : now,
    }),
    ...more,
  ])
  await hub.reload()
  return id
}

/** The one link that opens the wizard: printed at start, void as soon as a newer one is, or after an hour. */
export async function createSetupTicket(deps: Deps): Promise<string> {
  if (deps.hub.settings.initialisedAt !== null) throw new Refusal('conflict', 'This hub is already set up.')
  const { secret, steps } = issueTicket(deps, { purpose: 'setup' })
  await deps.db.write([...voidTickets(deps, 'setup', 'all'), ...steps])
  return `${deps.hub.origin}/setup?token=${secret}`
}
