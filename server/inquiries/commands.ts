import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { guard, guardThat, type Statement } from '../../db/open.ts'
import { inquiries } from '../../db/schema/inquiries.ts'
import { send } from '../accounts/letters.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import type { Entry } from '../entries/load.ts'
import type { Inquiry } from '../kinds/kind.ts'
import { isConflict, Refusal } from '../refusal.ts'
import type { Locale } from '../../views/language.tsx'
import { inquiryOf, mayReadInquiries } from './access.ts'
import type { InquiryInput } from './input.ts'
import { askedLetter, knownLetter } from './letters.ts'
import { pathOf } from './link.ts'
import { debatesHaveRoom, holds, leaveFullDebates, nobodyWaits, roomAmong } from './places.ts'
import { confirmedBy, inquiryById, waitingTwin, type InquiryRow } from './queries.ts'

const hour = 3_600_000

/** How long a link waits for its reader. */
export const confirmWithin = 24 * hour

/** Of one entry at a time: a machine that types addresses must not fill the disk, nor send letters without end. */
export const mostUnconfirmed = 200

/**
 * First step: a letter to the address. Nobody reads what was typed before its owner has opened the link; the answer is
 * the same whether this address has written before or not. False: the letter could not leave, and nothing is kept.
 */
export async function ask(
  deps: Deps,
  entry: Entry,
  open: Inquiry,
  asked: InquiryInput & { locale: Locale; debates?: readonly number[] },
): Promise<boolean> {
  const { db, hub } = deps
  const { debates = [], ...written } = asked
  const about = { act: open.act, title: entry.envelope.title, hub: hub.settings.name }
  const linkTo = (id: string): string => hub.origin + pathOf(deps, id)
  const before = await confirmedBy(db, entry.envelope.n, written.email)
  if (before !== undefined) return send(deps, knownLetter(written, about, linkTo(before.id)))
  // A second press of the button is the first.
  if (await waitingTwin(db, entry.envelope.n, { ...written, debates }, deps.now() - hour)) return true
  const id = deps.newId()
  await db.write([
    guardThat(roomFor(entry.envelope.n)),
    db.make.insert(inquiries).values({ ...written, id, entryN: entry.envelope.n, createdAt: deps.now() }),
    ...debates.map((debate) => seatIn(id, debate)),
  ])
  if (await send(deps, askedLetter(written, about, linkTo(id)))) return true
  await db.write([db.make.delete(inquiries).where(and(eq(inquiries.id, id), unconfirmed))])
  return false
}

const seatIn = (id: string, debate: number): Statement => ({
  sql: 'INSERT INTO seats (inquiry_n, entry_n) SELECT n, ? FROM inquiries WHERE id = ?',
  args: [debate, id],
})

/** Also asked before, for a clear answer; the guard is for those who press at the same moment. */
export const isCrowded = async ({ db }: Pick<Deps, 'db'>, entryN: number): Promise<boolean> =>
  !(await holds(db, roomFor(entryN)))

const roomFor = (entryN: number): Statement => ({
  sql: 'SELECT (SELECT count(*) FROM inquiries WHERE entry_n = ? AND confirmed_at IS NULL) < ?',
  args: [entryN, mostUnconfirmed],
})

export const unconfirmed = isNull(inquiries.confirmedAt)

export type Confirmation = 'sent' | 'over' | 'full' | 'seats' | 'twice' | 'late'

/** What would become of it now; null: it may be sent. */
export async function hindrance(
  deps: Pick<Deps, 'db' | 'now'>,
  entry: Entry,
  inquiry: InquiryRow,
): Promise<Exclude<Confirmation, 'sent'> | null> {
  const { db } = deps
  if (inquiry.createdAt + confirmWithin < deps.now()) return 'late'
  const open = inquiryOf(entry, deps.now())
  if (open === null) return 'over'
  const before = await confirmedBy(db, inquiry.entryN, inquiry.email)
  if (before !== undefined) return 'twice'
  for (const condition of roomNeeded(deps, inquiry, open.places))
    if (!(await holds(db, condition))) return 'full'
  return (await holds(db, debatesHaveRoom(inquiry))) ? null : 'seats'
}

