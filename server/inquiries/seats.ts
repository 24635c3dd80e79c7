import { and, asc, eq, inArray, isNotNull, isNull, lt, or, sum } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { inquiries, seats } from '../../db/schema/inquiries.ts'

/** The debates that somebody chose. */
export const seatsOf = async (db: Database, inquiryN: number): Promise<number[]> =>
  (
    await db.read
      .select({ entryN: seats.entryN })
      .from(seats)
      .where(eq(seats.inquiryN, inquiryN))
      .orderBy(asc(seats.entryN))
  ).map(({ entryN }) => entryN)

/** How many people have a seat in each of these debates. */
export async function seatsTaken(db: Database, debates: readonly number[]): Promise<Map<number, number>> {
  const rows = await db.read
    .select({ entryN: seats.entryN, people: sum(inquiries.people) })
    .from(seats)
    .innerJoin(inquiries, eq(inquiries.n, seats.inquiryN))
    .where(
      and(
        inArray(seats.entryN, [...debates]),
        isNotNull(inquiries.confirmedAt),
        isNull(inquiries.waitingSince),
      ),
    )
    .groupBy(seats.entryN)
  return new Map(rows.map(({ entryN, people }) => [entryN, Number(people ?? 0)]))
}

/** How many stand before this one in the line; null: not in the line, or with an offer. */
export async function turnOf(
  db: Database,
  inquiry: Pick<typeof inquiries.$inferSelect, 'n' | 'entryN' | 'waitingSince' | 'offeredUntil'>,
): Promise<number | null> {
  if (inquiry.waitingSince === null || inquiry.offeredUntil !== null) return null
  const since = inquiry.waitingSince
  return db.read.$count(
    inquiries,
    and(
      eq(inquiries.entryN, inquiry.entryN),
      isNull(inquiries.offeredUntil),
      or(
        lt(inquiries.waitingSince, since),
        and(eq(inquiries.waitingSince, since), lt(inquiries.n, inquiry.n)),
      ),
    ),
  )
}
