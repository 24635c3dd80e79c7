import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { block, readTarget } from '../../server/moderation/blocks.ts'
import { as2, newcomer, PUBLIC, type Someone } from './peer.ts'
import { article, note, said } from './words.ts'
import { openWorld, unchanged, type World } from './world.ts'

let world: World
let entry: string
beforeAll(async () => {
  world = await openWorld()
  entry = (await world.hub.publish('job')).envelope.apId
})
afterAll(() => world.close())

async function blocked(type: 'host' | 'actor', typed: string): Promise<void> {
  const { deps, admin } = world.hub
  const target = await readTarget(deps, type, typed)
  if ('fault' in target) throw new Error(target.fault)
  await block(deps, admin, { ...target, reason: 'test' })
}
const unblockAll = () => world.hub.deps.db.write([{ sql: 'DELETE FROM blocks', args: [] }])
const like = (from: Someone) => ({ ...said(from, 'Like', world.fresh(from)), object: entry })

describe('rule 21: a block', () => {
  test('erases at once what is stored of them: entries, comments, likes, follows, keys, what waits', async () => {
    const { evil, hub, post, fresh } = world
    const mallory = evil.actor('mallory')
    await world.follow(mallory)
    const image = { type: 'Image', url: `${evil.origin}/a.jpg` }
    const text = article(mallory, fresh(mallory, 'articles'), 'A word of mallory', { image })
    await post(mallory, { ...said(mallory, 'Create', fresh(mallory)), object: text })
    await post(mallory, {
      ...said(mallory, 'Create', fresh(mallory)),
      object: note(mallory, fresh(mallory, 'notes'), entry),
    })
    await post(mallory, { ...said(mallory, 'Follow', fresh(mallory)), object: hub.actor('hub') })
    await post(mallory, like(mallory))
    evil.put('/users/mallory/inbox', (_, response) => response.writeHead(500).end())
    await hub.publish('news')
    await world.quiet()
    const before = await world.dump()
    for (const table of [
      'entries',
      'media',
      'comments',
      'reactions',
      'followers',
      'following',
      'remote_keys',
    ])
      expect(before[table]).not.toBe('[]')
    await blocked('host', 'Evil.Test.')
    await world.quiet()
    const after = await world.dump()
    for (const table of [
      'media',
      'comments',
      'reactions',
      'followers',
      'following',
      'remote_keys',
      'errands',
    ])
      expect(after[table]).toBe('[]')
    expect(after['actors']).not.toContain('evil.test')
    expect(after['entries']).not.toContain('mallory')
    const waiting = "SELECT count(*) AS n FROM deliveries WHERE done_at IS NULL AND host LIKE 'evil.test%'"
    expect((await hub.deps.db.query(waiting)).rows[0]?.['n']).toBe(0)
  })

  test('holds at the door: well signed, known or unknown, nothing is written and nobody is asked', async () => {
    const asked = world.evil.asked.length
    for (const name of ['mallory', 'mallory9']) {
      const someone = world.evil.actor(name)
      await unchanged(world, async () => expect((await world.post(someone, like(someone))).status).toBe(403))
    }
    expect(world.evil.asked.length).toBe(asked)
  })

  test('holds for what they ask: signed in their name, nothing is read', async () => {
    const { hub, raw, evil } = world
    const paths = [
      '/ap/actors/hub',
      '/ap/actors/hub/followers',
      '/ap/actors/emplois/outbox',
      new URL(entry).pathname,
    ]
    const keyId = `${evil.origin}/users/mallory#main-key`
    const cavage = { signature: `keyId="${keyId}",algorithm="rsa-sha256",headers="date",signature="AAAA"` }
    const rfc9421 = {
      'signature-input': `sig1=("@method");created=1;keyid="${keyId}"`,
      signature: 'sig1=:AAAA:',
    }
    for (const path of paths)
      for (const headers of [cavage, rfc9421]) {
        const answer = await raw('GET', path, { host: hub.host, ...headers })
        expect([answer.status, answer.body]).toEqual([403, ''])
        expect(answer.headers['cache-control']).toBe('no-store')
      }
    expect((await raw('GET', '/ap/actors/hub', { host: hub.host })).status).toBe(200)
  })

  test('holds for what we fetch: an actor, an entry, a picture, a redirect that ends there', async () => {
    const { hub, evil, good } = world
    const asked = evil.asked.length
    const mallory = newcomer(evil.origin, 'mallory')
    await expect(hub.federation.follow(mallory.id)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(hub.federation.fetchImage(`${evil.origin}/x.png`)).rejects.toMatchObject({ kind: 'blocked' })
    good.put('/away', (_, response) => response.writeHead(302, { location: `${evil.origin}/x.png` }).end())
    await expect(hub.federation.fetchImage(`${good.origin}/away`)).rejects.toMatchObject({ kind: 'blocked' })
    expect(evil.asked.length).toBe(asked)
    await unblockAll()
  })
})

describe('rule 21: a blocked author', () => {
  test('is not brought in by a boost, a feature or a page of one we follow', async () => {
    const { good, post, fresh, hub } = world
    const [friend, author] = [good.actor('friend'), good.actor('author')]
    const theirs = article(author, fresh(author, 'articles'), 'A blocked text')
    good.put(new URL(String(theirs['id'])).pathname, theirs)
    await blocked('actor', author.id)
    const page = `${friend.id}/outbox`
    const announced = { ...said(friend, 'Announce', fresh(friend)), object: theirs }
    good.put(new URL(page).pathname, {
      '@context': as2,
      id: page,
      type: 'OrderedCollection',
      orderedItems: [announced, theirs['id']],
    })
    await world.follow(friend)
    await post(friend, { ...said(friend, 'Announce', fresh(friend)), object: theirs['id'] })
    await post(friend, {
      ...said(friend, 'Add', fresh(friend)),
      object: theirs['id'],
      target: `${friend.id}/featured`,
    })
    await world.quiet()
    expect((await world.dump())['entries']).not.toContain('A blocked text')
    await unblockAll()
    await post(friend, { ...said(friend, 'Announce', fresh(friend)), object: theirs['id'] })
    await world.quiet()
    expect((await world.dump())['entries']).toContain('A blocked text')
    expect(hub.origin).not.toBe(good.origin)
  })
})

describe('rule 35: a host is blocked in all its spellings', () => {
  test.each([
    ['evil.test', 'EVIL.test'],
    ['Evil.Test.', 'evil.test'],
    ['evil.test', 'deep.under.evil.test'],
    ['bücher.test', 'xn--bcher-kva.test'],
    ['xn--bcher-kva.test', 'BÜCHER.test.'],
    ['@someone@evil.test', 'evil.test'],
  ])('%s holds for %s, with any port', async (typed, met) => {
    await blocked('host', typed)
    for (const port of ['', ':443', ':8443']) {
      const someone = newcomer(`https://${met}${port}`, 'x')
      const activity = { ...said(someone, 'Like', `${someone.id}/1`), object: entry }
      expect((await world.post(someone, activity)).status).toBe(403)
    }
    await unblockAll()
  })

  test('and no other: not its suffix in another name, not the domain above', async () => {
    await blocked('host', 'mid.evil.test')
    for (const name of ['notmid.evil.test', 'mid.evil.test.other', 'evil.test']) {
      const someone = newcomer(`https://${name}`, 'x')
      const activity = { ...said(someone, 'Like', `${someone.id}/1`), object: entry, to: [PUBLIC] }
      expect((await world.post(someone, activity)).status).toBe(401)
    }
    await unblockAll()
  })
})
