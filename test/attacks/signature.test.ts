import { sign } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refusal } from '../../server/refusal.ts'
import { digestOf } from '../../server/federation/signatures/digest.ts'
import { newcomer, type Someone } from './peer.ts'
import { note, said } from './words.ts'
import { openWorld, unchanged, type World } from './world.ts'

let world: World
let known: Someone
let entry: string
beforeAll(async () => {
  world = await openWorld()
  known = world.evil.actor('known')
  entry = (await world.hub.publish('job')).envelope.apId
  await world.post(known, like(known))
})
afterAll(() => world.close())

const like = (from: Someone) => ({ ...said(from, 'Like', world.fresh(from)), object: entry })
const reply = (from: Someone) => ({
  ...said(from, 'Create', world.fresh(from)),
  object: note(from, world.fresh(from, 'notes'), entry),
})
const minute = 60_000

describe.each(['cavage', 'rfc9421'] as const)('signed by %s', (scheme) => {
  test('A4: a body that is not the one of the digest is 401', async () => {
    const other = Buffer.from(JSON.stringify(reply(known)))
    await unchanged(world, async () => {
      expect((await world.post(known, reply(known), { scheme, body: other })).status).toBe(401)
      // With the digest of what is sent: then the signature is over another digest.
      const headers = { digest: digestOf(other), 'content-digest': null }
      expect((await world.post(known, reply(known), { scheme, body: other, headers })).status).toBe(401)
    })
  })

  test('A5b: a delivery made for another server is 401 here, with its own body or another', async () => {
    const signedFor = `${world.good.origin}/ap/inbox`
    await unchanged(world, async () => {
      for (const headers of [{}, { host: world.hub.host }])
        expect((await world.post(known, reply(known), { scheme, signedFor, headers })).status).toBe(401)
    })
  })

  test('rule 4: two hours old, half an hour ahead or without a date is 401', async () => {
    const now = world.hub.deps.now()
    await unchanged(world, async () => {
      for (const at of [now - 120 * minute, now + 30 * minute])
        expect((await world.post(known, reply(known), { scheme, at })).status).toBe(401)
      const bare = { date: null, 'signature-input': null }
      expect((await world.post(known, reply(known), { scheme, headers: bare })).status).toBe(401)
    })
  })

  test('rule 4: the same bytes twice are acknowledged twice and happen once', async () => {
    const activity = Buffer.from(JSON.stringify(reply(known)))
    const at = world.hub.deps.now()
    expect((await world.post(known, activity, { scheme, at })).status).toBe(202)
    await unchanged(world, async () => {
      expect((await world.post(known, activity, { scheme, at })).status).toBe(202)
    })
  })

  test('rule 4: ten of the same at once are one', async () => {
    const activity = reply(known)
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => world.post(known, activity, { scheme })),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 202))
    const kept = (await world.dump())['comments']?.split(`"ap_id":"${String(activity.object['id'])}"`)
    expect(kept).toHaveLength(2)
  })
})

test('rule 4: the bytes of a Follow, brought again after its Undo, make nobody a follower', async () => {
  // A Follow may be said again under its old id, so that the memory of signatures alone knows it for a replay.
  const { hub, fresh, post } = world
  const follow = { ...said(known, 'Follow', fresh(known)), object: hub.actor('emplois') }
  const bytes = Buffer.from(JSON.stringify(follow))
  const at = hub.deps.now()
  expect((await post(known, bytes, { at })).status).toBe(202)
  expect((await world.dump())['followers']).not.toBe('[]')
  await post(known, { ...said(known, 'Undo', fresh(known)), object: follow })
  // Past the minute in which the same is not answered twice.
  hub.deps.pass(2 * minute)
  await unchanged(world, async () => {
    expect((await post(known, bytes, { at })).status).toBe(202)
  })
  expect((await world.dump())['followers']).toBe('[]')
})

test('rule 4: what could not be kept may be sent again, with the very same bytes', async () => {
  const activity = Buffer.from(JSON.stringify(reply(known)))
  const { db } = world.hub.deps
  const write = db.write
  db.write = () => Promise.reject(new Refusal('full', 'The disk is full.'))
  const at = world.hub.deps.now()
  expect((await world.post(known, activity, { at })).status).toBe(507)
  db.write = write
  const before = await world.dump()
  expect((await world.post(known, activity, { at })).status).toBe(202)
  expect((await world.dump())['comments']).not.toBe(before['comments'])
})

describe('A5: a signature that leaves something open', () => {
  test.each([
    'date',
    'host date',
    '(request-target) host date',
    '(request-target) date digest',
    'host date digest',
  ])('over “%s” alone is 401', async (list) => {
    const activity = Buffer.from(JSON.stringify(reply(known)))
    await unchanged(world, async () => {
      const { headers } = signedOver(list.split(' '), activity)
      expect((await world.raw('POST', '/ap/inbox', headers, activity)).status).toBe(401)
    })
  })

  test('over all that must be signed is let in by the same hand', async () => {
    const activity = Buffer.from(JSON.stringify(reply(known)))
    const { headers } = signedOver(['(request-target)', 'host', 'date', 'digest'], activity)
    expect((await world.raw('POST', '/ap/inbox', headers, activity)).status).toBe(202)
  })
})

describe('rule 2: no signature, or no good one, is 401 and nothing more', () => {
  const headers = { 'content-type': 'application/activity+json' }
  test.each([
    ['none', {}],
    ['an empty one', { signature: '' }],
    ['rubbish', { signature: 'rubbish' }],
    ['rubbish by RFC 9421', { signature: 'sig1=:AAAA:', 'signature-input': 'sig1=()' }],
    ['without a key', { signature: 'keyId="",algorithm="rsa-sha256",headers="date",signature="AAAA"' }],
  ])('%s', async (_, more) => {
    const asked = world.evil.asked.length
    await unchanged(world, async () => {
      const body = Buffer.from(JSON.stringify(reply(known)))
      const answer = await world.raw('POST', '/ap/inbox', { host: world.hub.host, ...headers, ...more }, body)
      expect([answer.status, answer.body]).toEqual([401, ''])
    })
    expect(world.evil.asked.length).toBe(asked)
  })

  test('one that names a real key of a real stranger leaves no row of the stranger', async () => {
    const [stranger, other] = [world.evil.actor('real'), newcomer('http://x.test', 'other')]
    await unchanged(world, async () => {
      const key = { ...other.key, id: stranger.key.id }
      expect((await world.post(stranger, reply(stranger), { key })).status).toBe(401)
    })
    expect((await world.post(stranger, reply(stranger))).status).toBe(202)
  })
})

function signedOver(names: string[], body: Buffer): { headers: Record<string, string> } {
  const values: Record<string, string> = {
    '(request-target)': 'post /ap/inbox',
    host: world.hub.host,
    date: new Date(world.hub.deps.now()).toUTCString(),
    digest: digestOf(body),
  }
  const text = names.map((name) => `${name}: ${values[name]}`).join('\n')
  const signature = sign('sha256', Buffer.from(text), known.key.key).toString('base64')
  const { host = '', date = '', digest = '' } = values
  return {
    headers: {
      ...{ host, date, digest, 'content-type': 'application/activity+json' },
      signature: `keyId="${known.key.id}",algorithm="rsa-sha256",headers="${names.join(' ')}",signature="${signature}"`,
    },
  }
}
