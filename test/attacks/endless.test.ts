import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newcomer, type Answer, type Someone } from './peer.ts'
import { said } from './words.ts'
import { openWorld, unchanged, type World } from './world.ts'

let world: World
let mallory: Someone
let entry: string
beforeAll(async () => {
  world = await openWorld()
  mallory = world.evil.actor('mallory')
  entry = (await world.hub.publish('job')).envelope.apId
  await world.post(mallory, { ...said(mallory, 'Like', world.fresh(mallory)), object: entry })
})
afterAll(() => world.close())

describe('A12: an answer without an end', () => {
  let sent = 0
  const endless: Answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/activity+json' })
    const chunk = Buffer.alloc(64 * 1024, ' ')
    const more = (): void => {
      while (!response.destroyed && response.write(chunk)) sent += chunk.length
    }
    response.on('drain', more)
    more()
  }
  const drip: Answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/activity+json' })
    const timer = setInterval(() => response.write(' '), 100)
    response.on('close', () => clearInterval(timer))
  }

  test('is cut at the limit: the key is none', async () => {
    world.evil.put('/users/endless', endless)
    const someone = newcomer(world.evil.origin, 'endless')
    await unchanged(world, async () => {
      const activity = { ...said(someone, 'Like', world.fresh(someone)), object: entry }
      expect((await world.post(someone, activity)).status).toBe(401)
    })
    expect(sent).toBeLessThan(8_000_000)
  })

  test('is left at the deadline, and who sent us there may come again later', async () => {
    world.evil.put('/users/drip', drip)
    const someone = newcomer(world.evil.origin, 'drip')
    await unchanged(world, async () => {
      const activity = { ...said(someone, 'Like', world.fresh(someone)), object: entry }
      const answer = await world.post(someone, activity)
      expect([answer.status, answer.headers['retry-after']]).toEqual([503, '300'])
    })
  })
})
