import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fixtureNames } from '../federation/fixtures.ts'
import { asSent, seeded, watchCosts } from './fuzz.ts'
import { edited, edits, type Edit } from './mutation.ts'
import type { Someone } from './peer.ts'
import { expectOnlyTheirs, oursIn } from './untouched.ts'
import { openWorld, type World } from './world.ts'

// Well signed, so that the doorman lets them in. A host may say 1,200 things in a minute: each thousand has its world.

let world: World
let mallory: Someone
let entry: string
beforeEach(async () => {
  world = await openWorld()
  mallory = world.evil.actor('mallory')
  entry = (await world.hub.publish('job')).envelope.apId
  // Followed: what one says may be kept, so that every way in is walked.
  await world.follow(mallory)
})
afterEach(() => world.close())

test.each([1, 2, 3])(
  'a thousand bodies that were tampered with before they were signed: no fault, nothing of others moves, none is dear (round %i)',
  async (round) => {
    const before = await oursIn(world)
    const statuses = new Map<number, number>()
    const costs = watchCosts()
    let at = 0
    const body = fc.record({ name: fc.constantFrom(...fixtureNames), changes: edits })
    await fc.assert(
      fc.asyncProperty(body, async ({ name, changes }) => {
        const place = ++at
        const known = [
          entry,
          world.hub.actor('hub'),
          world.good.origin,
          world.canary.url,
          mallory.id,
          `${world.evil.origin}/fuzz/${place - 1}/object`,
        ]
        const status = await costs.of(async (again) => {
          const id = again === 0 ? String(place) : `${place}-${again}`
          const sent = edited(asSent(world, mallory, entry, name, id), changes as Edit[], known)
          const headers = { 'x-forwarded-for': `10.${place % 200}.0.1` }
          return (await world.post(mallory, Buffer.from(JSON.stringify(sent)), { headers })).status
        })
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
        expect([202, 400, 401, 403, 413, 429]).toContain(status)
      }),
      seeded(1_100, round),
    )
    // Enough of them came through the door for the test to mean something.
    expect(statuses.get(202)).toBeGreaterThan(500)
    await expectOnlyTheirs(world, mallory, before)
    await costs.expectBounded()
  },
  120_000,
)
