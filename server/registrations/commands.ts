import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { inquiries } from '../../db/schema/inquiries.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { isPublic } from '../entries/entry.ts'
import type { Entry } from '../entries/load.ts'
import { mayReadInquiries } from '../inquiries/access.ts'
import type { InquiryRow } from '../inquiries/queries.ts'
import { Refusal } from '../refusal.ts'

const hour = 3_600_000

/** Doors open the day before, for those who set up, and close the day after the end. */
const around = 24 * hour

export type Door = 'open' | 'other-day' | 'cancelled'

/** Whether this event is the one that takes place now: a ticket for another is not let in by mistake. */
export function doorOf({ envelope, kind, fields }: Entry, now: number): Door {
  const when = fields === null ? null : (kind.when?.(envelope, fields) ?? null)
  if (when === null || !isPublic(envelope.state)) return 'cancelled'
  if (when.status === 'cancelled') return 'cancelled'
  const end = Math.max(when.endsAt ?? when.startsAt, envelope.closesAt ?? 0)
  return now >= when.startsAt - around && now <= end + around ? 'open' : 'other-day'
}

export type Arrival = 'noted' | 'already' | 'no-place' | Exclude<Door, 'open'>

/** They came. Noted once, with the hour of the first time. */
export async function noteArrival(
  deps: Pick<Deps, 'db' | 'now'>,
  viewer: Viewer,
  entry: Entry,
  inquiry: InquiryRow,
): Promise<Arrival> {
  const { db, now } = deps
  answersFor(viewer, entry, inquiry)
  const door = doorOf(entry, now())
  if (door !== 'open') return door
  if (inquiry.presentAt !== null) return 'already'
  const [noted] = await db.write([
    db.make
      .update(inquiries)
      .set({ presentAt: now(), presentBy: viewer.id })
      .where(
        and(
          eq(inquiries.n, inquiry.n),
          ...[isNull(inquiries.presentAt), isNotNull(inquiries.confirmedAt), isNull(inquiries.waitingSince)],
        ),
      ),
  ])
  if (noted?.rowsAffected === 1) return 'noted'
  const [present] = await db.read.select().from(inquiries).where(eq(inquiries.n, inquiry.n))
  return present?.presentAt === null || present === undefined ? 'no-place' : 'already'
}

/** It was somebody else. */
export async function forgetArrival(
  { db }: Pick<Deps, 'db'>,
  viewer: Viewer,
  entry: Entry,
  inquiry: InquiryRow,
): Promise<void> {
  answersFor(viewer, entry, inquiry)
  await db.write([
    db.make.update(inquiries).set({ presentAt: null, presentBy: null }).where(eq(inquiries.n, inquiry.n)),
  ])
}

function answersFor(viewer: Viewer, entry: Entry, inquiry: InquiryRow): void {
  if (!mayReadInquiries(viewer, entry.envelope) || inquiry.entryN !== entry.envelope.n)
    throw new Refusal('forbidden', 'The door is for those who publish the event.')
}
