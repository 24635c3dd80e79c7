import { and, eq, isNull } from 'drizzle-orm'
import { guard, guardThat } from '../../db/open.ts'
import { jurors, juryInvitations } from '../../db/schema/submissions.ts'
import { userByEmail } from '../accounts/store.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import type { Entry } from '../entries/load.ts'
import type { Capacity } from '../kinds/call/table.ts'
import { Refusal } from '../refusal.ts'
import { pathTo } from './link.ts'
import { invitationById, seatOf } from './queries.ts'
import { mayConduct } from './stages.ts'

/** A link to a seat works this long, once. */
export const invitedFor = 14 * 86_400_000

/** No jury of ours is larger. */
export const mostJurors = 60

/** A member of the hub, by their address. False: nobody has an account with it. */
export async function seat(
  deps: Deps,
  viewer: Viewer,
  entry: Entry,
  named: { email: string; capacity: Capacity },
): Promise<boolean> {
  conducts(viewer, entry)
  const user = await userByEmail(deps.db, named.email)
  if (user === undefined || user.state !== 'active') return false
  await sit(deps, entry.envelope.n, user.id, named.capacity)
  return true
}

/** Named twice, they sit once, in the capacity that was said last. */
const sit = (deps: Deps, entryN: number, userId: string, capacity: Capacity) =>
  deps.db.write([
    roomIn(entryN),
    deps.db.make
      .insert(jurors)
      .values({ id: deps.newId(), entryN, userId, capacity, addedAt: deps.now() })
      .onConflictDoUpdate({ target: [jurors.entryN, jurors.userId], set: { capacity } }),
  ])

const roomIn = (entryN: number) =>
  guardThat({
    sql: 'SELECT (SELECT count(*) FROM jurors WHERE entry_n = ?) < ?',
    args: [entryN, mostJurors],
  })

/** From that moment on they read nothing more; what they said goes with them. */
export async function unseat(deps: Deps, viewer: Viewer, entry: Entry, id: string): Promise<void> {
  conducts(viewer, entry)
  await deps.db.write([
    deps.db.make.delete(jurors).where(and(eq(jurors.id, id), eq(jurors.entryN, entry.envelope.n))),
  ])
}

/** A link for somebody whose address is not known here, or who has no account yet. */
export async function inviteToJury(
  deps: Deps,
  viewer: Viewer,
  entry: Entry,
  capacity: Capacity,
): Promise<string> {
  conducts(viewer, entry)
  const id = deps.newId()
  await deps.db.write([
    roomIn(entry.envelope.n),
    deps.db.make
      .insert(juryInvitations)
      .values({ id, entryN: entry.envelope.n, capacity, createdAt: deps.now() }),
  ])
  return deps.hub.origin + pathTo(deps, 'jury', id)
}

/** Null: used, out of date, or none of ours. */
export async function invitationBehind(deps: Deps, id: string) {
  const found = await invitationById(deps.db, id)
  if (found === undefined || found.usedAt !== null || found.createdAt + invitedFor < deps.now()) return null
  return found
}

/** The one who opens the link takes the seat. */
export async function takeSeat(
  deps: Deps,
  viewer: Viewer,
  invitation: { id: string; entryN: number; capacity: Capacity },
): Promise<void> {
  if ((await seatOf(deps.db, invitation.entryN, viewer.id)) !== undefined) return
  await deps.db.write([
    deps.db.make
      .update(juryInvitations)
      .set({ usedAt: deps.now() })
      .where(and(eq(juryInvitations.id, invitation.id), isNull(juryInvitations.usedAt))),
    guard(),
    roomIn(invitation.entryN),
    deps.db.make.insert(jurors).values({
      ...{ id: deps.newId(), entryN: invitation.entryN, userId: viewer.id },
      ...{ capacity: invitation.capacity, addedAt: deps.now() },
    }),
  ])
}

export function conducts(viewer: Viewer, { envelope }: Entry): void {
  if (!mayConduct(viewer, envelope)) throw new Refusal('forbidden', 'This is for those who publish the call.')
}
