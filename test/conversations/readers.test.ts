import { getRequestListener } from '@hono/node-server'
import { afterEach, expect, test } from 'vitest'
import { createApp } from '../../server/app.tsx'
import { settled } from '../support/deliveries.ts'
import { openTwoHubs, type TestHub } from '../support/hub.ts'
import { arrival, follow } from '../support/network.ts'

let hubs: TestHub[] = []
afterEach(async () => {
  for (const hub of hubs.splice(0)) await hub.stop()
})

test('two hubs that both want to know who reads › meet, catch up and hear each other, without a storm', async () => {
  const [amont, aval] = await openTwoHubs()
  hubs = [amont, aval]
  const asked = new Map<string, number>()
  for (const { deps } of hubs) {
    await deps.db.write(deps.hub.steps({ readers: 'signed' }, null, deps.now()))
    await deps.hub.reload()
  }
  for (const hub of hubs) {
    const answer = getRequestListener(createApp(hub.deps, hub.federation).fetch)
    hub.site.answer((request, response) => {
      if (request.method === 'GET') asked.set(hub.host, (asked.get(hub.host) ?? 0) + 1)
      void answer(request, response)
    })
  }
  const earlier = await amont.publish('job', { title: 'Avant' })
  await settled(amont)
  await follow(aval, amont.actor('emplois'))
  // Read from the outbox and `featured`, which are closed.
  await arrival(aval, earlier)
  await arrival(aval, await amont.publish('job', { title: 'Après' }))
  await follow(amont, aval.actor('ressources'))
  await arrival(amont, await aval.publish('resource', { title: 'Une salle' }))
  for (const hub of hubs) expect(asked.get(hub.host) ?? 0).toBeLessThanOrEqual(20)
})
