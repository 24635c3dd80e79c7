import { guardThat } from '../../db/open.ts'
import { networkRelays } from '../../db/schema/networks.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { isOver } from '../entries/entry.ts'
import type { Entry } from '../entries/load.ts'
import { record } from '../entries/store.ts'
import { Refusal } from '../refusal.ts'
import { isNetwork, mayAnswerFor } from './commands.ts'
import { partyOfEntry, type Party } from './parties.ts'
import { relayedBy } from './gathered.ts'

/**
 * A network passes an open entry of a member on to its own followers, once, when its editors press the button. Only what
 * this hub publishes: what came from elsewhere is never announced again.
 */
export async function relay(deps: Deps, viewer: Viewer, own: Entry, entry: Entry): Promise<void> {
  if (!mayAnswerFor(viewer, own) || !isNetwork(own))
    throw new Refusal('forbidden', 'You do not answer for this network.')
  const network = await partyOfEntry(deps.db, own.envelope.id)
  const member =
    entry.envelope.organisationId === null
      ? undefined
      : await partyOfEntry(deps.db, entry.envelope.organisationId)
  if (network === undefined || member === undefined || !network.speaks || !isRelayable(entry, deps.now()))
    throw new Refusal('conflict', 'This cannot be passed on.')
  const { id } = entry.envelope
  if ((await relayedBy(deps.db, network.n)).has(id)) return
  await deps.db.write([
    guardThat(stillMember(network, member)),
    guardThat({
      sql: `SELECT EXISTS (SELECT 1 FROM entries WHERE id = ? AND state = 'published' AND origin_n IS NULL)
        AND NOT EXISTS (SELECT 1 FROM network_relays WHERE network_n = ? AND entry_id = ?)`,
      args: [id, network.n, id],
    }),
    deps.db.make.insert(networkRelays).values({ networkN: network.n, entryId: id, createdAt: deps.now() }),
    ...record(deps.db, {
      type: 'network.relayed',
      subject: id,
      activityId: deps.newId(),
      data: { networkN: network.n },
      now: deps.now(),
    }),
  ])
}

/** Open, published here, and said to the world: an organisation is an actor, and a topic may stay at home. */
export const isRelayable = ({ envelope, kind }: Entry, now: number): boolean =>
  envelope.origin === null &&
  envelope.state === 'published' &&
  kind.section !== null &&
  envelope.apId.includes('/ap/objects/') &&
  !isOver(envelope, now)

const stillMember = (network: Party, member: Party) => ({
  sql: `SELECT EXISTS (SELECT 1 FROM network_memberships WHERE network_n = ? AND organisation_n = ? AND ended_at IS NULL
    AND network_said_at IS NOT NULL AND organisation_said_at IS NOT NULL)`,
  args: [network.n, member.n],
})
