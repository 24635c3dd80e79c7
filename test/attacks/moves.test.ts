import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cooldown, lookAgainAfter } from '../../server/federation/moving/limits.ts'
import { block } from '../../server/moderation/blocks.ts'
import { newcomer, sendDocument, type Peer, type Someone } from './peer.ts'
import { article, note, said } from './words.ts'
import { openWorld, unchanged, type World } from './world.ts'

let world: World
let count = 0
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
// Whoever is refused may be looked at again in an hour: no test sees what another has left.
beforeEach(() => world.hub.deps.pass(cooldown + 1))

/** Someone whom the hub follows. */
async function followed(peer: Peer): Promise<Someone> {
  const someone = peer.actor(`mover${++count}`)
  await world.follow(someone)
  return someone
}

/** Someone who says that they were these before. */
const expecting = (peer: Peer, ...before: string[]): Someone =>
  peer.actor(`new${++count}`, { alsoKnownAs: before })

async function move(from: Someone, target: unknown, more: Record<string, unknown> = {}): Promise<number> {
  const activity = { ...said(from, 'Move', world.fresh(from)), object: from.id, target, ...more }
  const { status } = await world.post(from, activity)
  await world.quiet()
  return status
}

async function follows(someone: Someone): Promise<boolean> {
  const { rows } = await world.hub.deps.db.query(
    'SELECT 1 FROM following JOIN actors ON n = target_n WHERE id = ?',
    [someone.id],
  )
  return rows.length > 0
}

const wentTo = async (someone: Someone): Promise<unknown> =>
  (await world.hub.deps.db.query('SELECT moved_to FROM actors WHERE id = ?', [someone.id])).rows[0]?.[
    'moved_to'
  ]

/** Thanked, and nothing comes of it but the note that they were looked at. */
async function inVain(from: Someone, target: unknown, more: Record<string, unknown> = {}): Promise<void> {
  expect(await move(from, target, more)).toBe(202)
  expect([await follows(from), await wentTo(from)]).toEqual([true, null])
}

describe('rule 34: a move', () => {
  test('to who says that they were the old one is followed, and the old one no more', async () => {
    const { evil, good } = world
    const old = await followed(evil)
    const fresh = expecting(good, old.id)
    expect(await move(old, fresh.id)).toBe(202)
    expect([await follows(old), await follows(fresh), await wentTo(old)]).toEqual([false, true, fresh.id])
    expect(good.asked).toContain(`POST ${new URL(fresh.id).pathname}/inbox`)
  })

  test('without alias is ignored', async () => {
    const { evil, good } = world
    const old = await followed(evil)
    const stranger = expecting(good)
    const other = expecting(good, `${old.id}x`)
    await inVain(old, stranger.id)
    world.hub.deps.pass(lookAgainAfter + 1)
    await inVain(old, other.id)
    expect([await follows(stranger), await follows(other)]).toEqual([false, false])
  })

  test('of somebody by a third is ignored, whoever lists whom, and 401 in their name', async () => {
    const { evil, good } = world
    const victim = await followed(good)
    const thief = evil.actor('thief', { alsoKnownAs: [victim.id] })
    await world.follow(thief)
    await unchanged(world, async () => {
      for (const object of [victim.id, { id: victim.id, type: 'Person' }])
        for (const target of [thief.id, victim.id]) expect(await move(thief, target, { object })).toBe(202)
      const forged = { ...said(victim, 'Move', world.fresh(victim)), object: victim.id, target: thief.id }
      expect((await world.post(thief, forged, { key: thief.key })).status).toBe(401)
    })
    expect([await follows(victim), await follows(thief)]).toEqual([true, true])
  })
})

describe('rule 34: a second move', () => {
  test('within a week is ignored, also when the first was taken back; a week later it is followed', async () => {
    const { evil, good } = world
    const old = await followed(evil)
    const [first, second] = [expecting(good, old.id), expecting(good, old.id)]
    await move(old, first.id)
    await world.follow(old)
    world.hub.deps.pass(cooldown / 2)
    await move(old, second.id)
    expect([await follows(old), await follows(second)]).toEqual([true, false])
    // They say that they are back.
    const update = { ...said(old, 'Update', world.fresh(old)), object: old.document }
    expect((await world.post(old, update)).status).toBe(202)
    expect(await wentTo(old)).toBe(null)
    await move(old, second.id)
    expect([await follows(old), await follows(second)]).toEqual([true, false])
    world.hub.deps.pass(cooldown / 2 + 1)
    await move(old, second.id)
    expect([await follows(old), await follows(second), await wentTo(old)]).toEqual([false, true, second.id])
  })

  test('back and forth between two leads in no circle', async () => {
    const { evil, good } = world
    const [ping, pong] = [evil.actor('ping'), good.actor('pong')]
    evil.put('/users/ping', { ...ping.document, alsoKnownAs: [pong.id] })
    good.put('/users/pong', { ...pong.document, alsoKnownAs: [ping.id] })
    await world.follow(ping)
    for (const [from, to] of [
      [ping, pong],
      [pong, ping],
      [ping, pong],
      [pong, ping],
    ] as const)
      await move(from, to.id)
    expect([await follows(ping), await follows(pong), await wentTo(pong)]).toEqual([false, true, null])
  })

  test('of who has moved on already is not followed there', async () => {
    const { evil, good } = world
    const old = await followed(evil)
    const gone = good.actor('gone', { alsoKnownAs: [old.id], movedTo: `${good.origin}/users/elsewhere` })
    await inVain(old, gone.id)
    expect(await follows(gone)).toBe(false)
  })
})

