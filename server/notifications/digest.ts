import { and, asc, eq, inArray, isNull, lte, ne } from 'drizzle-orm'
import { guard, type Step } from '../../db/open.ts'
import { users } from '../../db/schema/accounts.ts'
import { notificationChoices, notifications } from '../../db/schema/notifications.ts'
import type { Locale } from '../../views/language.tsx'
import type { Deps } from '../deps.ts'
import { isOfOneAddress, mostFailures, nextAfter, relayAfter, retryAfter } from '../mail/retry.ts'
import { Refusal, unlessConflict } from '../refusal.ts'
import { digestLetter } from './letters.ts'
import { unmailedOf } from './queries.ts'
import { periods } from './topics.ts'

/** Of one round: the next one goes on where this one ends. */
const mostLetters = 100

/** In one letter; the rest is on the page. */
export const mostItems = 50

interface Due {
  choice: typeof notificationChoices.$inferSelect
  email: string
  locale: Locale
}

/** The letters that are due. Where mail itself does not work, the round ends: nothing is marked as told. */
export async function sendNotifications(deps: Deps): Promise<void> {
  if (deps.mailer === null) return
  for (const due of await dueNow(deps))
    try {
      if ((await sendTo(deps, due)) === 'no mail') return
    } catch (error) {
      if (error instanceof Refusal) throw error
      // One reader's letter is no reason to leave the others without theirs.
      deps.log.error({ err: error }, 'a letter of notifications could not be made')
    }
}

const dueNow = ({ db, now }: Deps): Promise<Due[]> =>
  db.read
    .select({ choice: notificationChoices, email: users.email, locale: users.locale })
    .from(notificationChoices)
    .innerJoin(users, and(eq(users.id, notificationChoices.userId), eq(users.state, 'active')))
    .where(
      and(
        lte(notificationChoices.dueAt, now()),
        ne(notificationChoices.rhythm, 'never'),
        isNull(notificationChoices.pausedAt),
        inArray(
          notificationChoices.userId,
          db.make
            .select({ userId: notifications.userId })
            .from(notifications)
            .where(isNull(notifications.mailedAt)),
        ),
      ),
    )
    .orderBy(asc(notificationChoices.dueAt))
    .limit(mostLetters)

/** At most once, as an alert's digest is (docs/adr/0022): that it is told is written before the letter leaves. */
async function sendTo(deps: Deps, due: Due): Promise<'done' | 'no mail'> {
  const { choice } = due
  // What may not be read any more is not told, now or later.
  const items = await unmailedOf(deps.db, choice.userId, mostItems + 1)
  const ns = items.slice(0, mostItems).map(({ n }) => n)
  if (!(await marked(deps, choice, ns)) || items.length === 0) return 'done'
  try {
    await deps.mailer?.(digestLetter(deps, { ...due, userId: choice.userId }, items, mostItems))
  } catch (error) {
    deps.log.warn({ err: error }, 'a letter of notifications could not leave')
    const refused = isOfOneAddress(error)
    await takeBack(deps, choice, ns, refused)
    return refused ? 'done' : 'no mail'
  }
  if (choice.failures > 0)
    await deps.db.write([
      deps.db.make
        .update(notificationChoices)
        .set({ failures: 0 })
        .where(eq(notificationChoices.userId, choice.userId)),
    ])
  return 'done'
}

/** False: another round has told of it, or its reader has just chosen otherwise. */
async function marked(deps: Deps, choice: Due['choice'], ns: readonly number[]): Promise<boolean> {
  const { db, now } = deps
  if (choice.rhythm === 'never') return false
  const { userId, dueAt, rhythm } = choice
  const next = nextAfter(dueAt, periods[rhythm], now())
  const mark: Step[] =
    ns.length === 0
      ? []
      : [
          db.make
            .update(notifications)
            .set({ mailedAt: now() })
            .where(and(eq(notifications.userId, userId), inArray(notifications.n, [...ns]))),
        ]
  return unlessConflict(() =>
    db.write([
      db.make
        .update(notificationChoices)
        .set({ dueAt: next })
        .where(
          and(
            eq(notificationChoices.userId, userId),
            eq(notificationChoices.dueAt, dueAt),
            eq(notificationChoices.rhythm, rhythm),
          ),
        ),
      guard(),
      ...mark,
    ]),
  )
}

/** Told again, later; where letters have failed for days, not before its reader chooses. */
async function takeBack(
  deps: Deps,
  choice: Due['choice'],
  ns: readonly number[],
  refused: boolean,
): Promise<void> {
  const { db, now } = deps
  const failures = choice.failures + (refused ? 1 : 0)
  await db.write([
    db.make
      .update(notificationChoices)
      .set({
        failures,
        dueAt: now() + (refused ? retryAfter(choice.failures) : relayAfter),
        ...(failures >= mostFailures && { pausedAt: now() }),
      })
      .where(eq(notificationChoices.userId, choice.userId)),
    db.make
      .update(notifications)
      .set({ mailedAt: null })
      .where(inArray(notifications.n, [...ns])),
  ])
}
