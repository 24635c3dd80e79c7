import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { kinds } from '../../server/kinds/index.ts'
import { openHubAt, type TestHub } from '../support/hub.ts'
import { openSite } from '../support/site.ts'

let hub: TestHub
beforeAll(async () => {
  hub = await openHubAt(await openSite(), { name: 'Le Réseau' })
  await hub.deps.db.write(hub.deps.hub.steps({ tagline: 'Ce que nous partageons' }, null, hub.deps.now()))
  await hub.deps.hub.reload()
})
afterAll(() => hub.stop())

/** What https://nodeinfo.diaspora.software/schema.html asks, and no key beside it. */
const schemaOf = (version: '2.0' | '2.1') => {
  const count = z.int().nonnegative()
  const software = z.strictObject({ name: z.string().regex(/^[a-z0-9-]+$/), version: z.string() })
  return z.strictObject({
    version: z.literal(version),
    software:
      version === '2.0'
        ? software
        : software.extend({ repository: z.string().optional(), homepage: z.string().optional() }),
    protocols: z.array(z.enum(['activitypub'])).min(1),
    services: z.strictObject({
      inbound: z.array(z.never()),
      outbound: z.array(z.enum(['atom1.0'])),
    }),
    openRegistrations: z.boolean(),
    usage: z.strictObject({
      users: z.strictObject({
        total: count.optional(),
        activeHalfyear: count.optional(),
        activeMonth: count.optional(),
      }),
      localPosts: count.optional(),
      localComments: count.optional(),
    }),
    metadata: z.record(z.string(), z.unknown()),
  })
}

const nodeInfo = async (version: '2.0' | '2.1') => {
  const answer = await fetch(`${hub.origin}/nodeinfo/${version}`)
  expect(answer.headers.get('content-type')).toContain(
    `application/json; profile="http://nodeinfo.diaspora.software/ns/schema/${version}#"`,
  )
  return schemaOf(version).parse(await answer.json())
}

test.each(['2.0', '2.1'] as const)('our NodeInfo %s is as its schema asks', async (version) => {
  expect(await nodeInfo(version)).toMatchObject({
    metadata: { nodeName: 'Le Réseau', nodeDescription: 'Ce que nous partageons', maillonTerritory: '92' },
  })
})

test('our NodeInfo says what is open, by kind: neither what is closed, withdrawn, nor a draft', async () => {
  await hub.publish('job', { title: 'Ouvert' })
  await hub.close(await hub.publish('job', { title: 'Clos' }))
  await hub.withdraw(await hub.publish('resource', { title: 'Retiré' }))
  const { metadata, usage } = await nodeInfo('2.1')
  const none = Object.fromEntries(kinds.map(({ name }) => [name, 0]))
  expect(metadata['maillonEntries']).toEqual({ ...none, job: 1 })
  expect(usage.localPosts).toBe(2)
})
