import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eraseComment } from '../../server/entries/comments.ts'
import type { JsonObject } from '../../server/federation/json-object.ts'
import { as2, PUBLIC, type Someone } from './peer.ts'
import { note, said } from './words.ts'
import { openWorld, unchanged, type World } from './world.ts'

let world: World
let mallory: Someone
let alice: Someone
let entry: string
/** What alice answered to our entry. */
let answer: string
beforeAll(async () => {
  world = await openWorld()
  const { hub, evil, good, post, fresh } = world
  mallory = evil.actor('mallory')
  alice = good.actor('alice')
  entry = (await hub.publish('job')).envelope.apId
  answer = fresh(alice, 'notes')
  await post(alice, { ...said(alice, 'Create', fresh(alice)), object: note(alice, answer, entry) })
  await post(mallory, { ...said(mallory, 'Like', fresh(mallory)), object: entry })
})
afterAll(() => world.close())

const say = async (from: Someone, type: string, more: JsonObject): Promise<number> =>
  (await world.post(from, { ...said(from, type, world.fresh(from)), ...more })).status

/** Mallory says it, is thanked, and nothing comes of it. */
const inVain = (type: string, more: JsonObject) =>
  unchanged(world, async () => {
    expect(await say(mallory, type, more)).toBe(202)
  })

const ours = () => ['hub', 'emplois', 'instance'].map((handle) => world.hub.actor(handle))

test('A3: an Update of one of our actors changes neither name nor keys', async () => {
  for (const id of ours()) {
    const publicKey = mallory.document['publicKey']
    const forged = { ...mallory.document, id, name: 'Forged', attributedTo: mallory.id, publicKey }
    await inVain('Update', { object: forged })
  }
  const document = await world.raw('GET', '/ap/actors/hub', { host: world.hub.host })
  expect(document.body).not.toContain('Forged')
})

describe('A6: a thing of somebody else, planted', () => {
  test('another host’s Note in a Create is not kept, whoever it says it is by', async () => {
    for (const by of [mallory.id, alice.id])
      await inVain('Create', {
        object: { ...note(mallory, world.fresh(alice, 'notes'), entry), attributedTo: by },
      })
  })

  test('one of our own objects in a Create is not kept, and not served', async () => {
    const id = `${world.hub.origin}/ap/objects/01a20000-0000-7000-8000-000000000000`
    await inVain('Create', { object: { ...note(mallory, id, entry), attributedTo: ours()[0] } })
    await inVain('Create', { object: { ...note(mallory, id, entry), attributedTo: mallory.id } })
    expect((await world.raw('GET', new URL(id).pathname, { host: world.hub.host })).status).toBe(404)
  })

  test('nothing is planted by what a good object names: its tag, what it answers, its replies', async () => {
    const planted = note(alice, world.fresh(alice, 'notes'), entry, { content: 'planted' })
    const named = {
      tag: [planted],
      replies: { id: world.fresh(alice), type: 'Collection', items: [planted] },
    }
    const own = note(mallory, world.fresh(mallory, 'notes'), entry, named)
    expect(await say(mallory, 'Create', { object: { ...own, inReplyTo: { ...planted, id: entry } } })).toBe(
      202,
    )
    const dump = await world.dump()
    expect(Object.values(dump).join()).not.toContain('planted')
    expect(dump['comments']).toContain(`"ap_id":"${String(own['id'])}"`)
  })

  test('a neighbour on the same host cannot speak for her either (FEP-fe34)', async () => {
    const bob = world.evil.actor('bob')
    const id = world.fresh(mallory, 'notes')
    const object = { ...note(mallory, id, entry), attributedTo: bob.id }
    await inVain('Create', { object })
  })
})

test('A8: an Update of one of our activities changes nothing', async () => {
  const outbox = await world.raw('GET', '/ap/actors/emplois/outbox?page=true', { host: world.hub.host })
  const id = /"id":"([^"]*\/ap\/activities\/[^"]*)"/.exec(outbox.body)?.[1] ?? ''
  expect(id).not.toBe('')
  for (const type of ['Create', 'Note', 'Like'])
    await inVain('Update', {
      object: { id, type, actor: mallory.id, attributedTo: mallory.id, object: entry, to: [PUBLIC] },
    })
  expect((await world.raw('GET', new URL(id).pathname, { host: world.hub.host })).body).toContain(entry)
})

