import { afterAll, beforeAll, expect, test } from 'vitest'
import { send } from '../attacks/world.ts'
import { openHubAt, type TestHub } from '../support/hub.ts'
import { openSite } from '../support/site.ts'

let hub: TestHub
beforeAll(async () => {
  hub = await openHubAt(await openSite(), { started: false })
})
afterAll(() => hub.stop())

const get = async (handle: string): Promise<Record<string, unknown>> => {
  const { body } = await send(hub.site.port, 'GET', `/ap/actors/${handle}`, { host: hub.host })
  return JSON.parse(body) as Record<string, unknown>
}

test('the accounts of a hub show its logo, once it has one', async () => {
  expect(await get('hub')).not.toHaveProperty('icon')
  const { deps } = hub
  const id = deps.newId()
  await deps.db.write(deps.hub.steps({ logo: { id, width: 600, height: 300 } }, null, deps.now()))
  await deps.hub.reload()
  for (const handle of ['hub', 'emplois', 'ressources', 'forum', 'instance'])
    expect((await get(handle))['icon'], handle).toEqual({
      type: 'Image',
      mediaType: 'image/webp',
      url: `${hub.origin}/media/${id}.webp`,
    })
})
