import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addFollower, answering, openSinks, type Sink } from '../peers/sink.ts'
import { deliveriesTo, hours, minutes, pass, settled } from '../support/deliveries.ts'
import { openHubAt, type TestHub } from '../support/hub.ts'
import { openSite } from '../support/site.ts'
import { until } from '../support/until.ts'

let hub: TestHub
let pool: Sink[]
let sinks: [Sink, Sink]
beforeAll(async () => {
  const site = await openSite()
  pool = await openSinks(20)
  hub = await openHubAt(site, { neighbours: [site, ...pool] })
})
beforeEach(() => {
  sinks = pool.splice(0, 2) as [Sink, Sink]
})
afterEach(async () => {
  for (const sink of sinks) sink.release()
  for (const table of ['followers', 'deliveries'])
    await hub.deps.db.write([{ sql: `DELETE FROM ${table}`, args: [] }])
  for (const sink of sinks) await sink.close()
})
afterAll(async () => {
  await hub.stop()
  for (const left of pool) await left.close()
})

describe('what is said about one entry', () => {
  test('reaches a host in the order it was said, even if the first try failed', async () => {
    const [sink] = sinks
    await addFollower(hub, sink, 'emplois')
    sink.reply = answering(503)
    const entry = await hub.publish('job')
    await settled(hub)
    expect(sink.typesOf(entry.envelope.apId)).toEqual(['Create'])
    hub.deps.pass(1_000)
    await hub.revise(entry, { title: 'Un autre titre' })
    await hub.withdraw(entry)
    await settled(hub)
    sink.reply = answering(202)
    pass(hub, minutes(2))
    await settled(hub)
    expect(sink.typesOf(entry.envelope.apId)).toEqual(['Create', 'Create', 'Add', 'Update', 'Delete'])
  })

  test('does not hold what is said about another', async () => {
    const [sink] = sinks
    await addFollower(hub, sink, 'emplois')
    const first = await hub.publish('job', { title: 'Le premier' })
    await settled(hub)
    sink.reply = (post, response) =>
      answering(post.objectId === first.envelope.apId ? 503 : 202)(post, response)
    await hub.withdraw(first)
    const second = await hub.publish('job', { title: 'Le second' })
    await settled(hub)
    expect(sink.typesOf(second.envelope.apId)).toEqual(['Create', 'Add'])
  })

  test('goes on after one of it was refused for good', async () => {
    const [sink] = sinks
    await addFollower(hub, sink, 'emplois')
    sink.reply = ({ type }, response) => void response.writeHead(type === 'Create' ? 422 : 202).end()
    const entry = await hub.publish('job')
    await settled(hub)
    expect(sink.typesOf(entry.envelope.apId)).toEqual(['Create', 'Add'])
    const [create, add] = await deliveriesTo(hub, sink.host)
    expect(create).toMatchObject({ status: 422, failedAt: hub.deps.now() })
    expect(add).toMatchObject({ doneAt: hub.deps.now() })
  })
})

describe('one host', () => {
  test('gets two at a time and no more, and others do not wait for it', async () => {
    const [slow, quick] = sinks
    for (const sink of sinks) await addFollower(hub, sink, 'emplois')
    slow.hold()
    for (let count = 1; count <= 5; count++) await hub.publish('job', { title: `Poste ${count}` })
    await until('the quick one has all', () => quick.posts.length === 10)
    expect(slow.waiting).toBe(2)
    slow.release()
    await settled(hub)
    expect([slow.posts.length, slow.mostAtOnce]).toEqual([10, 2])
  })

  test('that is so slow that the leases of what waits for it run out gets each thing once', async () => {
    const [slow] = sinks
    await addFollower(hub, slow, 'ressources')
    slow.hold()
    for (let count = 1; count <= 4; count++) await hub.publish('resource', { title: `Salle ${count}` })
    await until('two are on their way', () => slow.waiting === 2)
    await until('all is leased', async () => {
      const rows = await deliveriesTo(hub, slow.host)
      return rows.length === 8 && rows.every(({ leasedUntil }) => leasedUntil !== null)
    })
    pass(hub, hours(1))
    slow.release()
    await settled(hub)
    expect(slow.posts).toHaveLength(8)
    expect(new Set(slow.posts.map(({ id }) => id)).size).toBe(8)
  })
})

describe('many followers on one server', () => {
  test('are one request to their shared inbox, and one to each inbox where there is none', async () => {
    const [large, small] = sinks
    for (let count = 1; count <= 50; count++) await addFollower(hub, large, 'emplois', { name: `a${count}` })
    for (const name of ['b1', 'b2']) await addFollower(hub, small, 'emplois', { name, shared: false })
    const entry = await hub.publish('job')
    await settled(hub)
    expect(large.typesOf(entry.envelope.apId)).toEqual(['Create', 'Add'])
    expect(large.posts.every(({ inbox }) => inbox === '/inbox')).toBe(true)
    const creates = small.posts.filter(({ type }) => type === 'Create').map(({ inbox }) => inbox)
    expect(creates.toSorted()).toEqual(['/users/b1/inbox', '/users/b2/inbox'])
  })

  test('who follow several of us get what concerns them all once', async () => {
    const [sink] = sinks
    for (const handle of ['hub', 'emplois']) await addFollower(hub, sink, handle)
    const entry = await hub.publish('job')
    await settled(hub)
    hub.deps.pass(1_000)
    await hub.revise(entry, { title: 'Un autre titre' })
    await settled(hub)
    expect(sink.typesOf(entry.envelope.apId).toSorted()).toEqual(['Add', 'Announce', 'Create', 'Update'])
  })
})
