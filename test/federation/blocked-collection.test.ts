import { afterAll, beforeAll, expect, test } from 'vitest'
import { block } from '../../server/moderation/blocks.ts'
import { publishBlocks } from '../../server/moderation/circle.ts'
import { send } from '../attacks/world.ts'
import { openHubAt, type TestHub } from '../support/hub.ts'
import { openSite } from '../support/site.ts'

// FEP-c648: https://w3id.org/fep/c648

let hub: TestHub
beforeAll(async () => {
  hub = await openHubAt(await openSite(), { started: false })
  for (let n = 0; n < 45; n++)
    await block(hub.deps, hub.admin, {
      type: 'host',
      target: `h${n}.test`,
      reason: 'x',
      publicComment: `Motif ${n}`,
    })
  const others = [
    { type: 'host' as const, target: 'cache.test', obfuscate: true },
    { type: 'host' as const, target: 'retrait.test', severity: 'silence' as const },
    { type: 'actor' as const, target: 'https://a.test/users/odile' },
  ]
  for (const other of others) await block(hub.deps, hub.admin, { ...other, reason: 'x' })
})
afterAll(() => hub.stop())

async function get(path: string): Promise<{ status: number; document: Record<string, unknown> }> {
  const { status, body } = await send(hub.site.port, 'GET', path, { host: hub.host })
  return { status, document: body === '' ? {} : (JSON.parse(body) as Record<string, unknown>) }
}
const collection = '/ap/actors/hub/blocked'

test('a hub tells nobody whom it blocks, unless its administrator has it so', async () => {
  expect((await get('/ap/actors/hub')).document).not.toHaveProperty('blocked')
  expect((await get(collection)).status).toBe(404)
  expect((await get(`${collection}?page=true`)).status).toBe(404)
})

test('published, the hub’s actor names the collection, and no other actor has one', async () => {
  await publishBlocks(hub.deps, hub.admin, 'everyone')
  const { document } = await get('/ap/actors/hub')
  expect(document['blocked']).toBe(hub.origin + collection)
  const context = JSON.stringify(document['@context'])
  expect(context).toContain('"bl":"https://purl.archive.org/socialweb/blocked#"')
  for (const name of ['emplois', 'forum', 'instance']) {
    expect((await get(`/ap/actors/${name}`)).document).not.toHaveProperty('blocked')
    expect((await get(`/ap/actors/${name}/blocked`)).status).toBe(404)
  }
})

test('it holds each blocked server as a Block, newest first, page by page; nobody set aside, half hidden or a person', async () => {
  const { status, document } = await get(collection)
  expect([status, document['type'], document['totalItems']]).toEqual([200, 'OrderedCollection', 45])
  const seen: Record<string, unknown>[] = []
  let next = String(document['first'])
  for (let pages = 0; next !== 'undefined' && pages < 10; pages++) {
    const page = (await get(next.slice(hub.origin.length))).document
    seen.push(...(page['orderedItems'] as Record<string, unknown>[]))
    next = String(page['next'])
  }
  expect(seen.map(({ object }) => (object as { name: string }).name)).toEqual(
    Array.from({ length: 45 }, (_, n) => `h${44 - n}.test`),
  )
  expect(seen[0]).toMatchObject({
    type: 'Block',
    actor: `${hub.origin}/ap/actors/hub`,
    object: { id: 'https://h44.test/', type: 'Service', name: 'h44.test' },
    summary: 'Motif 44',
    published: new Date(hub.deps.now()).toISOString(),
  })
  expect(new Set(seen.map(({ id }) => id)).size).toBe(45)
})

test('taken back, it is gone from one request to the next', async () => {
  await publishBlocks(hub.deps, hub.admin, 'nobody')
  expect((await get(collection)).status).toBe(404)
  expect((await get('/ap/actors/hub')).document).not.toHaveProperty('blocked')
})
