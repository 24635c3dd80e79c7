import { compareNames } from '../../views/format.ts'
import { and, asc, count, eq, isNotNull, isNull, sql, sum } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { users } from '../../db/schema/accounts.ts'
import { inquiries } from '../../db/schema/inquiries.ts'
import type { Deps } from '../deps.ts'
import type { InquiryRow } from '../inquiries/queries.ts'
import { fold } from '../text/fold.ts'
import { codesOf, typedCode } from './ticket.ts'

/** Confirmed, and with a place: those who are expected. */
const expected = and(isNotNull(inquiries.confirmedAt), isNull(inquiries.waitingSince))

/** A hall of ten thousand; more than that has a ticket office of its own. */
const most = 10_000

/** By name, as one looks for them on a table. */
export const expectedAt = async (db: Database, entryN: number): Promise<InquiryRow[]> =>
  (
    await db.read
      .select()
      .from(inquiries)
      .where(and(eq(inquiries.entryN, entryN), expected))
      .orderBy(asc(inquiries.n))
      .limit(most)
  ).toSorted((a, b) => compareNames(a.name, b.name))

export interface Turnout {
  /** Registrations, and the people they are for. */
  registered: number
  people: number
  /** People of registrations that were seen at the door. */
  present: number
  waiting: number
}

export async function turnoutOf(db: Database, entryN: number): Promise<Turnout> {
  const [row] = await db.read
    .select({
      registered: count(sql`case when ${inquiries.waitingSince} is null then 1 end`),
      people: sum(sql`case when ${inquiries.waitingSince} is null then ${inquiries.people} end`),
      present: sum(sql`case when ${inquiries.presentAt} is not null then ${inquiries.people} end`),
      waiting: count(inquiries.waitingSince),
    })
    .from(inquiries)
    .where(and(eq(inquiries.entryN, entryN), isNotNull(inquiries.confirmedAt)))
  return {
    registered: row?.registered ?? 0,
    people: Number(row?.people ?? 0),
    present: Number(row?.present ?? 0),
    waiting: row?.waiting ?? 0,
  }
}

/** How many a search at the door may show: whoever has more to choose from types more. */
const mostFound = 20

/** Of this event: by the code of a ticket, or by a part of a name. */
export async function soughtAtDoor(
  deps: Pick<Deps, 'db' | 'secret'>,
  entryN: number,
  typed: string,
): Promise<InquiryRow[]> {
  const all = await expectedAt(deps.db, entryN)
  const code = typedCode(typed)
  const codeOf = codesOf(deps)
  const byCode = code === null ? [] : all.filter(({ id }) => codeOf(id) === code)
  if (byCode.length > 0) return byCode
  const words = fold(typed).trim()
  return words.length < 2
    ? []
    : all
        .filter(({ name, organisation }) => fold(`${name} ${organisation ?? ''}`).includes(words))
        .slice(0, mostFound)
}

/** Who noted that somebody came; null: an account that is gone. */
export async function nameOf(db: Database, userId: string | null): Promise<string | null> {
  if (userId === null) return null
  const [row] = await db.read.select({ name: users.name }).from(users).where(eq(users.id, userId))
  return row?.name ?? null
}
