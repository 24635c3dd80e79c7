import { and, eq, inArray, isNull } from 'drizzle-orm'
import { actors } from '../../../db/schema/federation.ts'
import type { LocalActor } from '../local-actors.ts'
import { hostOf } from '../addresses.ts'
import type { Deadline } from '../deadline.ts'
import type { FederationDeps } from '../room.ts'
import { movableAt } from './limits.ts'
import { inTime, lookAt, lookFor, type Found, type LookFault } from './look.ts'

/** One account of ours and where it would live. */
export interface Room {
  own: LocalActor
  there: Found | null
  /** What keeps it from moving there. */
  why: RoomFault | null
}

export type RoomFault =
  | LookFault
  | 'unlisted' // it does not say that it was here before
  | 'moved-on' // it has moved on itself
  | 'deaf' // it has no inbox

export type Looked = { rooms: Room[]; mayMove: boolean }

/** Whose house it is: the hub's own account moves with its sections and its forum, any other alone. */
export async function household(
  { db }: Pick<FederationDeps, 'db'>,
  actor: LocalActor,
): Promise<LocalActor[]> {
  if (actor.role !== 'hub') return [actor]
  const sections = await db.read
    .select()
    .from(actors)
    .where(and(eq(actors.local, true), inArray(actors.role, ['section', 'forum']), isNull(actors.deletedAt)))
    .orderBy(actors.n)
  return [actor, ...sections]
}

/** Where each of a house would live, as it stands there now; or why nobody was found at all. */
export const lookAround = (
  deps: FederationDeps,
  actor: LocalActor,
  typed: string,
): Promise<Looked | LookFault> => inTime((deadline) => around(deps, actor, typed, deadline))

async function around(
  deps: FederationDeps,
  actor: LocalActor,
  typed: string,
  deadline: Deadline,
): Promise<Looked | LookFault> {
  const there = await lookAt(deps, typed, deadline)
  if (typeof there === 'string') return there
  const [, ...sections] = await household(deps, actor)
  const rooms = await Promise.all([
    roomOf(deps, actor, there),
    ...sections.map(async (section) => sectionRoom(deps, section, there, deadline)),
  ])
  const now = deps.now()
  const mayMove = rooms.every(
    ({ own, why }) => why === null && own.movedTo === null && movableAt(own, now) === null,
  )
  return { rooms, mayMove }
}

/** A section goes to its namesake; on a server without sections, to whoever says that it was this section too. */
async function sectionRoom(
  deps: FederationDeps,
  section: LocalActor,
  hub: Found,
  deadline: Deadline,
): Promise<Room> {
  const id = deps.hub.origin + section.id
  if (hub.actor.alsoKnownAs.includes(id)) return roomOf(deps, section, hub)
  const namesake = await lookFor(deps, section.handle, hostOf(hub.actor.id), deadline)
  return typeof namesake === 'string'
    ? { own: section, there: null, why: namesake }
    : roomOf(deps, section, namesake)
}

const roomOf = (deps: FederationDeps, own: LocalActor, there: Found): Room => ({
  own,
  there,
  why: whyNot(there, deps.hub.origin + own.id),
})

function whyNot({ actor }: Found, id: string): RoomFault | null {
  if (!actor.alsoKnownAs.includes(id)) return 'unlisted'
  if (actor.movedTo !== null) return 'moved-on'
  return actor.inbox === null ? 'deaf' : null
}