/** A place among those that there are, and no turn that is somebody else's. */
const roomNeeded = ({ now }: Pick<Deps, 'now'>, inquiry: InquiryRow, places: number | null): Statement[] =>
  places === null ? [] : [roomAmong(inquiry, places, now()), nobodyWaits(inquiry)]

/**
 * Second step: the address is theirs, and those who publish may read it. Whether there is room is asked again by the
 * command itself: of two who take the last place, one has it. `leaving`: without the debates that are full by now.
 */
export async function confirm(
  deps: Deps,
  entry: Entry,
  inquiry: InquiryRow,
  { leaving = false }: { leaving?: boolean } = {},
): Promise<Confirmation> {
  if (inquiry.confirmedAt !== null) return 'sent'
  const hindered = await hindrance(deps, entry, inquiry)
  if (hindered !== null && !(hindered === 'seats' && leaving)) return hindered
  const places = inquiryOf(entry, deps.now())?.places ?? null
  try {
    await deps.db.write([
      guardThat(stillOpen(inquiry.entryN, deps.now())),
      ...roomNeeded(deps, inquiry, places).map(guardThat),
      ...(leaving ? [leaveFullDebates(inquiry)] : []),
      guardThat(debatesHaveRoom(inquiry)),
      guardThat(nobodyElse(inquiry)),
      deps.db.make
        .update(inquiries)
        .set({ confirmedAt: deps.now() })
        .where(and(eq(inquiries.id, inquiry.id), unconfirmed)),
      guard(),
    ])
    return 'sent'
  } catch (error) {
    if (!isConflict(error)) throw error
    const now = await inquiryById(deps.db, inquiry.id)
    if (now === undefined) return 'over'
    if (now.confirmedAt !== null) return 'sent'
    return (await hindrance(deps, entry, now)) ?? 'over'
  }
}

export const stillOpen = (entryN: number, now: number): Statement => ({
  sql: `SELECT EXISTS (SELECT 1 FROM entries WHERE n = ? AND origin_n IS NULL AND state = 'published'
    AND (closes_at IS NULL OR closes_at >= ?))`,
  args: [entryN, now],
})

export const nobodyElse = ({ entryN, email }: InquiryRow): Statement => ({
  sql: 'SELECT NOT EXISTS (SELECT 1 FROM inquiries WHERE entry_n = ? AND email = ? AND confirmed_at IS NOT NULL)',
  args: [entryN, email],
})

/** Its writer takes it back: it is gone, and its place is free. What was mailed stays where it arrived. */
export const takeBack = async ({ db }: Pick<Deps, 'db'>, { id }: InquiryRow): Promise<void> =>
  void (await db.write([db.make.delete(inquiries).where(eq(inquiries.id, id))]))

export async function markHandled(deps: Deps, viewer: Viewer, entry: Entry, id: string): Promise<void> {
  const { n } = await readable(deps, viewer, entry, id)
  await deps.db.write([
    deps.db.make
      .update(inquiries)
      .set({ handledAt: deps.now(), handledBy: viewer.id })
      .where(and(eq(inquiries.n, n), isNull(inquiries.handledAt))),
  ])
}

export async function reopen(deps: Deps, viewer: Viewer, entry: Entry, id: string): Promise<void> {
  const { n } = await readable(deps, viewer, entry, id)
  await deps.db.write([
    deps.db.make.update(inquiries).set({ handledAt: null, handledBy: null }).where(eq(inquiries.n, n)),
  ])
}

export async function erase(deps: Deps, viewer: Viewer, entry: Entry, id: string): Promise<void> {
  const { n } = await readable(deps, viewer, entry, id)
  await deps.db.write([deps.db.make.delete(inquiries).where(eq(inquiries.n, n))])
}

/** Of this very entry, and confirmed: the id of another's says nothing, not even that it exists. */
async function readable(deps: Deps, viewer: Viewer, entry: Entry, id: string): Promise<InquiryRow> {
  if (!mayReadInquiries(viewer, entry.envelope))
    throw new Refusal('forbidden', 'These are for those who publish the entry.')
  const [row] = await deps.db.read
    .select()
    .from(inquiries)
    .where(
      and(eq(inquiries.id, id), eq(inquiries.entryN, entry.envelope.n), isNotNull(inquiries.confirmedAt)),
    )
  if (row === undefined) throw new Refusal('absent', 'There is no such inquiry.')
  return row
}
