import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { block } from '../../server/moderation/blocks.ts'
import type { Entry } from '../../server/entries/load.ts'
import type { JsonObject } from '../../server/federation/json-object.ts'
import { mostAsking } from '../../server/federation/memberships/received.ts'
import { end, say } from '../../server/networks/commands.ts'
import { partyOfEntry } from '../../server/networks/parties.ts'
import { membershipsOf } from '../../server/networks/queries.ts'
import { person, published } from '../support/publish.ts'
import type { Peer, Someone } from './peer.ts'
import { said } from './words.ts'
import { openWorld, unchanged, type World } from './world.ts'

// What strangers say of memberships: of their own side alone, and no more of it than may wait.

let world: World
let network: Entry
let scop: Entry
beforeAll(async () => {
  world = await openWorld()
  const { deps, admin } = world.hub
  const made = (title: string, status: string | null, handle: string) =>
    published(deps, admin, 'organisation', { title }, { status, handle })
  network = await made('Le réseau', 'network', 'reseau')
  scop = await made('La scop', 'scop', 'la_scop')
  await world.quiet()
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.hub.deps.db.write([{ sql: 'DELETE FROM network_memberships', args: [] }])
  // The same answer is given once in a minute.
  world.hub.deps.pass(61_000)
})

let count = 0
const someone = (peer: Peer, type: string): Someone => peer.actor(`someone${(count += 1)}`, { type })
const reseau = () => world.hub.actor('reseau')
const laScop = () => world.hub.actor('la_scop')

const tell = async (from: Someone, type: string, more: JsonObject): Promise<number> =>
  (await world.post(from, { ...said(from, type, world.fresh(from)), ...more })).status

async function states(entry: Entry, side: 'network' | 'organisation'): Promise<string[]> {
  const party = await partyOfEntry(world.hub.deps.db, entry.envelope.id)
  return (await membershipsOf(world.hub.deps.db, party?.n ?? 0, side)).map(({ state }) => state)
}

const numberOf = async (id: string): Promise<number> =>
  Number((await world.hub.deps.db.query('SELECT n FROM actors WHERE id = ?', [id])).rows[0]?.[0])

const rejects = async (): Promise<number> =>
  Number(
    (await world.hub.deps.db.query("SELECT count(*) FROM activities WHERE type = 'Reject'")).rows[0]?.[0],
  )

