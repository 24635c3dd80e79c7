import { and, asc, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import {
  assemblies,
  assemblyAttendance,
  assemblyCandidatures,
  assemblyDecisions,
  assemblyItems,
  assemblyMeetings,
  assemblySeats,
} from '../../db/schema/assemblies.ts'
import { Refusal } from '../refusal.ts'

export type Assembly = typeof assemblies.$inferSelect
export type Seat = typeof assemblySeats.$inferSelect
export type Candidature = typeof assemblyCandidatures.$inferSelect
export type Meeting = typeof assemblyMeetings.$inferSelect
export type Item = typeof assemblyItems.$inferSelect
export type Decision = typeof assemblyDecisions.$inferSelect
export type Attendance = typeof assemblyAttendance.$inferSelect

export const allAssemblies = (db: Database): Promise<Assembly[]> =>
  db.read.select().from(assemblies).orderBy(asc(assemblies.name), asc(assemblies.id)).limit(300)

export async function assemblyWith(db: Database, slug: string): Promise<Assembly> {
  const [row] = await db.read.select().from(assemblies).where(eq(assemblies.slug, slug))
  if (row === undefined) throw new Refusal('absent', 'There is no such assembly.')
  return row
}

export const assemblyById = async (db: Database, id: string): Promise<Assembly | undefined> =>
  (await db.read.select().from(assemblies).where(eq(assemblies.id, id)))[0]

export interface Inside {
  seats: Seat[]
  meetings: Meeting[]
  attendance: Attendance[]
  items: Item[]
  decisions: Decision[]
  candidatures: Candidature[]
}

/** All that stands in one assembly; what nobody has confirmed is in no page. */
export async function insideOf(db: Database, { id }: Assembly): Promise<Inside> {
  const { read } = db
  const meetings = await read
    .select()
    .from(assemblyMeetings)
    .where(eq(assemblyMeetings.assemblyId, id))
    .orderBy(desc(assemblyMeetings.startsAt))
    .limit(200)
  const ids = meetings.map((meeting) => meeting.id)
  return {
    meetings,
    seats: await read
      .select()
      .from(assemblySeats)
      .where(eq(assemblySeats.assemblyId, id))
      .orderBy(asc(assemblySeats.family), asc(assemblySeats.label), asc(assemblySeats.createdAt))
      .limit(300),
    attendance:
      ids.length === 0
        ? []
        : await read.select().from(assemblyAttendance).where(inArray(assemblyAttendance.meetingId, ids)),
    items: await read
      .select()
      .from(assemblyItems)
      .where(and(eq(assemblyItems.assemblyId, id), ne(assemblyItems.state, 'unconfirmed')))
      .orderBy(asc(assemblyItems.position), asc(assemblyItems.createdAt), asc(assemblyItems.id))
      .limit(500),
    decisions: await read
      .select()
      .from(assemblyDecisions)
      .where(eq(assemblyDecisions.assemblyId, id))
      .orderBy(
        sql`case ${assemblyDecisions.state} when 'open' then 0 else 1 end`,
        asc(sql`coalesce(${assemblyDecisions.dueDay}, '9999')`),
        asc(assemblyDecisions.createdAt),
      )
      .limit(500),
    candidatures: await read
      .select()
      .from(assemblyCandidatures)
      .where(and(eq(assemblyCandidatures.assemblyId, id), ne(assemblyCandidatures.state, 'unconfirmed')))
      .orderBy(asc(assemblyCandidatures.createdAt), asc(assemblyCandidatures.id))
      .limit(500),
  }
}

/** Whatever stands in an assembly has an id there: that of another one's says nothing. */
export function within<Row extends { id: string }>(rows: readonly Row[], id: string | undefined): Row {
  const found = rows.find((row) => row.id === id)
  if (found === undefined) throw new Refusal('absent', 'There is no such thing here.')
  return found
}

export const candidatureById = async (db: Database, id: string): Promise<Candidature | undefined> =>
  (await db.read.select().from(assemblyCandidatures).where(eq(assemblyCandidatures.id, id)))[0]

export const itemById = async (db: Database, id: string): Promise<Item | undefined> =>
  (await db.read.select().from(assemblyItems).where(eq(assemblyItems.id, id)))[0]
