import { eq } from 'drizzle-orm'
import { actors } from '../../db/schema/federation.ts'
import type { Entry } from '../../server/entries/load.ts'
import { seek } from '../../server/federation/memberships/seek.ts'
import { end, say } from '../../server/networks/commands.ts'
import { partyOfEntry } from '../../server/networks/parties.ts'
import { membershipsOf, type Membership } from '../../server/networks/queries.ts'
import type { MembershipState, Side } from '../../server/networks/sides.ts'
import type { TestHub } from './hub.ts'
import { until } from './until.ts'

// What one organisation says of its networks, or a network of its members, and what its hub then knows.

export async function numberOfEntry({ deps }: Pick<TestHub, 'deps'>, entry: Entry): Promise<number> {
  const party = await until(
    `the account of ${entry.envelope.title}`,
    async () => (await partyOfEntry(deps.db, entry.envelope.id)) ?? null,
  )
  return party.n
}

/** By its address, as its editors would type it. */
export async function seeks(hub: TestHub, own: Entry, side: Side, address: string): Promise<void> {
  await seek(hub.deps, { n: await numberOfEntry(hub, own) }, side, address)
  hub.federation.wake()
}

export async function says(hub: TestHub, own: Entry, side: Side, other: string): Promise<void> {
  await say(hub.deps, hub.admin, own, { side, other: await numberAt(hub, other) })
  hub.federation.wake()
}

export async function ends(hub: TestHub, own: Entry, side: Side): Promise<void> {
  const [membership] = await membershipsIn(hub, own, side)
  if (membership === undefined) throw new Error('There is nothing to end.')
  await end(hub.deps, hub.admin, own, { side, membership: membership.n })
  hub.federation.wake()
}

export const membershipsIn = async (hub: TestHub, own: Entry, side: Side): Promise<Membership[]> =>
  membershipsOf(hub.deps.db, await numberOfEntry(hub, own), side)

/** Waits until this hub knows just so much of it. */
export const knows = (hub: TestHub, own: Entry, side: Side, state: MembershipState | null) =>
  until(`${hub.host} knows of « ${own.envelope.title} » that it is ${state ?? 'nothing'}`, async () => {
    const found = await membershipsIn(hub, own, side)
    return (found[0]?.state ?? null) === state && found.length <= 1
  })

async function numberAt({ deps }: TestHub, id: string): Promise<number> {
  const [row] = await deps.db.read.select({ n: actors.n }).from(actors).where(eq(actors.id, id))
  if (row === undefined) throw new Error(`No actor ${id} is known.`)
  return row.n
}
