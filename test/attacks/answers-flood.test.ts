import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mostAnswers } from '../../server/entries/received-comments.ts'
import type { JsonObject } from '../../server/federation/json-object.ts'
import { createPruner } from '../../server/federation/prune.ts'
import type { Someone } from './peer.ts'
import { note, said } from './words.ts'
import { openWorld, type World } from './world.ts'

let world: World
let entry: string
beforeAll(async () => {
  world = await openWorld()
  entry = (await world.hub.publish('event')).envelope.apId
})
beforeEach(() => world.hub.deps.db.write([{ sql: 'DELETE FROM comments', args: [] }]))
afterAll(() => world.close())

let people = 0
const someone = (): Someone => world.evil.actor(`flooder${++people}`)

const say = async (from: Someone, type: string, more: JsonObject): Promise<number> =>
  (await world.post(from, { ...said(from, type, world.fresh(from)), ...more })).status

async function answers(from: Someone, count: number, content = '<p>Encore</p>'): Promise<void> {
  const sent = Array.from({ length: count }, () =>
    say(from, 'Create', { object: note(from, world.fresh(from, 'notes'), entry, { content }) }),
  )
  expect(new Set(await Promise.all(sent))).toEqual(new Set([202]))
}

const count = async (what: string): Promise<number> =>
  Number((await world.hub.deps.db.query(`SELECT count(*) AS n FROM ${what}`)).rows[0]?.['n'])

async function holding(holdComments: 'never' | 'first'): Promise<void> {
  const { db, hub, now } = world.hub.deps
  await db.write(hub.steps({ holdComments }, null, now()))
  await hub.reload()
}

describe('rule 29: a flood of answers', () => {
  test('of one stranger leaves ten for a moderator to read, though they come all at once', async () => {
    await answers(someone(), 40)
    expect(await count("comments WHERE state = 'held'")).toBe(mostAnswers.waitingOfActor)
  })

  test('of one server leaves fifty, and no other server waits for that', async () => {
    for (let at = 0; at < 7; at++) await answers(someone(), 10)
    expect(await count("comments WHERE state = 'held'")).toBe(mostAnswers.waitingOfHost)
    const honest = world.good.actor('honest')
    await answers(honest, 1, '<p>Une vraie question</p>')
    expect((await world.dump())['comments']).toContain('Une vraie question')
  })

  test('of one whose answers are shown at once is thirty in an hour, and goes on in the next', async () => {
    await holding('never')
    const from = someone()
    await answers(from, 45)
    expect(await count('comments')).toBe(mostAnswers.ofActorAnHour)
    // An id begins with the moment it was made.
    await world.hub.deps.db.write([{ sql: "UPDATE comments SET id = '018' || substr(id, 4)", args: [] }])
    await answers(from, 2)
    expect(await count('comments')).toBe(mostAnswers.ofActorAnHour + 2)
    await holding('first')
  })

  test('of changes makes no more wait than that', async () => {
    const from = someone()
    await holding('never')
    const objects = Array.from({ length: 20 }, () => note(from, world.fresh(from, 'notes'), entry))
    for (const object of objects) await say(from, 'Create', { object })
    const { db, hub, now } = world.hub.deps
    await db.write(hub.steps({ holdComments: 'always' }, null, now()))
    await hub.reload()
    for (const object of objects) await say(from, 'Update', { object: { ...object, content: '<p>Ah</p>' } })
    await holding('first')
    expect(await count("comments WHERE state = 'held'")).toBe(mostAnswers.waitingOfActor)
    expect(await count("comments WHERE state = 'shown' AND html LIKE '%Ah%'")).toBe(0)
  })
})

test('an answer as long as a book is cut at 16 KB, at a paragraph, and nothing stays open', async () => {
  const content = `<p><strong>Chapitre</strong></p>${'<p>Il était une fois une longue phrase. </p>'.repeat(1_200)}`
  await answers(someone(), 1, content)
  const { rows } = await world.hub.deps.db.query('SELECT html FROM comments')
  const html = String(rows[0]?.['html'])
  expect(Buffer.byteLength(html)).toBeLessThanOrEqual(mostAnswers.bytes)
  expect(Buffer.byteLength(html)).toBeGreaterThan(15_000)
  expect(html).toMatch(/^<p><strong>Chapitre<\/strong><\/p><p>Il était.*<\/p>$/s)
})

describe('rule 29: the same thing asked again and again', () => {
  const answered = (type: string) => count(`activities WHERE type = '${type}'`)
  const asking = {
    Follow: { object: () => world.hub.actor('hub') },
    Join: { object: () => entry },
    QuoteRequest: { object: () => entry },
  }

  test.each([
    ['Follow', 'Accept'],
    ['Join', 'Reject'],
    ['QuoteRequest', 'Accept'],
  ] as const)('a %s is answered once in a minute: the next is told to come later', async (type, answer) => {
    const from = someone()
    const ask = () =>
      world.post(from, {
        ...said(from, type, world.fresh(from)),
        object: asking[type].object(),
        ...(type === 'QuoteRequest' ? { instrument: world.fresh(from, 'notes') } : {}),
      })
    const before = await answered(answer)
    expect((await ask()).status).toBe(202)
    for (let at = 0; at < 10; at++) {
      const told = await ask()
      expect(told.status).toBe(429)
      expect(Number(told.headers['retry-after'])).toBeGreaterThan(0)
    }
    if (type === 'Follow') {
      await say(from, 'Undo', { object: { type: 'Follow', actor: from.id, object: world.hub.actor('hub') } })
      expect((await ask()).status).toBe(429)
    }
    expect(await answered(answer)).toBe(before + 1)
    world.hub.deps.pass(61_000)
    expect((await ask()).status).toBe(202)
    expect(await answered(answer)).toBe(before + 2)
    // Somebody else is somebody else.
    expect(await say(someone(), type, { object: asking[type].object(), instrument: `${from.id}/x` })).toBe(
      202,
    )
  })

  test('what was answered between two is forgotten a day after it has arrived', async () => {
    await world.quiet()
    const between = () => count("activities WHERE type IN ('Accept', 'Reject')")
    expect(await between()).toBeGreaterThan(0)
    const said = await count("activities WHERE type NOT IN ('Accept', 'Reject')")
    const prune = createPruner(world.hub.deps)
    world.hub.deps.pass(23 * 3_600_000)
    await prune()
    expect(await between()).toBeGreaterThan(0)
    world.hub.deps.pass(2 * 3_600_000)
    await prune()
    expect(await between()).toBe(0)
    expect(await count("activities WHERE type NOT IN ('Accept', 'Reject')")).toBe(said)
  })
})
