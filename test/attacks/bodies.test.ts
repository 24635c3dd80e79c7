import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isJsonObject, type JsonObject } from '../../server/federation/json-object.ts'
import { fixture, fixtureNames } from '../federation/fixtures.ts'
import { edited, edits, type Edit } from './mutation.ts'
import type { Someone } from './peer.ts'
import { note, said } from './words.ts'
import { expectOnlyTheirs, oursIn } from './untouched.ts'
import { openWorld, type World } from './world.ts'

let world: World
let mallory: Someone
let entry: string
beforeAll(async () => {
  world = await openWorld()
  mallory = world.evil.actor('mallory')
  entry = (await world.hub.publish('job')).envelope.apId
  // Followed: what one says may be kept, so that every way in is walked.
  await world.follow(mallory)
})
afterAll(() => world.close())

/** A payload of the field, as if mallory sent it, about things that are here. */
function asSent(name: string, at: number): JsonObject {
  const text = JSON.stringify(fixture(name))
    .replaceAll('https://hub.example/ap/objects/', `${entry}?`)
    .replaceAll('https://hub.example', world.hub.origin)
    .replaceAll(/https:\/\/[a-z0-9.-]+\.(?:example|test|social|org|net)(?=[/"])/g, (host) =>
      /w3\.org|w3id\.org|purl|schema\.org|joinmastodon|gotosocial\.org|join-lemmy|miss?key-hub|ostatus/.test(
        host,
      )
        ? host
        : world.evil.origin,
    )
  const parsed: unknown = JSON.parse(text)
  const document = isJsonObject(parsed) ? parsed : {}
  const id = `${world.evil.origin}/fuzz/${at}`
  if (!('actor' in document)) {
    const object = {
      ...note(mallory, `${id}/object`, entry),
      ...document,
      id: `${id}/object`,
      attributedTo: mallory.id,
    }
    return { ...said(mallory, at % 3 === 0 ? 'Update' : 'Create', id), object }
  }
  const { object } = document
  const own = isJsonObject(object)
    ? { ...object, attributedTo: mallory.id, ...(at % 2 === 0 ? { inReplyTo: entry } : {}) }
    : object
  return { ...document, id, actor: mallory.id, object: own }
}

test('a thousand bodies that were tampered with before they were signed: no fault, and nothing of others moves', async () => {
  const before = await oursIn(world)
  const statuses = new Map<number, number>()
  let at = 0
  const body = fc.record({ name: fc.constantFrom(...fixtureNames), changes: edits })
  await fc.assert(
    fc.asyncProperty(body, async ({ name, changes }) => {
      at += 1
      const known = [
        entry,
        world.hub.actor('hub'),
        world.good.origin,
        world.canary.url,
        mallory.id,
        `${world.evil.origin}/fuzz/${at - 1}/object`,
      ]
      const sent = edited(asSent(name, at), changes as Edit[], known)
      const text = Buffer.from(JSON.stringify(sent))
      const { status } = await world.post(mallory, text, {
        headers: { 'x-forwarded-for': `10.${at % 200}.0.1` },
      })
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      expect([202, 400, 401, 403, 413, 429]).toContain(status)
    }),
    { numRuns: 1_100 },
  )
  // Enough of them came through the door for the test to mean something.
  expect(statuses.get(202)).toBeGreaterThan(500)
  await expectOnlyTheirs(world, mallory, before)
}, 120_000)
