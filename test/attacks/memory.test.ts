import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createFetchedMemory } from '../../server/federation/fetched.ts'
import { readActor } from '../../server/federation/normalise/actor.ts'
import { createPruner } from '../../server/federation/prune.ts'
import { createReplays } from '../../server/federation/replays.ts'
import { newcomer, type Someone } from './peer.ts'
import { note, said } from './words.ts'
import { openWorld, unchanged, type World } from './world.ts'

let world: World
let entry: string
let prune: () => Promise<void>
beforeAll(async () => {
  world = await openWorld()
  entry = (await world.hub.publish('job')).envelope.apId
  prune = createPruner(world.hub.deps)
})
afterAll(() => world.close())

const days = (count: number) => world.hub.deps.pass(count * 24 * 3_600_000)
const say = (from: Someone, type: string, more: Record<string, unknown>) =>
  world.post(from, { ...said(from, type, world.fresh(from)), ...more })
const count = async (table: string, where = 'true'): Promise<unknown> =>
  (await world.hub.deps.db.query(`SELECT count(*) AS n FROM ${table} WHERE ${where}`)).rows[0]?.['n']

describe('rule 29: what strangers make us remember', () => {
  test('is nothing, when it changed nothing: a hundred empty words leave no mark', async () => {
    const someone = world.evil.actor('empty')
    await say(someone, 'Like', { object: entry })
    await unchanged(world, async () => {
      for (let at = 0; at < 10; at++)
        for (const type of [
          'Like',
          'Undo',
          'Announce',
          'View',
          'Move',
          'Block',
          'Remove',
          'Reject',
          'Flag',
          'Update',
        ])
          expect(
            (await say(someone, type, { object: type === 'Like' ? entry : world.fresh(someone) })).status,
          ).toBe(202)
    })
  })

  test('of activities is forgotten after a month, and not before', async () => {
    const someone = world.evil.actor('monthly')
    const id = world.fresh(someone)
    await world.post(someone, { ...said(someone, 'Follow', id), object: world.hub.actor('hub') })
    days(29)
    await prune()
    expect(await count('seen', `id = '${id}'`)).toBe(1)
    days(2)
    await prune()
    expect(await count('seen', `id = '${id}'`)).toBe(0)
  })

  test('of what was deleted before it came lasts two days; of what was here, for good', async () => {
    const someone = world.evil.actor('deleting')
    const [kept, never] = [world.fresh(someone, 'notes'), world.fresh(someone, 'notes')]
    await say(someone, 'Create', { object: note(someone, kept, entry) })
    for (const object of [kept, never]) await say(someone, 'Delete', { object })
    await say(someone, 'Create', { object: note(someone, never, entry) })
    expect(await count('comments', `ap_id IN ('${kept}', '${never}')`)).toBe(0)
    days(3)
    await prune()
    expect(await count('tombstones', `id LIKE '%${never}'`)).toBe(0)
    expect(await count('tombstones', `id = '${kept}'`)).toBe(1)
  })

  test('of a flood of deletions is cut to its newest', async () => {
    const { db, now } = world.hub.deps
    const rows =
      "WITH RECURSIVE flood(at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM flood WHERE at < 25000) SELECT 'https://x.test/u https://x.test/' || at, ? FROM flood"
    await db.write([{ sql: `INSERT INTO tombstones (id, deleted_at) ${rows}`, args: [now()] }])
    await prune()
    expect(await count('tombstones', "instr(id, ' ') > 0")).toBe(20_000)
    await db.write([{ sql: "DELETE FROM tombstones WHERE instr(id, ' ') > 0", args: [] }])
  })

  test('of actors who left nothing here goes after a month, keys and all; who left something stays', async () => {
    const [idle, fan] = [world.evil.actor('idle'), world.evil.actor('fan')]
    await say(idle, 'View', { object: entry })
    await say(fan, 'Like', { object: entry })
    await prune()
    expect(await count('actors', `id IN ('${idle.id}', '${fan.id}')`)).toBe(2)
    days(31)
    await prune()
    expect(await count('actors', `id = '${idle.id}'`)).toBe(0)
    expect(await count('remote_keys', `actor_id = '${idle.id}'`)).toBe(0)
    expect(await count('actors', `id = '${fan.id}'`)).toBe(1)
    expect((await say(idle, 'Like', { object: entry })).status).toBe(202)
  })

  test('of hosts that were silent for a quarter of a year, and of what was sent a month ago, goes', async () => {
    const { db, now } = world.hub.deps
    const dead = Array.from({ length: 1_000 }, (_, at) => ({
      sql: 'INSERT INTO hosts (host, failures, failing_since) VALUES (?, 9, ?)',
      args: [`dead${at}.test`, now()],
    }))
    await db.write([...dead, { sql: 'INSERT INTO hosts (host, failures) VALUES (?, 0)', args: ['new.test'] }])
    const someone = world.evil.actor('asking')
    await say(someone, 'Join', { object: entry })
    await world.quiet()
    const sent = [await count('deliveries'), await count('activities', 'public = 0')]
    const said = await count('activities', 'public = 1')
    expect(sent.map(Number).every((number) => number > 0)).toBe(true)
    days(40)
    await db.write([
      { sql: "UPDATE hosts SET last_ok_at = ? WHERE host = 'new.test'", args: [now() + 80 * 24 * 3_600_000] },
    ])
    await prune()
    await prune()
    expect([await count('deliveries'), await count('activities', 'public = 0')]).toEqual([0, 0])
    expect(await count('activities', 'public = 1')).toBe(said)
    days(60)
    await prune()
    expect([await count('hosts', "host LIKE 'dead%'"), await count('hosts', "host = 'new.test'")]).toEqual([
      0, 1,
    ])
  })

  test('of reports is one for each thing and reporter, and few from one host', async () => {
    const { hub } = world
    for (let at = 0; at < 3; at++) {
      const reporter = world.evil.actor(`reporter${at}`)
      for (let again = 0; again < 5; again++)
        await say(reporter, 'Flag', { object: [entry, hub.actor('hub'), hub.actor('emplois')], content: 'x' })
    }
    expect(await count('reports')).toBe(9)
    for (let at = 3; at < 25; at++)
      await say(world.evil.actor(`reporter${at}`), 'Flag', {
        object: [entry, hub.actor('hub'), hub.actor('emplois')],
      })
    expect(await count('reports')).toBe(50)
  })

  test('of signatures is bounded: the oldest go first', () => {
    const replays = createReplays()
    for (let at = 0; at < 60_000; at++) replays.add('key', String(at), 0)
    expect([replays.has('key', '59999', 1), replays.has('key', '0', 1)]).toEqual([true, false])
    expect(replays.has('key', '59999', 66 * 60_000)).toBe(false)
  })
})