describe('a membership that a stranger speaks of', () => {
  test('is asked for by an organisation, and is none before the network has said so too', async () => {
    const member = someone(world.good, 'Organization')
    expect(await tell(member, 'Join', { object: reseau() })).toBe(202)
    expect(await states(network, 'network')).toEqual(['asked'])
  })

  test('is nobody’s but an organisation’s: a person is told no, and nothing is kept', async () => {
    const before = await rejects()
    await tell(someone(world.evil, 'Person'), 'Join', { object: reseau() })
    await tell(someone(world.evil, 'Application'), 'Join', { object: reseau() })
    expect(await rejects()).toBe(before + 2)
    expect(await states(network, 'network')).toEqual([])
  })

  test('is with a network only: whoever joins another organisation is told no', async () => {
    const before = await rejects()
    await tell(someone(world.evil, 'Organization'), 'Join', { object: laScop() })
    expect(await rejects()).toBe(before + 1)
    expect(await states(scop, 'organisation')).toEqual([])
  })

  test('is not said by who claims to be a network and is none, nor to another’s', async () => {
    await tell(someone(world.evil, 'Organization'), 'Invite', { object: laScop() })
    await tell(someone(world.evil, 'Group'), 'Invite', { object: laScop(), target: reseau() })
    await tell(someone(world.evil, 'Group'), 'Invite', { object: laScop(), target: world.hub.actor('hub') })
    await tell(someone(world.evil, 'Group'), 'Invite', { object: world.hub.actor('hub') })
    expect(await states(scop, 'organisation')).toEqual([])
  })

  test('is not confirmed by an Accept that was never asked for, nor by anybody else', async () => {
    const { deps, admin } = world.hub
    const group = someone(world.good, 'Group')
    const other = someone(world.evil, 'Group')
    const join = { type: 'Join', actor: laScop(), object: group.id }
    await tell(group, 'Accept', { object: join })
    expect(await states(scop, 'organisation')).toEqual([])
    // Known, and asked now.
    await tell(group, 'Invite', { object: laScop() })
    await tell(other, 'Invite', { object: laScop() })
    await deps.db.write([{ sql: 'DELETE FROM network_memberships', args: [] }])
    await say(deps, admin, scop, { side: 'organisation', other: await numberOf(group.id) })
    await world.quiet()
    const { rows } = await deps.db.query('SELECT join_id FROM network_memberships')
    const id = world.hub.origin + String(rows[0]?.[0])
    await tell(other, 'Accept', { object: { ...join, id } })
    await tell(other, 'Accept', { object: { ...join, id, object: other.id } })
    await tell(other, 'Accept', { object: id })
    await tell(other, 'Reject', { object: id })
    expect(await states(scop, 'organisation')).toEqual(['asked'])
    await tell(group, 'Accept', { object: id })
    expect(await states(scop, 'organisation')).toEqual(['confirmed'])
  })

  test('is not confirmed by a yes that comes after we have taken our word back', async () => {
    const { deps, admin } = world.hub
    const group = someone(world.good, 'Group')
    await tell(group, 'Invite', { object: laScop() })
    await deps.db.write([{ sql: 'DELETE FROM network_memberships', args: [] }])
    await say(deps, admin, scop, { side: 'organisation', other: await numberOf(group.id) })
    const party = await partyOfEntry(deps.db, scop.envelope.id)
    const [asked] = await membershipsOf(deps.db, party?.n ?? 0, 'organisation')
    await end(deps, admin, scop, { side: 'organisation', membership: asked?.n ?? 0 })
    await tell(group, 'Accept', { object: { type: 'Join', actor: laScop(), object: group.id } })
    expect(await states(scop, 'organisation')).toEqual([])
  })

  test('is ended by its own two sides alone', async () => {
    const { deps, admin } = world.hub
    const member = someone(world.good, 'Organization')
    await tell(member, 'Join', { object: reseau() })
    await say(deps, admin, network, { side: 'network', other: await numberOf(member.id) })
    expect(await states(network, 'network')).toEqual(['confirmed'])
    const mallory = someone(world.evil, 'Group')
    await tell(mallory, 'Leave', { object: reseau() })
    await tell(mallory, 'Remove', { object: member.id, origin: reseau() })
    await tell(mallory, 'Remove', { object: laScop(), origin: reseau() })
    await tell(mallory, 'Undo', { object: { type: 'Join', actor: member.id, object: reseau() } })
    await tell(mallory, 'Reject', { object: { type: 'Join', actor: member.id, object: reseau() } })
    expect(await states(network, 'network')).toEqual(['confirmed'])
    await tell(member, 'Undo', { object: { type: 'Join', actor: member.id, object: reseau() } })
    expect(await states(network, 'network')).toEqual([])
  })

  test('is asked for again a day after a no, and not before', async () => {
    const { deps, admin } = world.hub
    const member = someone(world.good, 'Organization')
    await tell(member, 'Join', { object: reseau() })
    const party = await partyOfEntry(deps.db, network.envelope.id)
    const [asked] = await membershipsOf(deps.db, party?.n ?? 0, 'network')
    await end(deps, admin, network, { side: 'network', membership: asked?.n ?? 0 })
    await world.quiet()
    deps.pass(61_000)
    const before = await rejects()
    await tell(member, 'Join', { object: reseau() })
    expect(await states(network, 'network')).toEqual([])
    expect(await rejects()).toBe(before + 1)
    deps.pass(24 * 3_600_000)
    await tell(member, 'Join', { object: reseau() })
    expect(await states(network, 'network')).toEqual(['asked'])
  })

  test(`waits ${mostAsking.host} times of one host, and no more: others are still heard`, async () => {
    for (let at = 0; at < mostAsking.host + 3; at++)
      await tell(someone(world.evil, 'Organization'), 'Join', { object: reseau() })
    expect((await states(network, 'network')).length).toBe(mostAsking.host)
    await tell(someone(world.good, 'Organization'), 'Join', { object: reseau() })
    expect((await states(network, 'network')).length).toBe(mostAsking.host + 1)
  })

  test('changes nothing for an organisation that is a draft, or of nobody', async () => {
    const member = someone(world.good, 'Organization')
    await tell(member, 'Leave', { object: reseau() })
    await unchanged(world, async () => {
      await tell(member, 'Leave', { object: reseau() })
      await tell(member, 'Remove', { object: laScop() })
      await tell(member, 'Leave', { object: `${world.hub.origin}/ap/actors/personne` })
    }, ['seen', 'hosts'])
  })
})

