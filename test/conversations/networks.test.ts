import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Entry } from '../../server/entries/load.ts'
import { seekingsOf } from '../../server/federation/memberships/seek.ts'
import { relay } from '../../server/networks/relay.ts'
import { entriesOfMembers } from '../../server/networks/gathered.ts'
import { membershipsOf } from '../../server/networks/queries.ts'
import { addFollower, openSink, type Sink } from '../peers/sink.ts'
import { settled } from '../support/deliveries.ts'
import { openHubAt, type TestHub } from '../support/hub.ts'
import { ends, knows, membershipsIn, numberOfEntry, says, seeks } from '../support/memberships.ts'
import { arrival, follow } from '../support/network.ts'
import { openSite } from '../support/site.ts'
import { until } from '../support/until.ts'

// A network on hub `amont`, an organisation on hub `aval`, and a Mastodon that follows the network.

let amont: TestHub
let aval: TestHub
let mastodon: Sink
let network: Entry
let scop: Entry
beforeAll(async () => {
  const sites = [await openSite(), await openSite()] as const
  mastodon = await openSink()
  const neighbours = [...sites, mastodon]
  amont = await openHubAt(sites[0], { handle: 'amont', neighbours })
  aval = await openHubAt(sites[1], { handle: 'aval', neighbours })
  network = await amont.publish(
    'organisation',
    { title: 'Le réseau' },
    { status: 'network', handle: 'reseau' },
  )
  scop = await aval.publish('organisation', { title: 'La scop' }, { status: 'scop', handle: 'la_scop' })
  await settled(amont)
  await settled(aval)
  await addFollower(amont, mastodon, 'reseau')
})
afterAll(async () => {
  for (const hub of [amont, aval]) await hub.stop()
  await mastodon.close()
})

const documentOf = async (hub: TestHub, name: string): Promise<Record<string, unknown>> =>
  (await (
    await fetch(hub.actor(name), { headers: { accept: 'application/activity+json' } })
  ).json()) as Record<string, unknown>

const saidBy = async ({ deps }: TestHub, handle: string): Promise<Record<string, unknown>[]> =>
  (
    await deps.db.query(
      'SELECT json FROM activities JOIN actors ON actors.n = actor_n WHERE actors.id = ? ORDER BY activities.n',
      [`/ap/actors/${handle}`],
    )
  ).rows.map(({ json }) => JSON.parse(String(json)) as Record<string, unknown>)

describe('a network', () => {
  test('is a Group, in which nobody writes but itself; another organisation is none', async () => {
    expect(await documentOf(amont, 'reseau')).toMatchObject({
      type: 'Group',
      postingRestrictedToMods: true,
    })
    expect(await documentOf(aval, 'la_scop')).toMatchObject({ type: 'Organization' })
  })

  test('tells its followers when it becomes one, and when it is one no more', async () => {
    const other = await amont.publish(
      'organisation',
      { title: 'Une union' },
      { status: null, handle: 'union' },
    )
    await settled(amont)
    await addFollower(amont, mastodon, 'union')
    mastodon.posts.length = 0
    const types = async () => {
      await settled(amont)
      return (await saidBy(amont, 'union'))
        .filter(({ type }) => type === 'Update')
        .map(({ object }) => (object as Record<string, unknown>)['type'])
    }
    const { revise } = await import('../../server/entries/commands.ts')
    const { parseEntry } = await import('../../server/entries/input.ts')
    const { ownEntryById } = await import('../../server/entries/queries.ts')
    const becomes = async (status: string | null) => {
      const now = await ownEntryById(amont.deps, other.envelope.id)
      if (now === undefined) throw new Error('It is gone.')
      const sent = { shared: { title: 'Une union' }, fields: { ...now.fields, status } }
      const { input } = await parseEntry(amont.deps, now.kind, sent, null)
      if (input === null) throw new Error('It is not whole.')
      const { revision } = now.envelope
      await revise(amont.deps, amont.admin, now, { revision, input, picture: undefined })
      amont.federation.wake()
    }
    await becomes('network')
    expect(await types()).toEqual(['Group'])
    await becomes('scic')
    expect(await types()).toEqual(['Group', 'Organization'])
  })
})