describe('A9 and rule 8: what is somebody else’s', () => {
  test('is not deleted by a stranger, nor is it prevented from coming back', async () => {
    const stones = (await world.dump())['tombstones']
    await inVain('Delete', { object: answer })
    await inVain('Delete', { object: { id: entry, type: 'Tombstone' } })
    await inVain('Delete', { object: alice.id })
    expect((await world.dump())['tombstones']).toBe(stones)
  })

  test('is not deleted by a neighbour on her own host, now or in advance', async () => {
    const bob = world.good.actor('bob')
    await say(bob, 'Like', { object: entry })
    await say(bob, 'Delete', { object: answer })
    const later = world.fresh(alice, 'notes')
    await say(bob, 'Delete', { object: later })
    expect(await say(alice, 'Create', { object: note(alice, later, entry) })).toBe(202)
    const comments = (await world.dump())['comments']
    for (const id of [answer, later]) expect(comments).toContain(`"ap_id":"${id}"`)
  })

  test('is not changed by an Update of a stranger, under any name', async () => {
    for (const attributedTo of [mallory.id, alice.id, [alice.id, mallory.id]])
      await inVain('Update', {
        object: { ...note(mallory, answer, entry, { content: 'forged' }), attributedTo },
      })
  })

  test('is not changed by an Update of a neighbour on her own host', async () => {
    const eve = world.good.actor('eve')
    await say(eve, 'Like', { object: entry })
    const forged = { ...note(eve, answer, entry, { content: 'forged' }), attributedTo: [eve.id, alice.id] }
    await say(eve, 'Update', { object: forged })
    expect((await world.dump())['comments']).not.toContain('forged')
  })

  test('stays, though her Like, her Follow and her boost are taken back by a stranger', async () => {
    const like = world.fresh(alice)
    const follow = world.fresh(alice)
    await world.post(alice, { ...said(alice, 'Like', like), object: entry })
    await world.post(alice, { ...said(alice, 'Follow', follow), object: world.hub.actor('hub') })
    await inVain('Undo', { object: like })
    await inVain('Undo', { object: follow })
    await inVain('Undo', {
      object: { id: follow, type: 'Follow', actor: alice.id, object: world.hub.actor('hub') },
    })
    await inVain('Undo', { object: { id: like, type: 'Like', actor: alice.id, object: entry } })
    await inVain('Block', { object: alice.id })
  })

  test('nor does its own author bring back what a moderator erased', async () => {
    const { deps } = world.hub
    const id = world.fresh(alice, 'notes')
    await say(alice, 'Create', { object: note(alice, id, entry) })
    const { rows } = await deps.db.query('SELECT id, user_id, actor_n FROM comments WHERE ap_id = ?', [id])
    const erased = { id: String(rows[0]?.['id']), userId: null, actorN: Number(rows[0]?.['actor_n']) }
    await deps.db.write(eraseComment(deps, erased, deps.now()))
    for (const type of ['Update', 'Create'])
      await say(alice, type, { object: note(alice, id, entry, { content: 'back again' }) })
    expect((await world.dump())['comments']).not.toContain('back again')
  })

  test('and an activity whose id stands on another host is nothing', async () => {
    await unchanged(world, async () => {
      const own = note(mallory, world.fresh(mallory, 'notes'), entry)
      for (const [type, object] of [
        ['Like', answer],
        ['Announce', entry],
        ['Create', own],
      ] as const) {
        const activity = { ...said(mallory, type, world.fresh(alice)), object }
        expect((await world.post(mallory, activity)).status).toBe(202)
      }
    })
  })
})

test('A10: an address that answers with one of our actors the second time overwrites nothing', async () => {
  const { evil, hub } = world
  const path = '/collections/shares'
  evil.put(path, { '@context': as2, id: `${evil.origin}${path}`, type: 'Collection', totalItems: 1 })
  const shares = `${evil.origin}${path}`
  const object = note(mallory, world.fresh(mallory, 'notes'), entry, { shares, likes: shares })
  await say(mallory, 'Create', { object })
  evil.put(path, { ...mallory.document, id: hub.actor('hub'), name: 'Forged' })
  await say(mallory, 'Announce', { object: shares })
  await say(mallory, 'Update', { object: { ...object, updated: '2026-11-23T07:30:00Z' } })
  await world.quiet()
  expect((await world.dump())['actors']).not.toContain('Forged')
  expect(evil.asked).not.toContain(`GET ${path}`)
})
