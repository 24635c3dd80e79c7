import { eq, isNull } from 'drizzle-orm'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { events } from '../../db/schema/entries.ts'
import { activities, deliveries, followers } from '../../db/schema/federation.ts'
import { until } from '../support/until.ts'
import { newcomer, type Someone } from './peer.ts'
import { said } from './words.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const followed = (): Promise<number> => world.hub.deps.db.read.$count(followers)
const accepts = (from: Someone): Promise<number> =>
  world.hub.deps.db.read.$count(deliveries, eq(deliveries.objectId, from.id))

describe('someone whose follows have a name of their own (PeerTube)', () => {
  test('follows again under the same id after an unfollow, and is accepted again', async () => {
    const someone = world.evil.actor('tube')
    const follow = {
      ...said(someone, 'Follow', `${someone.id}/follows/1`),
      object: world.hub.actor('emplois'),
    }
    expect((await world.post(someone, follow)).status).toBe(202)
    expect([await followed(), await accepts(someone)]).toEqual([1, 1])
    const undo = { ...said(someone, 'Undo', world.fresh(someone)), object: follow }
    expect((await world.post(someone, undo)).status).toBe(202)
    expect(await followed()).toBe(0)
    world.hub.deps.pass(120_000)
    expect((await world.post(someone, follow)).status).toBe(202)
    expect([await followed(), await accepts(someone)]).toEqual([1, 2])
  })
})

test('a goodbye whose answer was lost is said again, and thanked again', async () => {
  const someone = world.evil.actor('leaving')
  await world.post(someone, {
    ...said(someone, 'Like', world.fresh(someone)),
    object: world.hub.actor('hub'),
  })
  const goodbye = { ...said(someone, 'Delete', world.fresh(someone)), object: someone.id }
  expect((await world.post(someone, goodbye)).status).toBe(202)
  world.evil.put('/users/leaving', (_, response) => response.writeHead(410).end())
  world.hub.deps.pass(60_000)
  expect((await world.post(someone, goodbye)).status).toBe(202)
  const more = { ...said(someone, 'Delete', world.fresh(someone)), object: `${someone.id}/notes/1` }
  expect((await world.post(someone, more)).status).toBe(202)
})

test('strangers whose servers never answer do not shut the door to others', async () => {
  const silent = Array.from({ length: 40 }, (_, at) => newcomer(world.evil.origin, `silent-${at}`))
  const held: (() => void)[] = []
  for (const someone of silent)
    world.evil.put(new URL(someone.id).pathname, (_, response) => void held.push(() => response.destroy()))
  const like = (from: Someone) => ({
    ...said(from, 'Like', world.fresh(from)),
    object: world.hub.actor('hub'),
  })
  const waiting = silent.map((someone) => world.post(someone, like(someone)))
  const honest = world.good.actor('honest')
  expect((await world.post(honest, like(honest))).status).toBe(202)
  expect(held.length).toBeLessThanOrEqual(2)
  for (const drop of held) drop()
  const answers = await Promise.all(waiting)
  expect([...new Set(answers.map(({ status }) => status))]).toEqual([503])
})

test('what cannot be told holds up nothing but itself', async () => {
  const lines: string[] = []
  const other = await openWorld({}, pino({ level: 'error' }, { write: (line) => void lines.push(line) }))
  const { db, newId } = other.hub.deps
  const broken = await other.hub.publish('job', { title: 'Sans champs' })
  await other.quiet()
  await db.write([
    { sql: 'DELETE FROM jobs WHERE entry_n = ?', args: [broken.envelope.n] },
    ...['entry.revised', 'entry.closed'].map((type) =>
      db.make.insert(events).values({ type, subject: broken.envelope.id, activityId: newId(), createdAt: 0 }),
    ),
  ])
  const sound = await other.hub.publish('job', { title: 'Entière' })
  const told = eq(activities.objectId, sound.envelope.apId)
  await until('the sound one is told', async () => (await db.read.$count(activities, told)) > 0)
  const waiting = await db.read.select().from(events).where(isNull(events.doneAt))
  expect(waiting.map(({ subject }) => subject)).toEqual([broken.envelope.id, broken.envelope.id])
  expect(lines.join()).toContain('an event could not be told')
  await other.close()
})
