import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../server/federation/json-object.ts'
import { block, readTarget } from '../../server/moderation/blocks.ts'
import { mostOpen } from '../../server/messages/receive.ts'
import { PUBLIC, type Someone } from './peer.ts'
import { note, said } from './words.ts'
import { openWorld, unchanged, type World } from './world.ts'

// A door that is open to everybody: what strangers may not do through it.

let world: World
let alice: Someone
let mallory: Someone
beforeAll(async () => {
  world = await openWorld()
  alice = world.good.actor('alice')
  mallory = world.evil.actor('mallory')
})
beforeEach(() => world.hub.deps.db.write([{ sql: 'DELETE FROM messages', args: [] }]))
afterAll(() => world.close())

const letter = (from: Someone, change: JsonObject = {}): JsonObject => ({
  ...note(from, world.fresh(from, 'notes'), world.fresh(from, 'notes')),
  tag: [{ type: 'Mention', href: world.hub.actor('emplois'), name: '@emplois' }],
  ...change,
})
const say = async (from: Someone, type: string, object: unknown): Promise<number> => {
  const activity = { ...said(from, type, world.fresh(from)), object }
  return (await world.post(from, activity as JsonObject)).status
}
const count = async (where = 'true'): Promise<number> => {
  const { rows } = await world.hub.deps.db.query(`SELECT count(*) AS n FROM messages WHERE ${where}`)
  return Number(rows[0]?.['n'])
}
const stored = async (): Promise<string> => (await world.dump())['messages'] ?? ''

async function blocked(type: 'host' | 'actor', typed: string): Promise<void> {
  const { deps, admin } = world.hub
  const target = await readTarget(deps, type, typed)
  if ('fault' in target) throw new Error(target.fault)
  await block(deps, admin, { ...target, reason: 'test' })
}

describe('a message under a name that is not the sender’s', () => {
  test.each([
    ['another author', () => letter(mallory, { attributedTo: alice.id })],
    ['no author', () => letter(mallory, { attributedTo: null })],
    ['an id of another host', () => letter(mallory, { id: world.fresh(alice, 'notes') })],
    [
      'one of our own ids',
      () => letter(mallory, { id: `${world.hub.origin}/ap/objects/01a20000-0000-7000-8000-000000000001` }),
    ],
    ['an id that is no address', () => letter(mallory, { id: 'urn:uuid:1' })],
  ])('by %s is thanked for and dropped', async (_, object) => {
    await say(mallory, 'View', world.hub.actor('hub'))
    for (const type of ['Create', 'Update'])
      await unchanged(world, async () => expect(await say(mallory, type, object())).toBe(202))
  })

  test('by a neighbour on the same host is neither changed nor taken back', async () => {
    const eve = world.good.actor('eve')
    const object = letter(alice)
    await say(alice, 'Create', object)
    await say(eve, 'View', world.hub.actor('hub'))
    await unchanged(
      world,
      async () => {
        for (const attributedTo of [eve.id, alice.id, [eve.id, alice.id]])
          expect(await say(eve, 'Update', { ...object, attributedTo, content: 'forged' })).toBe(202)
        for (const type of ['Create', 'Delete'])
          expect(
            await say(eve, type, type === 'Create' ? { ...object, attributedTo: eve.id } : object['id']),
          ).toBe(202)
      },
      // Eve’s Delete counts for what Eve may say one day, and for nothing else.
      ['tombstones', 'seen'],
    )
  })
})

describe('a message that is sent again', () => {
  test('as the same bytes, in another activity, or as an Update is there once', async () => {
    const object = letter(alice)
    const create = { ...said(alice, 'Create', world.fresh(alice)), object }
    for (let time = 0; time < 2; time++) expect((await world.post(alice, create)).status).toBe(202)
    world.hub.deps.pass(1_000)
    expect((await world.post(alice, create)).status).toBe(202)
    for (const type of ['Create', 'Update']) expect(await say(alice, type, object)).toBe(202)
    expect(await count()).toBe(1)
  })

  test('many times at once is there once', async () => {
    const object = letter(alice)
    const statuses = await Promise.all(Array.from({ length: 10 }, () => say(alice, 'Create', object)))
    expect(new Set(statuses)).toEqual(new Set([202]))
    expect(await count()).toBe(1)
  })
})