describe('rules 9 and 28: where a move leads', () => {
  test('is asked once at its own address, two requests at most, and not again within the hour', async () => {
    const { evil, good } = world
    const old = await followed(evil)
    const before = good.asked.length
    for (let at = 0; at < 10; at++) await move(old, `${good.origin}/users/victim${at}`)
    expect(good.asked.length - before).toBeLessThanOrEqual(2)
    expect(await wentTo(old)).toBe(null)
  })

  test('is not asked at all for who has left nothing here', async () => {
    const { evil, good } = world
    const [nobody, before] = [evil.actor('nobody'), good.asked.length]
    for (let at = 0; at < 3; at++) expect(await move(nobody, expecting(good, nobody.id).id)).toBe(202)
    expect(good.asked.length).toBe(before)
  })

  test('is not believed from another origin than it claims', async () => {
    const { evil, good } = world
    const old = await followed(evil)
    const claimed = newcomer(good.origin, 'claimed', { alsoKnownAs: [old.id] })
    evil.put('/users/mirror', claimed.document)
    evil.put('/users/led', (_, response) =>
      response.writeHead(302, { location: expecting(good, old.id).id }).end(),
    )
    const before = good.asked.length
    await inVain(old, `${evil.origin}/users/mirror`)
    world.hub.deps.pass(lookAgainAfter + 1)
    await inVain(old, `${evil.origin}/users/led`)
    expect([good.asked.length, await follows(claimed)]).toEqual([before, false])
  })

  test('is nowhere, if it is no address of another server', async () => {
    const old = await followed(world.evil)
    const nonsense = ['javascript:alert(1)', 'data:,x', '', 7, null, [], {}, [{ id: 3 }], old.id]
    for (const target of [...nonsense, 'http://10.0.0.1/x', world.canary.url]) {
      await inVain(old, target)
      world.hub.deps.pass(lookAgainAfter + 1)
    }
    expect(world.canary.sockets).toBe(0)
  })

  test('is not a blocked server, nor one of ours that says nothing of them', async () => {
    const { evil, good, hub } = world
    const old = await followed(evil)
    await inVain(old, hub.actor('emplois'))
    world.hub.deps.pass(lookAgainAfter + 1)
    const wall = expecting(good, old.id)
    const before = good.asked.length
    await block(hub.deps, hub.admin, { type: 'actor', target: wall.id, reason: '' })
    await inVain(old, wall.id)
    expect(good.asked.length).toBe(before)
  })
})

test('what somebody said here stays, and their words show where they went; what the followed one brought stays too', async () => {
  const { evil, good, hub, post, fresh } = world
  await hub.deps.db.write(hub.deps.hub.steps({ holdComments: 'never' }, null, hub.deps.now()))
  await hub.deps.hub.reload()
  const entry = await hub.publish('news', { title: 'Une fête' })
  await world.quiet()
  const old = await followed(evil)
  const answer = note(old, fresh(old, 'notes'), entry.envelope.apId)
  await post(old, { ...said(old, 'Create', fresh(old)), object: answer })
  const brought = article(old, fresh(old, 'articles'), 'Une annonce')
  evil.put(new URL(String(brought['id'])).pathname, (_, response) => sendDocument(response, brought))
  await post(old, { ...said(old, 'Create', fresh(old)), object: brought })
  expect(await hub.received(String(brought['id']))).toBeDefined()
  const target = expecting(good, old.id)
  await move(old, target.id)
  expect(await wentTo(old)).toBe(target.id)
  const page = await world.raw('GET', entry.envelope.path, { host: hub.host })
  expect(page.body).toContain(`→ @${new URL(target.id).pathname.split('/').at(-1)}@${good.host}`)
  expect((await hub.received(String(brought['id'])))?.envelope.origin?.actor).toBe(old.id)
  const { rows } = await hub.deps.db.query(
    'SELECT count(*) AS n FROM comments JOIN actors ON actors.n = actor_n WHERE actors.id = ?',
    [old.id],
  )
  expect(rows[0]?.['n']).toBe(1)
  // It came on the word of who is followed now: who stops following them loses it.
  await hub.federation.unfollow(target.id)
  expect(await hub.received(String(brought['id']))).toBeUndefined()
})
