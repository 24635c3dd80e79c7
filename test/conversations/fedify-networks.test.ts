import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Entry } from '../../server/entries/load.ts'
import { openPeer, vocab, type Peer } from '../peers/fedify.ts'
import { monday } from '../support/deps.ts'
import { settled } from '../support/deliveries.ts'
import { openHubAt, type TestHub } from '../support/hub.ts'
import { ends, knows, says, seeks } from '../support/memberships.ts'
import { openSite } from '../support/site.ts'

// Memberships with a software that shares no line with ours, on either side of them.

afterAll(() => void vi.useRealTimers())

async function opened(sort: 'Group' | 'Organization'): Promise<{ hub: TestHub; peer: Peer }> {
  const sites = [await openSite(), await openSite()] as const
  vi.setSystemTime(monday)
  const hub = await openHubAt(sites[0], { neighbours: sites })
  return { hub, peer: await openPeer(sites[1], { sort }) }
}

describe('a group of a Fedify server', () => {
  let hub: TestHub
  let peer: Peer
  let scop: Entry
  beforeAll(async () => {
    ;({ hub, peer } = await opened('Group'))
    scop = await hub.publish('organisation', { title: 'La scop' }, { status: 'scop', handle: 'la_scop' })
    await settled(hub)
  })
  afterAll(async () => {
    await hub.stop()
    await peer.stop()
  })

  test('reads that an organisation joins it, and says yes', async () => {
    await seeks(hub, scop, 'organisation', peer.id)
    const join = await peer.received(vocab.Join)
    expect([join.actorId?.href, join.objectId?.href]).toEqual([hub.actor('la_scop'), peer.id])
    await knows(hub, scop, 'organisation', 'asked')
    await peer.say(hub.actor('la_scop'), 'Accept', {
      id: join.id?.href,
      type: 'Join',
      actor: hub.actor('la_scop'),
      object: peer.id,
    })
    await knows(hub, scop, 'organisation', 'confirmed')
  })

  test('reads that it leaves', async () => {
    await ends(hub, scop, 'organisation')
    const leave = await peer.received(vocab.Leave)
    expect([leave.actorId?.href, leave.objectId?.href]).toEqual([hub.actor('la_scop'), peer.id])
  })

  test('invites it, hears its yes, and lets it go', async () => {
    // A no is heard for a day.
    hub.deps.pass(25 * 3_600_000)
    vi.setSystemTime(hub.deps.now())
    const scopId = hub.actor('la_scop')
    const invite = await peer.say(scopId, 'Invite', scopId, { target: peer.id })
    await knows(hub, scop, 'organisation', 'invited')
    await says(hub, scop, 'organisation', peer.id)
    const accept = await peer.received(vocab.Accept)
    const asked = await accept.getObject({ ...peer.context, crossOrigin: 'trust' })
    expect(asked).toBeInstanceOf(vocab.Invite)
    expect(asked?.id?.href).toBe(invite.id)
    await knows(hub, scop, 'organisation', 'confirmed')
    await peer.say(scopId, 'Remove', scopId, { origin: peer.id })
    await knows(hub, scop, 'organisation', null)
  })
})

describe('an organisation of a Fedify server', () => {
  let hub: TestHub
  let peer: Peer
  let network: Entry
  beforeAll(async () => {
    ;({ hub, peer } = await opened('Organization'))
    network = await hub.publish(
      'organisation',
      { title: 'Le réseau' },
      { status: 'network', handle: 'reseau' },
    )
    await settled(hub)
  })
  afterAll(async () => {
    await hub.stop()
    await peer.stop()
  })

  test('reads that a network invites it, and says yes', async () => {
    await seeks(hub, network, 'network', peer.id)
    const invite = await peer.received(vocab.Invite)
    expect([invite.actorId?.href, invite.objectId?.href, invite.targetId?.href]).toEqual([
      hub.actor('reseau'),
      peer.id,
      hub.actor('reseau'),
    ])
    // By the id alone, as some answer.
    await peer.say(hub.actor('reseau'), 'Accept', invite.id?.href ?? '')
    await knows(hub, network, 'network', 'confirmed')
  })

  test('reads that it is let go', async () => {
    await ends(hub, network, 'network')
    const remove = await peer.received(vocab.Remove)
    expect([remove.objectId?.href, remove.originId?.href]).toEqual([peer.id, hub.actor('reseau')])
  })

  test('joins, hears the yes, and leaves', async () => {
    hub.deps.pass(25 * 3_600_000)
    vi.setSystemTime(hub.deps.now())
    const join = await peer.say(hub.actor('reseau'), 'Join', hub.actor('reseau'))
    await knows(hub, network, 'network', 'asked')
    await says(hub, network, 'network', peer.id)
    await peer.received(vocab.Accept, ({ objectId }) => objectId?.href === join.id)
    await peer.say(hub.actor('reseau'), 'Leave', hub.actor('reseau'))
    await knows(hub, network, 'network', null)
  })
})
