import { and, eq, gt, isNull, lt, or } from 'drizzle-orm'
import { guard, type Step } from '../../db/open.ts'
import { tickets } from '../../db/schema/accounts.ts'
import type { Deps } from '../deps.ts'
import { newSecret, sealed } from './secret.ts'

export type Purpose = (typeof tickets.$inferSelect)['purpose']
export type Ticket = typeof tickets.$inferSelect

const hour = 3_600_000

/** How long each link opens its door. */
export const lifetimes: Readonly<Record<Purpose, number>> = {
  setup: hour,
  invitation: 7 * 24 * hour,
  reset: hour / 2,
  'confirm-email': 24 * hour,
  'change-email': 24 * hour,
}

/** The secret goes into the link and nowhere else; the steps go into the command that sends it. */
export function issueTicket(
  deps: Pick<Deps, 'db' | 'now' | 'random'>,
  ticket: { purpose: Purpose; userId?: string; email?: string; data?: unknown; createdBy?: string | null },
): { secret: string; steps: Step[] } {
  const secret = newSecret(deps)
  const now = deps.now()
  return {
    secret,
    steps: [
      ...sweep(deps, now),
      deps.db.make.insert(tickets).values({
        id: sealed(secret),
        purpose: ticket.purpose,
        userId: ticket.userId ?? null,
        email: ticket.email?.toLowerCase() ?? null,
        data: JSON.stringify(ticket.data ?? {}),
        createdBy: ticket.createdBy ?? null,
        createdAt: now,
        expiresAt: now + lifetimes[ticket.purpose],
      }),
    ],
  }
}

/** The ticket behind a link, while it can be used. Looking at it does not use it: mail scanners look too. */
export async function findTicket(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  purposes: readonly Purpose[],
  secret: string,
): Promise<Ticket | undefined> {
  const [row] = await db.read
    .select()
    .from(tickets)
    .where(and(eq(tickets.id, sealed(secret)), isNull(tickets.usedAt), gt(tickets.expiresAt, now())))
  return row !== undefined && purposes.includes(row.purpose) ? row : undefined
}

/** First in the command that the ticket allows: of two who use it at once, one is refused as a conflict. */
export const useTicket = ({ db, now }: Pick<Deps, 'db' | 'now'>, ticket: Ticket): Step[] => [
  db.make
    .update(tickets)
    .set({ usedAt: now() })
    .where(and(eq(tickets.id, ticket.id), isNull(tickets.usedAt), gt(tickets.expiresAt, now()))),
  guard(),
]

/** A newer link makes the older ones void. */
export const voidTickets = (
  { db }: Pick<Deps, 'db'>,
  purpose: Purpose,
  owner: { email: string } | { userId: string } | { id: string } | 'all',
): Step[] => [
  db.make
    .delete(tickets)
    .where(
      and(eq(tickets.purpose, purpose), isNull(tickets.usedAt), owner === 'all' ? undefined : of(owner)),
    ),
]

const of = (owner: { email: string } | { userId: string } | { id: string }) =>
  'email' in owner
    ? eq(tickets.email, owner.email.toLowerCase())
    : 'userId' in owner
      ? eq(tickets.userId, owner.userId)
      : eq(tickets.id, owner.id)

/** What can no longer be used names people for nothing. */
const sweep = ({ db }: Pick<Deps, 'db'>, now: number): Step[] => [
  db.make
    .delete(tickets)
    .where(or(lt(tickets.expiresAt, now - 24 * hour), lt(tickets.usedAt, now - 24 * hour))),
]
