import { and, eq, isNull, or, sql } from 'drizzle-orm'
import { guard, guardThat, type Statement, type Step } from '../../db/open.ts'
import { alerts } from '../../db/schema/alerts.ts'
import { send } from '../accounts/letters.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { isConflict, Refusal } from '../refusal.ts'
import type { Locale } from '../../views/language.tsx'
import type { Rhythm } from './input.ts'
import { askedLetter, crowdedLetter, knownLetter } from './letters.ts'
import { pathOf, readerOf } from './link.ts'
import {
  alertById,
  alertsOf,
  confirmedTwin,
  nextLetter,
  waitingTwin,
  type AlertRow,
  type Wanted,
} from './queries.ts'
import { readSearch } from './search.ts'
import { inWords } from './words.ts'

const hour = 3_600_000
const day = 24 * hour

/** How long a link waits for its reader. */
export const confirmWithin = day

/** A machine that types addresses must not fill the disk. */
export const mostUnconfirmed = 500

/** Of one reader: more are no help to anybody, and each is looked up again and again. */
export const mostOfOne = 20

/** What comes without a letter is never due (`queries.ts`). */
export const periods: Readonly<Record<Rhythm, number>> = { daily: day, weekly: 7 * day, none: 7 * day }

/**
 * First step of somebody without an account: a letter to the address, with the link. The answer is the same whether
 * this address is told of it already or not. False: the letter could not leave, and nothing is kept.
 */
export async function ask(
  deps: Deps,
  wanted: Wanted,
  { email, rhythm, locale }: { email: string; rhythm: Rhythm; locale: Locale },
): Promise<boolean> {
  const { db, hub } = deps
  const reader = readerOf(deps, email)
  const to = { email, locale }
  const filter = readSearch(wanted)
  if (filter === null) throw new Refusal('invalid', 'There is no such list.')
  const about = { hub: hub.settings.name, what: await inWords(deps, filter, locale, 'hidden') }
  const linkTo = (id: string): string => hub.origin + pathOf(deps, { id, account: null })
  const before = await confirmedTwin(db, reader, wanted)
  if (before !== undefined) return send(deps, knownLetter(to, about, linkTo(before.id)))
  const [newest, ...others] = await alertsOf(db, reader)
  if (newest !== undefined && others.length + 1 >= mostOfOne)
    return send(deps, crowdedLetter(to, about, linkTo(newest.id)))
  // A second press of the button is the first.
  if (await waitingTwin(db, reader, wanted, deps.now() - hour)) return true
  const id = deps.newId()
  const row = { ...wanted, id, reader, email, rhythm, locale, createdAt: deps.now() }
  await db.write([guardThat(room), db.make.insert(alerts).values({ ...row, ...untold })])
  if (await send(deps, askedLetter(to, about, linkTo(id)))) return true
  await db.write([db.make.delete(alerts).where(and(eq(alerts.id, id), unconfirmed))])
  return false
}

const untold = { since: 0, sinceN: 0, dueAt: 0 }

const unconfirmed = isNull(alerts.confirmedAt)

const room: Statement = {
  sql: `SELECT (SELECT count(*) FROM alerts WHERE confirmed_at IS NULL) < ?`,
  args: [mostUnconfirmed],
}

/** Also asked before, for a clear answer; the guard is for those who press at the same moment. */
export const isCrowded = async ({ db }: Pick<Deps, 'db'>): Promise<boolean> =>
  (await db.query(room.sql, room.args)).rows[0]?.[0] !== 1

export type Confirmation = 'told' | 'late' | 'many'

/** Second step: the address is theirs. What is there already is no news: it is told of what comes from now on. */
export async function confirm(deps: Deps, alert: AlertRow): Promise<Confirmation> {
  if (alert.confirmedAt !== null) return 'told'
  const now = deps.now()
  if (alert.createdAt + confirmWithin < now) return 'late'
  if ((await alertsOf(deps.db, alert.reader)).length >= mostOfOne) return 'many'
  try {
    await deps.db.write([
      guardThat(nobodyElse(alert)),
      guardThat(roomOf(alert.reader)),
      deps.db.make
        .update(alerts)
        .set({ confirmedAt: now, ...(await fromNowOn(deps, alert.reader, alert.rhythm)) })
        .where(and(eq(alerts.id, alert.id), unconfirmed)),
      guard(),
    ])
    return 'told'
  } catch (error) {
    if (!isConflict(error)) throw error
    // Pressed twice, or the same search through another letter: either way they are told of it.
    return (await confirmedTwin(deps.db, alert.reader, alert)) === undefined ? 'late' : 'told'
  }
}

export const roomOf = (reader: string): Statement => ({
  sql: 'SELECT (SELECT count(*) FROM alerts WHERE reader = ? AND confirmed_at IS NOT NULL) < ?',
  args: [reader, mostOfOne],
})

const nobodyElse = ({ reader, kind, query, organisationId }: AlertRow): Statement => ({
  sql: `SELECT NOT EXISTS (SELECT 1 FROM alerts WHERE reader = ? AND kind = ? AND query = ?
    AND organisation_id = ? AND confirmed_at IS NOT NULL)`,
  args: [reader, kind, query, organisationId],
})

/** It joins the letter of the others of its rhythm. */
export async function fromNowOn(deps: Pick<Deps, 'db' | 'now'>, reader: string, rhythm: Rhythm) {
  const now = deps.now()
  return {
    since: now,
    sinceN: sql<number>`(SELECT coalesce(max(n), 0) FROM entries)`,
    dueAt: (await nextLetter(deps.db, reader, rhythm)) ?? now + periods[rhythm],
    failures: 0,
    pausedAt: null,
  }
}

/** It is gone, and nothing of it is kept. */
export const end = async ({ db }: Pick<Deps, 'db'>, { id }: Pick<AlertRow, 'id'>): Promise<void> =>
  void (await db.write([db.make.delete(alerts).where(eq(alerts.id, id))]))

/** All of one reader's, those that wait included. */
export const endAll = async ({ db }: Pick<Deps, 'db'>, reader: string): Promise<void> =>
  void (await db.write([db.make.delete(alerts).where(eq(alerts.reader, reader))]))

/** With the account goes what its address asked for before there was one. */
export const eraseAlertsOf = (deps: Pick<Deps, 'db' | 'secret'>, viewer: Viewer): Step[] => [
  deps.db.make
    .delete(alerts)
    .where(or(eq(alerts.userId, viewer.id), eq(alerts.reader, readerOf(deps, viewer.email)))),
]

/** One of this account's, or of its address; the id of another's says nothing, not even that it exists. */
export async function ownAlert(deps: Deps, viewer: Viewer, id: string): Promise<AlertRow> {
  const alert = await alertById(deps.db, id)
  if (alert === undefined || ![viewer.id, readerOf(deps, viewer.email)].includes(alert.reader))
    throw new Refusal('absent', 'There is no such alert.')
  return alert
}
