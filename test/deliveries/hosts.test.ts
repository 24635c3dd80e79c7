import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createFederation } from '../../server/federation/index.ts'
import { openPeer, type Peer } from '../peers/fedify.ts'
import { addFollower, answering, openSinks, type Sink } from '../peers/sink.ts'
import { monday } from '../support/deps.ts'
import { deliveriesTo, hostOf, hours, minutes, pass, settled } from '../support/deliveries.ts'
import { openHubAt, type TestHub } from '../support/hub.ts'
import { openSite, type Site } from '../support/site.ts'
import { until } from '../support/until.ts'

const opened: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close()
})

async function hubBeside(
  neighbours: readonly { host: string }[],
  options: Parameters<typeof openHubAt>[1] = {},
): Promise<TestHub> {
  const site = await openSite()
  const hub = await openHubAt(site, { neighbours: [site, ...neighbours], ...options })
  opened.push({ close: () => hub.stop() })
  return hub
}

async function sinks(count: number): Promise<Sink[]> {
  const made = await openSinks(count)
  opened.push(...made)
  return made
}

describe('the signature that a host reads', () => {
  test('is found by a second knock, then remembered, also by the next process', async () => {
    const [sink] = (await sinks(1)) as [Sink]
    sink.reply = ({ scheme }, response) => void response.writeHead(scheme === 'cavage' ? 401 : 202).end()
    const hub = await hubBeside([sink])
    await addFollower(hub, sink, 'emplois')
    await hub.publish('job')
    await settled(hub)
    expect(sink.posts.map(({ scheme }) => scheme)).toEqual(['cavage', 'rfc9421', 'rfc9421'])
    expect((await hostOf(hub, sink.host))?.scheme).toBe('rfc9421')
    const next = createFederation(hub.deps)
    sink.posts.length = 0
    await hub.federation.stop(1_000)
    next.start()
    hub.federation = next
    await hub.publish('job')
    next.wake()
    await settled(hub)
    expect(sink.posts.map(({ scheme }) => scheme)).toEqual(['rfc9421', 'rfc9421'])
  })

  test('is neither: it is held for later after two knocks', async () => {
    const [sink] = (await sinks(1)) as [Sink]
    sink.reply = answering(401)
    const hub = await hubBeside([sink])
    await addFollower(hub, sink, 'emplois')
    await hub.publish('job')
    await settled(hub)
    expect(sink.posts.map(({ scheme }) => scheme)).toEqual(['cavage', 'rfc9421'])
    const [create] = await deliveriesTo(hub, sink.host)
    expect(create).toMatchObject({ status: 401, attempts: 1, failedAt: null })
  })
})

describe('a process that died', () => {
  test('has leased what the next one sends', async () => {
    const [sink] = (await sinks(1)) as [Sink]
    const hub = await hubBeside([sink])
    await addFollower(hub, sink, 'emplois')
    sink.hold()
    await hub.publish('job')
    await until('it is on its way', () => sink.waiting === 1)
    // What a dead process leaves behind: rows that are leased, and a lease that has long to run.
    await hub.federation.stop(0)
    await hub.deps.db.write([
      { sql: 'UPDATE deliveries SET leased_until = ?', args: [hub.deps.now() + hours(1)] },
    ])
    sink.release()
    hub.federation = createFederation(hub.deps)
    hub.federation.start()
    await settled(hub)
    const rows = await deliveriesTo(hub, sink.host)
    expect(rows.every(({ doneAt }) => doneAt !== null)).toBe(true)
  })
})

describe('hosts that fail', () => {
  test('are on their way eight at a time, and hold nobody else', async () => {
    const dead = await sinks(12)
    const living = await sinks(6)
    const hub = await hubBeside([...dead, ...living])
    for (const sink of [...dead, ...living]) await addFollower(hub, sink, 'ressources')
    for (const sink of dead) sink.reply = answering(503)
    await hub.publish('resource', { title: 'Une salle' })
    await settled(hub)
    for (const sink of dead) sink.hold()
    hub.deps.pass(minutes(2))
    await hub.publish('resource', { title: 'Une autre salle' })
    await until('the living have it', () => living.every(({ posts }) => posts.length === 4))
    const hanging = () => dead.reduce((sum, { waiting }) => sum + waiting, 0)
    await until('the dead hang', () => hanging() === 8)
    await hub.publish('resource', { title: 'Une troisième salle' })
    await until('the living have this too', () => living.every(({ posts }) => posts.length === 6))
    expect(hanging()).toBe(8)
    for (const sink of dead) sink.release()
    await settled(hub)
  })
})

describe('a host that failed five times', () => {
  let hub: TestHub
  let peer: Peer
  let site: Site
  beforeEach(async () => {
    vi.setSystemTime(monday)
    site = await openSite()
    hub = await hubBeside([site])
    peer = await openPeer(site)
    opened.push(site)
    await peer.say(hub.actor('emplois'), 'Follow', hub.actor('emplois'))
    await settled(hub)
    site.broken = true
    for (let count = 1; count <= 3; count++) {
      await hub.publish('job', { title: `Poste ${count}` })
      await settled(hub)
    }
    expect(await hostOf(hub, site.host)).toMatchObject({ failures: 3, openUntil: null })
    for (let count = 4; count <= 5; count++) {
      await hub.publish('job', { title: `Poste ${count}` })
      await settled(hub)
    }
  })
  afterEach(() => void vi.useRealTimers())

  test('is left alone for ten minutes, with all that is new', async () => {
    const rest = hub.deps.now() + minutes(10)
    expect(await hostOf(hub, site.host)).toMatchObject({ failures: 5, openUntil: rest })
    await hub.publish('job', { title: 'Pendant le repos' })
    await settled(hub)
    const rows = await deliveriesTo(hub, site.host)
    expect(rows.filter(({ doneAt }) => doneAt === null).every(({ nextAt }) => nextAt >= rest)).toBe(true)
    expect(rows.at(-1)).toMatchObject({ type: 'Add', attempts: 0, nextAt: rest })
  })

  test('is tried again after that, and left alone twice as long', async () => {
    pass(hub, minutes(10))
    await settled(hub)
    const known = await hostOf(hub, site.host)
    expect(known?.failures).toBeGreaterThan(5)
    expect((known?.openUntil ?? 0) - hub.deps.now()).toBeGreaterThanOrEqual(minutes(20))
  })

  test('gets all that waited as soon as it speaks to us', async () => {
    site.broken = false
    const job = await hub.publish('job', { title: 'Pendant le repos' })
    await settled(hub)
    expect(peer.inbox).toHaveLength(1)
    await peer.say(hub.actor('emplois'), 'Like', job.envelope.apId)
    await until('twelve things', () => peer.inbox.length === 13)
    expect(await hostOf(hub, site.host)).toMatchObject({ failures: 0, openUntil: null, failingSince: null })
  })
})
