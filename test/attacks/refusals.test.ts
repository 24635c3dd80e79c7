import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRefusals } from '../../server/federation/refusals.ts'
import type { Someone } from './peer.ts'
import { said } from './words.ts'
import { openWorld, unchanged, type World } from './world.ts'

let world: World
let entry: string
let lea: Someone
beforeAll(async () => {
  world = await openWorld()
  entry = (await world.hub.publish('job')).envelope.apId
  lea = world.good.actor('lea')
})
afterAll(() => world.close())

const like = (from: Someone) => ({ ...said(from, 'Like', world.fresh(from)), object: entry })
const counted = (host: string) =>
  Object.fromEntries(world.hub.federation.refused.of(host).map(({ kind, count }) => [kind, count]))

describe('what was not taken', () => {
  test('is counted by name and reason, and nothing is written for it', async () => {
    const mallory = world.evil.actor('mallory')
    // What leaves no mark is not asked what it runs either; what has mattered once, is.
    await world.post(mallory, like(mallory))
    await world.quiet()
    await unchanged(world, async () => {
      for (let count = 0; count < 3; count++) {
        const forged = { headers: { signature: null } }
        expect((await world.post(mallory, like(mallory), forged)).status).toBe(401)
      }
      const old = { at: world.hub.deps.now() - 2 * 3_600_000 }
      expect((await world.post(mallory, like(mallory), old)).status).toBe(401)
      const stranger = { ...like(mallory), object: `${world.evil.origin}/elsewhere` }
      expect((await world.post(mallory, stranger)).status).toBe(202)
    })
    expect(counted(world.evil.host)).toEqual({ signature: 3, clock: 1, unused: 1 })
  })

  test('is counted under the name that it bears, which it may have stolen', async () => {
    const mallory = world.evil.actor('thief')
    expect((await world.post(mallory, like(lea))).status).toBe(401)
    expect(counted(world.good.host)).toEqual({ impersonation: 1 })
  })

  test('has no name if none can be read', async () => {
    expect((await world.post(lea, Buffer.from('{"a":'))).status).toBe(400)
    expect(counted('')).toEqual({ unreadable: 1 })
  })

  test('is not what came twice', async () => {
    const twice = like(lea)
    const at = world.hub.deps.now()
    for (let count = 0; count < 2; count++)
      expect((await world.post(lea, twice, { at: at - count * 1_000 })).status).toBe(202)
    expect(counted(world.good.host)).toEqual({ impersonation: 1 })
  })
})

describe('rule 29: counters', () => {
  test('are a thousand at most, whoever calls himself what', () => {
    const refusals = createRefusals(() => 0)
    refusals.count('good.test', 'signature')
    for (let at = 0; at < 5_000; at++) {
      refusals.count(`u${at}.evil.test`, 'signature')
      // Who comes back stays.
      if (at % 500 === 0) refusals.count('good.test', 'signature')
    }
    expect(refusals.list()).toHaveLength(1_000)
    expect(refusals.of('good.test')).toMatchObject([{ count: 11 }])
    refusals.count('x'.repeat(10_000), 'signature')
    expect(refusals.list()[0]?.host).toBe('')
  })

  test('forget what is a week old', () => {
    let now = 0
    const refusals = createRefusals(() => now)
    refusals.count('old.test', 'signature')
    now = 7 * 24 * 3_600_000
    expect(refusals.list()).toEqual([])
    refusals.count('old.test', 'signature')
    expect(refusals.list()).toMatchObject([{ count: 1 }])
  })
})
