import { and, asc, eq, gte, isNotNull, isNull, lt, lte } from 'drizzle-orm'
import { guard, guardThat, type Statement } from '../../db/open.ts'
import { inquiries } from '../../db/schema/inquiries.ts'
import { send } from '../accounts/letters.ts'
import type { Deps } from '../deps.ts'
import type { Entry } from '../entries/load.ts'
import { entryOfRow } from '../entries/queries.ts'
import { isConflict, unlessConflict } from '../refusal.ts'
import { inquiryOf } from './access.ts'
import { confirmWithin, nobodyElse, stillOpen, unconfirmed } from './commands.ts'
import { offerLetter } from './letters.ts'
import { pathOf } from './link.ts'
import { debatesHaveRoom, holds, leaveFullDebates, placesTaken, roomAmong } from './places.ts'
import { inquiryById, type InquiryRow } from './queries.ts'

// The line of those who would come if there were room. Who is first is offered a place, by letter, for a while; what is
// not taken is offered to the next, and whoever let it pass may stand at the end again.

const hour = 3_600_000

/** How long a place is kept for somebody who may be reading no mail today. */
export const offeredFor = 48 * hour

/** A line that nobody will see the end of helps nobody. */
export const mostWaiting = 500

/** Where somebody stands. `passed`: a place was offered, and not taken in time. */
export type Standing = 'unconfirmed' | 'placed' | 'waiting' | 'offered' | 'passed'

export function standingOf({ confirmedAt, waitingSince, offeredUntil }: InquiryRow, now: number): Standing {
  if (confirmedAt === null) return 'unconfirmed'
  if (waitingSince === null) return 'placed'
  if (offeredUntil === null) return 'waiting'
  return offeredUntil >= now ? 'offered' : 'passed'
}

export type Joining = 'waiting' | 'late' | 'over' | 'twice' | 'long'

/** At the end of the line: the address is theirs, and no place is. Also again, for whoever let an offer pass. */
export async function joinLine(deps: Deps, entry: Entry, inquiry: InquiryRow): Promise<Joining> {
  const now = deps.now()
  const standing = standingOf(inquiry, now)
  if (standing === 'waiting' || standing === 'offered') return 'waiting'
  const isNew = standing === 'unconfirmed'
  if (isNew && inquiry.createdAt + confirmWithin < now) return 'late'
  const open = inquiryOf(entry, now)
  if (standing === 'placed' || open === null || open.places === null) return 'over'
  const before = isNew ? unconfirmed : and(isNotNull(inquiries.waitingSince), lt(inquiries.offeredUntil, now))
  if (!(await holds(deps.db, lineHasRoom(inquiry)))) return 'long'
  try {
    await deps.db.write([
      guardThat(stillOpen(inquiry.entryN, now)),
      guardThat(lineHasRoom(inquiry)),
      ...(isNew ? [guardThat(nobodyElse(inquiry))] : []),
      deps.db.make
        .update(inquiries)
        .set({ confirmedAt: inquiry.confirmedAt ?? now, waitingSince: now, offeredUntil: null })
        .where(and(eq(inquiries.n, inquiry.n), before)),
      guard(),
    ])
    return 'waiting'
  } catch (error) {
    if (!isConflict(error)) throw error
    const present = await inquiryById(deps.db, inquiry.id)
    if (present === undefined) return 'over'
    return standingOf(present, now) === 'waiting' ? 'waiting' : isNew ? 'twice' : 'over'
  }
}

const lineHasRoom = ({ entryN }: InquiryRow): Statement => ({
  sql: 'SELECT (SELECT count(*) FROM inquiries WHERE entry_n = ? AND waiting_since IS NOT NULL) < ?',
  args: [entryN, mostWaiting],
})

export type Taking = 'sent' | 'passed' | 'seats' | 'over'