describe('a sender whom we have not looked at for a day', () => {
  test('is not waited for: the look is a promise, kept once', async () => {
    const { evil, hub } = world
    const someone = evil.actor('slow')
    await say(someone, 'Like', { object: entry })
    hub.deps.pass(25 * 3_600_000)
    evil.put('/users/slow', (_, response) => response.writeHead(404).end())
    const asked = () => evil.asked.filter((one) => one === 'GET /users/slow').length
    const before = asked()
    for (let at = 0; at < 5; at++) {
      expect((await say(someone, 'View', { object: entry })).status).toBe(202)
      await world.quiet()
    }
    expect(asked()).toBe(before + 1)
  })
})

describe('strangers who have proved nothing', () => {
  const stranger = (at: number) => {
    const id = `https://x.test/users/${at}`
    const { document } = newcomer('https://x.test', String(at))
    const fields = Array.from({ length: 16 }, (_, n) => ({ name: `${n}`, value: 'x'.repeat(2_000) }))
    return {
      at: 0,
      actor: { ...readActor(document, document, 'Person'), id, fields, raw: { huge: 'x'.repeat(10_000) } },
    }
  }

  test('are remembered lightly, for five minutes, and the newest of them only', () => {
    let now = 0
    const memory = createFetchedMemory(() => now)
    for (let at = 0; at < 300; at++) memory.put(`a${at}`, stranger(at))
    for (let at = 0; at < 6_000; at++) memory.put(`n${at}`, { at: 0, actor: null })
    const kept = (name: string, count: number) =>
      Array.from({ length: count }, (_, at) => memory.get(`${name}${at}`)).filter(
        (found) => found !== undefined,
      )
    expect([kept('a', 300).length, kept('n', 6_000).length]).toEqual([200, 5_000])
    expect(memory.get('a299')?.actor).toMatchObject({ raw: {}, fields: [] })
    memory.put('a299', { at: 0, actor: null })
    expect(memory.get('a299')).toEqual({ at: 0, actor: null })
    now = 6 * 60_000
    expect([kept('a', 300), kept('n', 6_000)]).toEqual([[], []])
  })
})
