import { afterEach, beforeEach, expect, test } from 'vitest'
import { events } from '../../db/schema/entries.ts'
import { activities, actors, deliveries } from '../../db/schema/federation.ts'
import { healthRoutes } from '../../server/web/health.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'

let deps: TestDeps
let closed = false
beforeEach(async () => {
  deps = await openTestDeps()
  closed = false
})
afterEach(() => (closed ? undefined : deps.close()))

const ask = (path: string) => healthRoutes(deps).request(path)

test('/healthz says that the process lives', async () => {
  const answer = await ask('/healthz')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(await answer.json()).toEqual({ status: 'ok' })
})

test('/readyz counts what waits to leave, and for how long the oldest has', async () => {
  const now = deps.now()
  const { make } = deps.db
  const actor = { id: '/ap/actors/hub', local: true, type: 'Organization', handle: 'hub', createdAt: now }
  const activity = {
    id: '/ap/activities/1',
    actorN: 1,
    type: 'Create',
    objectId: 'o',
    public: true,
    json: '{}',
  }
  const delivery = { activityN: 1, objectId: 'o', host: 'h.example' }
  await deps.db.write([
    make.insert(actors).values(actor),
    make.insert(activities).values({ ...activity, createdAt: now }),
    make.insert(deliveries).values([
      { ...delivery, inbox: 'https://h.example/due', nextAt: now - 90_000 },
      { ...delivery, inbox: 'https://h.example/later', nextAt: now + 90_000 },
      { ...delivery, inbox: 'https://h.example/done', nextAt: now - 990_000, doneAt: now },
      { ...delivery, inbox: 'https://h.example/failed', nextAt: now - 990_000, failedAt: now },
    ]),
    make.insert(events).values([
      { type: 'entry.published', subject: 'e', activityId: 'a', createdAt: now - 5_000 },
      { type: 'entry.published', subject: 'f', activityId: 'b', createdAt: now - 50_000, doneAt: now },
    ]),
  ])
  const answer = await ask('/readyz')
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({
    status: 'ready',
    database: 'ok',
    queue: { events: { waiting: 1, oldest: 5 }, deliveries: { waiting: 1, oldest: 90 } },
  })
})

test('/readyz counts every migration of the folder', async () => {
  const { migrations } = (await (await ask('/readyz')).json()) as { migrations: number }
  const { default: journal } = await import('../../db/migrations/meta/_journal.json', {
    with: { type: 'json' },
  })
  expect(migrations).toBe(journal.entries.length)
})

test('/readyz says 503 when the database cannot be read', async () => {
  await deps.close()
  closed = true
  const answer = await ask('/readyz')
  expect(answer.status).toBe(503)
  expect(await answer.json()).toMatchObject({ status: 'unavailable', database: 'unreadable' })
  expect((await ask('/healthz')).status).toBe(200)
})