/** The place that was offered is theirs, if it still is offered. */
export async function takeOffer(
  deps: Deps,
  entry: Entry,
  inquiry: InquiryRow,
  { leaving = false }: { leaving?: boolean } = {},
): Promise<Taking> {
  const now = deps.now()
  if (standingOf(inquiry, now) === 'placed') return 'sent'
  if (inquiryOf(entry, now) === null) return 'over'
  if (!leaving && !(await holds(deps.db, debatesHaveRoom(inquiry)))) return 'seats'
  try {
    await deps.db.write([
      guardThat(stillOpen(inquiry.entryN, now)),
      ...(leaving ? [leaveFullDebates(inquiry)] : []),
      guardThat(debatesHaveRoom(inquiry)),
      deps.db.make
        .update(inquiries)
        .set({ waitingSince: null, offeredUntil: null })
        .where(
          and(
            eq(inquiries.n, inquiry.n),
            isNotNull(inquiries.waitingSince),
            gte(inquiries.offeredUntil, now),
          ),
        ),
      guard(),
    ])
    return 'sent'
  } catch (error) {
    if (!isConflict(error)) throw error
    const present = await inquiryById(deps.db, inquiry.id)
    if (present === undefined) return 'over'
    const standing = standingOf(present, now)
    if (standing === 'placed') return 'sent'
    if (standing === 'passed') return 'passed'
    return (await holds(deps.db, debatesHaveRoom(inquiry))) ? 'over' : 'seats'
  }
}

/** A round of offers: more than a hall empties at once. */
const mostOffers = 100

/**
 * What is free is offered, in the order of the line; who comes with more people than there is room for stays first, and
 * is passed over until there is. An offer whose letter cannot leave is none.
 */
export async function serveLine(deps: Deps, entry: Entry): Promise<void> {
  if (deps.mailer === null) return
  for (let offers = 0; offers < mostOffers; offers++) {
    const next = await nextInLine(deps, entry)
    if (next === undefined || !(await offer(deps, entry, next))) return
  }
}

async function nextInLine(deps: Deps, entry: Entry): Promise<InquiryRow | undefined> {
  const { db } = deps
  const open = inquiryOf(entry, deps.now())
  if (open === null || open.act !== 'register') return undefined
  const { n } = entry.envelope
  const free = open.places === null ? null : open.places - (await placesTaken(db, n, deps.now()))
  const [next] = await db.read
    .select()
    .from(inquiries)
    .where(
      and(
        ...[eq(inquiries.entryN, n), isNotNull(inquiries.waitingSince), isNull(inquiries.offeredUntil)],
        free === null ? undefined : lte(inquiries.people, free),
      ),
    )
    .orderBy(asc(inquiries.waitingSince), asc(inquiries.n))
    .limit(1)
  return next
}

/** False: it was not offered, and what is left waits for the next round. */
async function offer(deps: Deps, entry: Entry, inquiry: InquiryRow): Promise<boolean> {
  const { db, hub } = deps
  const now = deps.now()
  const { startsAt, closesAt, title } = entry.envelope
  const last = startsAt !== null && startsAt > now ? startsAt : (closesAt ?? now + offeredFor)
  const until = Math.min(now + offeredFor, last)
  const places = inquiryOf(entry, now)?.places ?? null
  const theirs = eq(inquiries.n, inquiry.n)
  const isOffered = await unlessConflict(() =>
    db.write([
      ...(places === null ? [] : [guardThat(roomAmong(inquiry, places, now))]),
      db.make
        .update(inquiries)
        .set({ offeredUntil: until })
        .where(and(theirs, isNotNull(inquiries.waitingSince), isNull(inquiries.offeredUntil))),
      guard(),
    ]),
  )
  if (!isOffered) return false
  const link = hub.origin + pathOf(deps, inquiry.id)
  const about = { act: 'register' as const, title, hub: hub.settings.name }
  if (await send(deps, offerLetter(inquiry, about, link, until))) return true
  const untold = and(theirs, eq(inquiries.offeredUntil, until))
  await db.write([db.make.update(inquiries).set({ offeredUntil: null }).where(untold)])
  return false
}

/** All lines: an offer may have passed, or a hall have become larger. */
export async function serveLines(deps: Deps): Promise<void> {
  const rows = await deps.db.read
    .selectDistinct({ entryN: inquiries.entryN })
    .from(inquiries)
    .where(and(isNotNull(inquiries.waitingSince), isNull(inquiries.offeredUntil)))
    .limit(100)
  for (const { entryN } of rows) {
    const entry = await entryOfRow(deps, entryN)
    if (entry !== undefined) await serveLine(deps, entry)
  }
}
