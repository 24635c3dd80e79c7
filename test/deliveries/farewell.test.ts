import { afterAll, beforeAll, expect, test } from 'vitest'
import { block } from '../../server/moderation/blocks.ts'
import { addFollower, openSinks, type Sink } from '../peers/sink.ts'
import { settled } from '../support/deliveries.ts'
import { openHubAt, type TestHub } from '../support/hub.ts'
import { openSite } from '../support/site.ts'

let hub: TestHub
let sinks: Sink[]
beforeAll(async () => {
  const site = await openSite()
  sinks = await openSinks(3)
  hub = await openHubAt(site, { neighbours: [site, ...sinks] })
})
afterAll(async () => {
  await hub.stop()
  for (const sink of sinks) await sink.close()
})

test('the goodbye of an actor reaches every server we know, once, though nobody there follows it; a blocked one never', async () => {
  const [large, small, blocked] = sinks as [Sink, Sink, Sink]
  for (const name of ['amel', 'bo']) await addFollower(hub, large, 'emplois', { name })
  await addFollower(hub, small, 'emplois', { name: 'chloe', shared: false })
  await addFollower(hub, blocked, 'emplois')
  const organisation = await hub.publish('organisation', { title: 'Les Ateliers du fleuve' })
  await settled(hub)
  await block(hub.deps, hub.admin, { type: 'host', target: blocked.host, reason: 'Spam' })
  await hub.withdraw(organisation)
  await settled(hub)
  const heard = (sink: Sink) => sink.posts.map(({ type, objectId }) => `${type} ${objectId}`)
  const goodbye = `Delete ${hub.actor('ateliers_du_fleuve')}`
  expect(sinks.map(heard)).toEqual([[goodbye], [goodbye], []])
})