describe('a membership with one who is refused, or gone', () => {
  const joined = async (peer: Peer): Promise<Someone> => {
    const member = someone(peer, 'Organization')
    await tell(member, 'Join', { object: reseau() })
    const other = await numberOf(member.id)
    await say(world.hub.deps, world.hub.admin, network, { side: 'network', other })
    expect(await states(network, 'network')).toEqual(['confirmed'])
    return member
  }

  test('goes with the actor that says goodbye', async () => {
    const member = await joined(world.good)
    await tell(member, 'Delete', { object: member.id })
    const { rows } = await world.hub.deps.db.query('SELECT count(*) FROM network_memberships')
    expect(rows[0]?.[0]).toBe(0)
    expect(await states(network, 'network')).toEqual([])
  })

  test('is not shown of a silenced server, and erased of a blocked one', async () => {
    const { deps, admin } = world.hub
    await joined(world.evil)
    await block(deps, admin, { type: 'host', target: world.evil.host, severity: 'silence' })
    expect(await states(network, 'network')).toEqual([])
    await block(deps, admin, { type: 'host', target: world.evil.host, severity: 'suspend' })
    expect((await deps.db.query('SELECT count(*) FROM network_memberships')).rows[0]?.[0]).toBe(0)
    const late = someone(world.evil, 'Organization')
    expect(await tell(late, 'Join', { object: reseau() })).toBe(403)
  })
})

describe('who has an account here', () => {
  test('speaks for their own organisation, and ends nothing of another', async () => {
    const { deps, admin } = world.hub
    const stranger = {
      ...(await person(deps, 'member')),
      memberships: [{ organisationId: scop.envelope.id, role: 'editor' as const }],
    }
    const member = someone(world.good, 'Organization')
    await tell(member, 'Join', { object: reseau() })
    const other = await numberOf(member.id)
    await expect(say(deps, stranger, network, { side: 'network', other })).rejects.toMatchObject({
      code: 'forbidden',
    })
    const party = await partyOfEntry(deps.db, network.envelope.id)
    const [asked] = await membershipsOf(deps.db, party?.n ?? 0, 'network')
    for (const own of [network, scop])
      await expect(
        end(deps, stranger, own, { side: 'organisation', membership: asked?.n ?? 0 }),
      ).rejects.toMatchObject({ code: own === scop ? 'absent' : 'forbidden' })
    // What is no network has no members, whoever says so.
    await expect(say(deps, admin, scop, { side: 'network', other })).rejects.toMatchObject({
      code: 'invalid',
    })
    await expect(say(deps, admin, network, { side: 'network', other: party?.n ?? 0 })).rejects.toMatchObject({
      code: 'invalid',
    })
  })

  test('confirms a membership twice at the same moment, and it is one', async () => {
    const { deps, admin } = world.hub
    const [org, net] = [
      await partyOfEntry(deps.db, scop.envelope.id),
      await partyOfEntry(deps.db, network.envelope.id),
    ]
    await Promise.all([
      say(deps, admin, scop, { side: 'organisation', other: net?.n ?? 0 }),
      say(deps, admin, network, { side: 'network', other: org?.n ?? 0 }),
    ])
    expect(await states(network, 'network')).toEqual(['confirmed'])
    expect(await states(scop, 'organisation')).toEqual(['confirmed'])
  })
})
