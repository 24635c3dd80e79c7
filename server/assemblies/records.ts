import { and, eq } from 'drizzle-orm'
import { guard, guardThat, type Step } from '../../db/open.ts'
import {
  assemblyAttendance,
  assemblyDecisions,
  assemblyMeetings,
  assemblySeats,
  presences,
} from '../../db/schema/assemblies.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../refusal.ts'
import { running } from './access.ts'
import { fresh, most } from './commands.ts'
import type { DecisionInput, MeetingInput, SeatInput } from './input.ts'
import type { Assembly, Decision, Meeting, Seat } from './queries.ts'

// Seats, meetings, decisions: what stands in an assembly, as those who run it write it.

/** What one of an assembly's tables holds, made or changed; `revision` null: it is new. */
export interface Saved<Input> {
  id: string
  revision: number | null
  input: Input
}

export const saveSeat = (
  deps: Deps,
  viewer: Viewer,
  assembly: Assembly,
  { id, revision, input: { agreed: _, ...input } }: Saved<SeatInput>,
): Promise<void> =>
  save(deps, viewer, assembly, {
    isThere: deps.db.read.$count(assemblySeats, eq(assemblySeats.id, id)),
    revision,
    made: [
      room(assembly, 'assembly_seats', most.seats),
      deps.db.make.insert(assemblySeats).values({ ...input, ...fresh(deps), id, assemblyId: assembly.id }),
    ],
    changed: [
      deps.db.make
        .update(assemblySeats)
        .set({ ...input, revision: (revision ?? 0) + 1, updatedAt: deps.now() })
        .where(
          and(
            ...[eq(assemblySeats.id, id), eq(assemblySeats.assemblyId, assembly.id)],
            eq(assemblySeats.revision, revision ?? 0),
          ),
        ),
      guard(),
    ],
  })

export const saveMeeting = (
  deps: Deps,
  viewer: Viewer,
  assembly: Assembly,
  { id, revision, input }: Saved<MeetingInput>,
): Promise<void> =>
  save(deps, viewer, assembly, {
    isThere: deps.db.read.$count(assemblyMeetings, eq(assemblyMeetings.id, id)),
    revision,
    made: [
      room(assembly, 'assembly_meetings', most.meetings),
      deps.db.make.insert(assemblyMeetings).values({ ...input, ...fresh(deps), id, assemblyId: assembly.id }),
    ],
    changed: [
      deps.db.make
        .update(assemblyMeetings)
        .set({ ...input, revision: (revision ?? 0) + 1, updatedAt: deps.now() })
        .where(
          and(
            ...[eq(assemblyMeetings.id, id), eq(assemblyMeetings.assemblyId, assembly.id)],
            eq(assemblyMeetings.revision, revision ?? 0),
          ),
        ),
      guard(),
    ],
  })

export const saveDecision = (
  deps: Deps,
  viewer: Viewer,
  assembly: Assembly,
  { id, revision, input }: Saved<DecisionInput>,
): Promise<void> =>
  save(deps, viewer, assembly, {
    isThere: deps.db.read.$count(assemblyDecisions, eq(assemblyDecisions.id, id)),
    revision,
    made: [
      room(assembly, 'assembly_decisions', most.decisions),
      deps.db.make
        .insert(assemblyDecisions)
        .values({ ...input, ...fresh(deps), id, assemblyId: assembly.id }),
    ],
    changed: [
      deps.db.make
        .update(assemblyDecisions)
        .set({ ...input, revision: (revision ?? 0) + 1, updatedAt: deps.now() })
        .where(
          and(
            ...[eq(assemblyDecisions.id, id), eq(assemblyDecisions.assemblyId, assembly.id)],
            eq(assemblyDecisions.revision, revision ?? 0),
          ),
        ),
      guard(),
    ],
  })

async function save(
  deps: Deps,
  viewer: Viewer,
  assembly: Assembly,
  {
    isThere,
    revision,
    made,
    changed,
  }: {
    isThere: Promise<number>
    revision: number | null
    made: Step[]
    changed: Step[]
  },
): Promise<void> {
  running(viewer, assembly)
  const known = (await isThere) > 0
  // Sent twice, the form finds what it made.
  if (revision === null && known) return
  await deps.db.write(revision === null ? made : changed)
}

export async function eraseSeat(deps: Deps, viewer: Viewer, assembly: Assembly, { id }: Seat): Promise<void> {
  running(viewer, assembly)
  await deps.db.write([deps.db.make.delete(assemblySeats).where(eq(assemblySeats.id, id))])
}

export async function eraseDecision(
  deps: Deps,
  viewer: Viewer,
  assembly: Assembly,
  { id }: Decision,
): Promise<void> {
  running(viewer, assembly)
  await deps.db.write([deps.db.make.delete(assemblyDecisions).where(eq(assemblyDecisions.id, id))])
}

/** Who was there, seat by seat; a seat of which nothing is said is not counted. */
export async function noteAttendance(
  deps: Deps,
  viewer: Viewer,
  { assembly, meeting, seats }: { assembly: Assembly; meeting: Meeting; seats: readonly Seat[] },
  noted: ReadonlyMap<string, string>,
): Promise<void> {
  running(viewer, assembly)
  const rows = seats.flatMap(({ id }) => {
    const presence = presences.find((word) => word === noted.get(id))
    return presence === undefined ? [] : [{ meetingId: meeting.id, seatId: id, presence }]
  })
  await deps.db.write([
    deps.db.make.delete(assemblyAttendance).where(eq(assemblyAttendance.meetingId, meeting.id)),
    ...rows.map((row) => deps.db.make.insert(assemblyAttendance).values(row)),
  ])
}

const room = ({ id }: Assembly, table: string, limit: number) =>
  guardThat({ sql: `SELECT (SELECT count(*) FROM ${table} WHERE assembly_id = ?) < ?`, args: [id, limit] })

/** A meeting or seat that a form names, of this very assembly. */
export function known<Row extends { id: string }>(
  rows: readonly Row[],
  id: string | null,
  field: string,
): string | null {
  if (id === null || rows.some((row) => row.id === id)) return id
  throw new Refusal('invalid', 'There is no such thing in this assembly.', { fields: { [field]: 'choice' } })
}
