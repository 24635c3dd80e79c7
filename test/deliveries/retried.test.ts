import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { said } from '../attacks/words.ts'
import { openWorld } from '../attacks/world.ts'
import { addFollower, answering, openSinks, type Sink } from '../peers/sink.ts'
import { deliveriesTo, hostOf, hours, pass, settled } from '../support/deliveries.ts'
import { openHubAt, type TestHub } from '../support/hub.ts'
import { openSite } from '../support/site.ts'
import { deliveryCounts } from '../../server/federation/status.ts'
import { until } from '../support/until.ts'

let hub: TestHub
let sink: Sink
let other: Sink
beforeEach(async () => {
  const site = await openSite()
  ;[sink, other] = (await openSinks(2)) as [Sink, Sink]
  hub = await openHubAt(site, { neighbours: [sink, other] })
  await addFollower(hub, sink, 'emplois')
})
afterEach(async () => {
  await hub.stop()
  await sink.close()
  await other.close()
})

/** After five publications that came to nothing it is left alone for a while. */
async function fails(): Promise<void> {
  sink.reply = answering(503)
  for (let count = 1; count <= 5; count++) {
    await hub.publish('job', { title: `Poste ${count}` })
    await settled(hub)
  }
  expect((await hostOf(hub, sink.host))?.openUntil).toBeGreaterThan(hub.deps.now())
  sink.reply = answering(202)
  sink.posts.length = 0
}

const states = async () =>
  (await deliveriesTo(hub, sink.host)).map(({ doneAt, failedAt, error }) =>
    doneAt !== null ? 'done' : failedAt !== null ? error : 'waiting',
  )

describe('what an administrator tries again', () => {
  test.each([
    ['all', () => ({ all: true }) as const],
    ['to a host', () => ({ host: sink.host })],
  ])('leaves at once, also for a host that was left alone: %s', async (_, what) => {
    await fails()
    const waiting = (await states()).length
    expect(await hub.federation.retry(what())).toBe(waiting)
    await until('all has arrived', () => sink.posts.length === waiting)
    await settled(hub)
    expect(await hostOf(hub, sink.host)).toMatchObject({ failures: 0, openUntil: null, failingSince: null })
  })

  test('may be one entry alone', async () => {
    sink.reply = answering(410)
    const one = await hub.publish('job', { title: 'Celui-ci' })
    await hub.publish('job', { title: 'Celui-là' })
    await settled(hub)
    sink.reply = answering(202)
    sink.posts.length = 0
    await hub.federation.retry({ object: one.envelope.apId })
    await settled(hub)
    expect(new Set(sink.posts.map(({ objectId }) => objectId))).toEqual(new Set([one.envelope.apId]))
    const [, , late] = await deliveriesTo(hub, sink.host)
    expect(late).toMatchObject({ error: 'answered 410' })
  })
})

describe('a host that is let be', () => {
  test('is sent nothing more, also of what is said later, and all of it when it is tried again', async () => {
    await fails()
    await hub.federation.letBe(sink.host)
    await addFollower(hub, other, 'emplois')
    await hub.publish('job', { title: 'Pendant ce temps' })
    await settled(hub)
    expect(other.posts.length).toBeGreaterThan(0)
    pass(hub, hours(30))
    await hub.federation.retry({ all: true })
    await settled(hub)
    expect(sink.posts).toEqual([])
    expect(new Set(await states())).toEqual(new Set(['stopped']))
    const count = (await states()).length
    expect(await hub.federation.retry({ host: sink.host })).toBe(count)
    await until('all has arrived', () => sink.posts.length === count)
    expect((await hostOf(hub, sink.host))?.stoppedAt).toBeNull()
  })

  test.each([
    ['arrived', 202, 'done'],
    ['came to nothing', 503, 'stopped'],
  ])('keeps what was on its way just then as what became of it: it %s', async (_, status, state) => {
    sink.reply = answering(status)
    sink.hold()
    await hub.publish('job')
    await until('it is on its way', () => sink.waiting > 0)
    await hub.federation.letBe(sink.host)
    sink.release()
    await until('what was on its way is settled', async () =>
      (await deliveriesTo(hub, sink.host)).some(({ attempts, doneAt }) => attempts > 0 || doneAt !== null),
    )
    await settled(hub)
    expect(await states()).toContain(state)
    const { waiting, delivered, failed } = await deliveryCounts(hub.deps, { host: sink.host })
    expect([waiting, delivered + failed, delivered > 0]).toEqual([0, 2, status === 202])
  })

  test('has it all, too, when it speaks to us', async () => {
    const world = await openWorld()
    try {
      const { hub: far, good } = world
      const lea = good.actor('lea')
      const posts = () => good.asked.filter((asked) => asked.startsWith('POST')).length
      await world.post(lea, { ...said(lea, 'Follow', world.fresh(lea)), object: far.actor('emplois') })
      await world.quiet()
      await far.federation.letBe(good.host)
      const job = await far.publish('job', { title: 'Pendant ce temps' })
      await world.quiet()
      expect(posts()).toBe(1)
      const like = { ...said(lea, 'Like', world.fresh(lea)), object: job.envelope.apId }
      expect((await world.post(lea, like)).status).toBe(202)
      await world.quiet()
      expect(posts()).toBe(3)
      expect(await hostOf(far, good.host)).toMatchObject({ stoppedAt: null })
    } finally {
      await world.close()
    }
  })
})
