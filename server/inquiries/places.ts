import type { Statement } from '../../db/open.ts'
import type { Database } from '../../db/open.ts'
import type { InquiryRow } from './queries.ts'

// Who has a place. An open offer keeps one as a registration does, so that nothing is given twice; whoever stands in
// the line goes before whoever comes after. Each is asked for a clear answer, and again as a guard of the command.

/** Said of `inquiries`, with one argument: now. */
const hasPlace = 'confirmed_at IS NOT NULL AND (waiting_since IS NULL OR offered_until >= ?)'

type Party = Pick<InquiryRow, 'n' | 'entryN' | 'people'>

/** Room for these people among all who have a place, or are offered one. */
export const roomAmong = ({ n, entryN, people }: Party, places: number, now: number): Statement => ({
  sql: `SELECT (SELECT coalesce(sum(people), 0) FROM inquiries WHERE entry_n = ? AND n <> ? AND ${hasPlace})
    + ? <= ?`,
  args: [entryN, n, now, people, places],
})

/** Nobody waits whose turn would be first. */
export const nobodyWaits = ({ n, entryN }: Party): Statement => ({
  sql: `SELECT NOT EXISTS (SELECT 1 FROM inquiries
    WHERE entry_n = ? AND n <> ? AND waiting_since IS NOT NULL AND offered_until IS NULL)`,
  args: [entryN, n],
})

/** The debates of this registration that have no room for it. */
const fullDebates = `SELECT seats.entry_n FROM seats JOIN happenings ON happenings.entry_n = seats.entry_n
  WHERE seats.inquiry_n = ? AND happenings.capacity IS NOT NULL AND happenings.capacity < ? + (
    SELECT coalesce(sum(others.people), 0) FROM seats AS taken JOIN inquiries AS others ON others.n = taken.inquiry_n
    WHERE taken.entry_n = seats.entry_n AND others.n <> seats.inquiry_n
      AND others.confirmed_at IS NOT NULL AND others.waiting_since IS NULL)`

export const debatesHaveRoom = ({ n, people }: Party): Statement => ({
  sql: `SELECT NOT EXISTS (${fullDebates})`,
  args: [n, people],
})

export const leaveFullDebates = ({ n, people }: Party): Statement => ({
  sql: `DELETE FROM seats WHERE inquiry_n = ? AND entry_n IN (${fullDebates})`,
  args: [n, n, people],
})

/** How many people have a place, or are offered one now. */
export async function placesTaken(db: Database, entryN: number, now: number): Promise<number> {
  const { rows } = await db.query(
    `SELECT coalesce(sum(people), 0) FROM inquiries WHERE entry_n = ? AND ${hasPlace}`,
    [entryN, now],
  )
  return Number(rows[0]?.[0] ?? 0)
}

/** What the condition of a guard gives now. */
export const holds = async (db: Database, { sql, args }: Statement): Promise<boolean> =>
  (await db.query(sql, args)).rows[0]?.[0] === 1