describe('a membership across two hubs', () => {
  test('that one side says is said by one side: the organisation asks, and both hubs know just that', async () => {
    await seeks(aval, scop, 'organisation', `@reseau@${amont.host}`)
    await knows(aval, scop, 'organisation', 'asked')
    await knows(amont, network, 'network', 'asked')
  })

  test('is one when the network accepts, on both hubs', async () => {
    await says(amont, network, 'network', aval.actor('la_scop'))
    await knows(amont, network, 'network', 'confirmed')
    await knows(aval, scop, 'organisation', 'confirmed')
    const [member] = await membershipsIn(amont, network, 'network')
    expect(member?.party).toMatchObject({ name: 'La scop', host: aval.host, local: false })
    const [its] = await membershipsIn(aval, scop, 'organisation')
    expect(its?.party).toMatchObject({ name: 'Le réseau', isNetwork: true })
  })

  test('gathers what the member has open, by its own account or by a section of its hub', async () => {
    await follow(amont, aval.actor('aval'))
    const job = await aval.publish('job', { title: 'Un poste à la scop', organisation: scop.envelope.id })
    const news = await aval.publish('news', { title: 'La scop recrute', organisation: scop.envelope.id })
    const other = await aval.publish('job', { title: 'Un poste ailleurs' })
    for (const entry of [job, news, other]) await arrival(amont, entry)
    const members = (await membershipsIn(amont, network, 'network')).map(({ party }) => party)
    const titles = (await entriesOfMembers(amont.deps, members, 20)).map(({ envelope }) => envelope.title)
    expect(titles.toSorted()).toEqual(['La scop recrute', 'Un poste à la scop'])
    // What came from elsewhere is never announced again.
    const received = await amont.received(job.envelope.apId)
    if (received === undefined) throw new Error('It is gone.')
    await expect(relay(amont.deps, amont.admin, network, received)).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  test('ends on both hubs when the organisation leaves; asked again, it begins anew', async () => {
    await ends(aval, scop, 'organisation')
    await knows(aval, scop, 'organisation', null)
    await knows(amont, network, 'network', null)
    const past = await membershipsOf(amont.deps.db, await numberOfEntry(amont, network), 'network', true)
    expect(past[0]?.row).toMatchObject({ endedBy: 'organisation' })
    await says(aval, scop, 'organisation', amont.actor('reseau'))
    await knows(amont, network, 'network', 'asked')
  })

  test('is refused by a no, which both hubs know', async () => {
    await ends(amont, network, 'network')
    await knows(amont, network, 'network', null)
    await knows(aval, scop, 'organisation', null)
  })

  test('may be begun by the network, and refused or accepted by the organisation', async () => {
    await says(amont, network, 'network', aval.actor('la_scop'))
    await knows(aval, scop, 'organisation', 'invited')
    await ends(aval, scop, 'organisation')
    await knows(amont, network, 'network', null)
    // The same answer is given once in a minute.
    for (const hub of [amont, aval]) hub.deps.pass(61_000)
    await says(amont, network, 'network', aval.actor('la_scop'))
    // A no is heard for a day.
    await knows(amont, network, 'network', null)
    expect(await membershipsIn(aval, scop, 'organisation')).toEqual([])
    for (const hub of [amont, aval]) hub.deps.pass(25 * 3_600_000)
    await says(amont, network, 'network', aval.actor('la_scop'))
    await knows(aval, scop, 'organisation', 'invited')
    await says(aval, scop, 'organisation', amont.actor('reseau'))
    await knows(amont, network, 'network', 'confirmed')
    await knows(aval, scop, 'organisation', 'confirmed')
  })

  test('ends on both hubs when the network lets the organisation go', async () => {
    await ends(amont, network, 'network')
    await knows(aval, scop, 'organisation', null)
    await knows(amont, network, 'network', null)
  })

  test('is one when both have said it before either heard the other', async () => {
    await says(aval, scop, 'organisation', amont.actor('reseau'))
    await says(amont, network, 'network', aval.actor('la_scop'))
    await knows(amont, network, 'network', 'confirmed')
    await knows(aval, scop, 'organisation', 'confirmed')
  })

  test('is sought in vain where there is no network, and says so until that is put away', async () => {
    await seeks(aval, scop, 'organisation', amont.actor('amont'))
    const n = await numberOfEntry(aval, scop)
    const failed = await until('it failed', async () => {
      const [one] = await seekingsOf(aval.deps.db, n)
      return one?.failed === null ? null : (one ?? null)
    })
    expect(failed.failed).toBe('content-type')
  })

  test('is over when the organisation is withdrawn', async () => {
    for (const title of ['Un poste à la scop', 'La scop recrute']) {
      const { loadEntry } = await import('../../server/entries/load.ts')
      const { entries } = await import('../../db/schema/entries.ts')
      const { eq } = await import('drizzle-orm')
      const entry = await loadEntry(aval.deps, eq(entries.title, title))
      if (entry !== undefined) await aval.withdraw(entry)
    }
    await aval.withdraw(scop)
    await knows(amont, network, 'network', null)
    expect(await aval.deps.db.query('SELECT count(*) FROM network_memberships')).toMatchObject({
      rows: [{ 0: 0 }],
    })
  })
})

describe('« Relayer »', () => {
  test('announces an open entry of a member to those who follow the network, once, and tells them of its end', async () => {
    const member = await amont.publish(
      'organisation',
      { title: 'Un jardin' },
      { status: null, handle: 'jardin' },
    )
    await numberOfEntry(amont, member)
    const job = await amont.publish('job', { title: 'Un poste au jardin', organisation: member.envelope.id })
    await settled(amont)
    await expect(relay(amont.deps, amont.admin, network, job)).rejects.toMatchObject({ code: 'conflict' })
    await says(amont, network, 'network', '/ap/actors/jardin')
    // One side alone makes no member.
    await expect(relay(amont.deps, amont.admin, network, job)).rejects.toMatchObject({ code: 'conflict' })
    await says(amont, member, 'organisation', '/ap/actors/reseau')
    mastodon.posts.length = 0
    await relay(amont.deps, amont.admin, network, job)
    await relay(amont.deps, amont.admin, network, job)
    amont.federation.wake()
    await settled(amont)
    const announces = (await saidBy(amont, 'reseau')).filter(({ type }) => type === 'Announce')
    expect(announces).toMatchObject([{ object: job.envelope.apId, actor: amont.actor('reseau') }])
    expect(mastodon.typesOf(job.envelope.apId)).toEqual(['Announce'])
    const closed = await amont.close(job)
    await settled(amont)
    expect(mastodon.typesOf(job.envelope.apId)).toEqual(['Announce', 'Update'])
    await expect(relay(amont.deps, amont.admin, network, closed)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('is no more for a network that moves away, whose members are let go before', async () => {
    const { partingSteps } = await import('../../server/networks/commands.ts')
    const n = await numberOfEntry(amont, network)
    await amont.deps.db.write(await partingSteps(amont.deps, n))
    expect(await membershipsIn(amont, network, 'network')).toEqual([])
  })
})
