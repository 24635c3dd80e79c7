import { and, eq, gt, isNotNull, isNull, ne, or } from 'drizzle-orm'
import { entries } from '../../db/schema/entries.ts'
import { inquiries } from '../../db/schema/inquiries.ts'
import { formatMoment, formatRange } from '../../views/format.ts'
import type { Locale } from '../../views/language.tsx'
import { deliver } from '../accounts/letters.ts'
import type { Deps, Letter } from '../deps.ts'
import type { Entry } from '../entries/load.ts'
import { entryOfRow } from '../entries/queries.ts'
import { local } from '../entries/store.ts'
import { pathOf } from '../inquiries/link.ts'
import type { InquiryRow } from '../inquiries/queries.ts'
import { calendarOf, calledOff, toldOf } from './calendar.ts'
import { calledOffLetter, lineClosedLetter, movedLetter } from './letters.ts'

/** In one round; the next ones wait five minutes. */
const most = 100

/** What this person knows from now on about when and where. */
export const noteTold = (deps: Pick<Deps, 'db'>, { n }: { n: number }, told: string | null) =>
  deps.db.write([deps.db.make.update(inquiries).set({ told }).where(eq(inquiries.n, n))])

/**
 * Whoever has a place is written to when the date or the place is another, or the event is called off or withdrawn.
 * What was said to them is kept, so a mended word makes no letter, and two changes in five minutes make one. Those on
 * the waiting list are told that it is called off, and nothing else: no date of theirs moves.
 */
export async function tellOfChanges(deps: Deps): Promise<void> {
  if (deps.mailer === null) return
  for (const n of await awaited(deps)) {
    const entry = await entryOfRow(deps, n)
    const now = entry === undefined ? null : toldOf(entry)
    if (entry === undefined || now === null) continue
    for (const inquiry of await untold(deps, n, now))
      if ((await tell(deps, entry, inquiry, now)) === 'no mail') return
  }
}

/** Events of ours that are still to come, and that somebody comes to. */
async function awaited({ db, now }: Deps): Promise<number[]> {
  const rows = await db.read
    .selectDistinct({ n: inquiries.entryN })
    .from(inquiries)
    .innerJoin(entries, eq(entries.n, inquiries.entryN))
    .where(and(local(), gt(entries.startsAt, now()), isNotNull(inquiries.confirmedAt)))
  return rows.map(({ n }) => n)
}

const untold = ({ db }: Deps, entryN: number, now: string): Promise<InquiryRow[]> =>
  db.read
    .select()
    .from(inquiries)
    .where(
      and(
        eq(inquiries.entryN, entryN),
        isNotNull(inquiries.confirmedAt),
        or(
          and(isNull(inquiries.waitingSince), or(isNull(inquiries.told), ne(inquiries.told, now))),
          and(
            isNotNull(inquiries.waitingSince),
            now === calledOff ? isNull(inquiries.told) : isNotNull(inquiries.told),
          ),
        ),
      ),
    )
    .limit(most)

/** Marked before the letter leaves, so that nobody gets two; put back if it could not leave. */
async function tell(deps: Deps, entry: Entry, inquiry: InquiryRow, now: string): Promise<'done' | 'no mail'> {
  if (inquiry.waitingSince !== null) return tellWaiting(deps, entry, inquiry, now)
  await noteTold(deps, inquiry, now)
  // Registered before the hub kept what it says: nothing is known to have changed.
  if (inquiry.told === null) return 'done'
  const about = {
    title: entry.envelope.title,
    hub: deps.hub.settings.name,
    link: deps.hub.origin + pathOf(deps, inquiry.id),
    calendar: await calendarOf(deps, entry, inquiry, now === calledOff ? 'CANCEL' : 'PUBLISH'),
  }
  const letter =
    now === calledOff
      ? calledOffLetter(inquiry, about)
      : movedLetter(inquiry, about, whenAndWhere(entry, inquiry.locale))
  return sent(deps, inquiry, letter)
}

async function sent(deps: Deps, inquiry: InquiryRow, letter: Letter): Promise<'done' | 'no mail'> {
  const delivery = await deliver(deps, letter)
  if (delivery === 'left' || delivery === 'nobody') return 'done'
  await noteTold(deps, inquiry, inquiry.told)
  return delivery === 'later' ? 'done' : 'no mail'
}

/** They have no date in their calendar; held after all and called off again, they are told again. */
async function tellWaiting(
  deps: Deps,
  entry: Entry,
  inquiry: InquiryRow,
  now: string,
): Promise<'done' | 'no mail'> {
  await noteTold(deps, inquiry, now === calledOff ? now : null)
  if (now !== calledOff) return 'done'
  const link = deps.hub.origin + pathOf(deps, inquiry.id)
  const about = { title: entry.envelope.title, hub: deps.hub.settings.name, link }
  return sent(deps, inquiry, lineClosedLetter(inquiry, about))
}

function whenAndWhere({ envelope, kind, fields }: Entry, locale: Locale): { when: string; where: string } {
  const when = fields === null ? null : (kind.when?.(envelope, fields) ?? null)
  if (when === null) return { when: '', where: '' }
  const { startsAt, endsAt, timeZone, location } = when
  return {
    when:
      endsAt === null
        ? formatMoment(startsAt, locale, timeZone)
        : formatRange(startsAt, endsAt, locale, timeZone),
    where: location ?? '',
  }
}