describe('the text of a message', () => {
  test('loses whatever acts, and every picture', async () => {
    const content =
      '<p onclick="x()" id="main" class="visually-hidden">Bonjour<script>alert(1)</script><img src="https://spy.test/1.png"><iframe src="https://spy.test"></iframe></p><a href="javascript:alert(1)">ici</a><form action="/messages"><button>x</button></form>'
    await say(
      alice,
      'Create',
      letter(alice, { content, summary: '<b>Attention</b>\u202e', type: 'Article', name: '<i>Titre' }),
    )
    const { rows } = await world.hub.deps.db.query('SELECT html, summary, title FROM messages')
    expect(rows.map((row) => [row['html'], row['summary'], row['title']])).toEqual([
      ['<p>Bonjour</p><a rel="nofollow noopener ugc">ici</a>x', 'Attention', 'Titre'],
    ])
  })

  test('is cut at 64 KB, as all that strangers write', async () => {
    await say(alice, 'Create', letter(alice, { content: 'a'.repeat(100_000) }))
    expect(await count('length(html) = 65536')).toBe(1)
  })

  test('leads nowhere but to the web', async () => {
    await say(alice, 'Create', letter(alice, { url: 'javascript:alert(1)' }))
    expect(await stored()).not.toContain('javascript')
    expect(await count('url IS NULL')).toBe(1)
  })

  test.each([[[]], [42], [{}], [null], [['a', 'b']]])('that is %j harms nobody', async (odd) => {
    expect(await say(alice, 'Create', letter(alice, { content: odd, summary: odd, name: odd }))).toBe(202)
  })
})

describe('a flood of messages', () => {
  test('of one account is cut, and what was there stays', async () => {
    for (let at = 0; at < mostOpen.actor + 5; at++)
      expect(await say(alice, 'Create', letter(alice, { content: `n° ${at}` }))).toBe(202)
    expect(await count()).toBe(mostOpen.actor)
    expect(await stored()).toContain('n° 0')
  })

  test('of one account is cut when all comes at the same moment', async () => {
    const statuses = await Promise.all(
      Array.from({ length: mostOpen.actor * 3 }, () => say(alice, 'Create', letter(alice))),
    )
    expect(statuses.filter((status) => ![202, 503].includes(status))).toEqual([])
    expect(await count()).toBeLessThanOrEqual(mostOpen.actor)
  })

  test('of one server is cut, whoever writes there, and no other server suffers', async () => {
    for (let who = 0; who * mostOpen.actor < mostOpen.host + mostOpen.actor; who++) {
      const someone = world.evil.actor(`many${who}`)
      for (let at = 0; at < mostOpen.actor; at++) await say(someone, 'Create', letter(someone))
    }
    expect(await count()).toBe(mostOpen.host)
    await say(alice, 'Create', letter(alice))
    expect(await count()).toBe(mostOpen.host + 1)
  })

  test('leaves no mark of what was too much', async () => {
    for (let at = 0; at < mostOpen.actor; at++) await say(alice, 'Create', letter(alice))
    await unchanged(world, async () => expect(await say(alice, 'Create', letter(alice))).toBe(202))
  })
})

describe('a blocked sender', () => {
  test('loses what they wrote, and writes no more: the account', async () => {
    const bob = world.good.actor('bob')
    for (const one of [bob, alice]) await say(one, 'Create', letter(one))
    await blocked('actor', bob.id)
    expect(await count()).toBe(1)
    expect(await stored()).not.toContain(bob.id)
    expect(await say(bob, 'Create', letter(bob))).toBe(403)
    expect(await count()).toBe(1)
  })

  test('loses what they wrote, and writes no more: the whole server', async () => {
    for (const one of [mallory, alice]) await say(one, 'Create', letter(one))
    await blocked('host', 'Evil.Test.')
    expect(await stored()).not.toContain('evil.test')
    for (const to of [[PUBLIC], [world.hub.actor('hub')]])
      expect(await say(mallory, 'Create', letter(mallory, { to }))).toBe(403)
    expect(await count()).toBe(1)
  })
})
