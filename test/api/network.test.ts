import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { activities, actors, deliveries, following } from '../../db/schema/federation.ts'
import { openApi, type ApiHub, type Client } from './hub.ts'

let hub: ApiHub
let admin: Client
let editor: Client

beforeAll(async () => {
  hub = await openApi()
  admin = await hub.enter('admin', 'read', 'write', 'admin')
  editor = await hub.enter('editor', 'write')
})
afterAll(() => hub.close())

describe('POST /following', () => {
  test('asks in the name of the hub, and says that the answer may take time', async () => {
    const answer = await admin.send('POST', '/following', { actor: '@emplois@ailleurs.example' })
    expect(answer.status).toBe(202)
    expect(answer.json).toEqual({ actor: 'https://ailleurs.example/ap/actors/hub', state: 'requested' })
    expect(hub.asked).toEqual(['@emplois@ailleurs.example'])
  })

  test('says what is wrong with whom nobody knows, and with nobody at all', async () => {
    for (const body of [{ actor: 'nobody' }, { actor: '' }, {}]) {
      const answer = await admin.send('POST', '/following', body)
      expect(answer.status).toBe(422)
      expect(answer.json.errors).toEqual([{ pointer: '#/actor', detail: expect.any(String) }])
    }
  })

  test('is for administrators with a token that administers', async () => {
    const weak = await hub.enter('admin', 'write')
    for (const [client, status] of [
      [hub.visitor, 401],
      [editor, 403],
      [weak, 403],
    ] as const)
      expect((await client.send('POST', '/following', { actor: '@a@b.example' })).status).toBe(status)
  })
})

test('GET /following says how each subscription stands', async () => {
  const now = hub.deps.now()
  const { make } = hub.deps.db
  const row = { type: 'Organization', handle: 'hub', createdAt: now }
  await hub.deps.db.write([
    make.insert(actors).values({ ...row, n: 1, id: '/ap/actors/hub', local: true }),
    make
      .insert(actors)
      .values({ ...row, n: 2, id: 'https://a.example/actor', local: false, host: 'a.example' }),
    make
      .insert(following)
      .values({ actorN: 1, targetN: 2, followId: '/ap/activities/f', state: 'requested', requestedAt: now }),
  ])
  expect((await admin.get('/following')).json.items).toEqual([
    {
      actor: 'https://a.example/actor',
      handle: '@hub@a.example',
      state: 'requested',
      polledAt: null,
      pollError: null,
    },
  ])
  expect((await hub.visitor.get('/following')).status).toBe(401)
  expect((await editor.get('/following')).status).toBe(403)
})

describe('GET /federation/deliveries', () => {
  beforeAll(async () => {
    const now = hub.deps.now()
    const { make } = hub.deps.db
    const activity = {
      actorN: 1,
      type: 'Create',
      objectId: 'https://hub.example/ap/objects/1',
      public: true,
      json: '{}',
      createdAt: now,
    }
    await hub.deps.db.write([
      make.insert(activities).values({ ...activity, n: 1, id: '/ap/activities/1' }),
      make
        .insert(activities)
        .values({ ...activity, n: 2, id: '/ap/activities/2', objectId: 'https://hub.example/ap/objects/2' }),
      make.insert(deliveries).values([
        {
          activityN: 1,
          objectId: 'https://hub.example/ap/objects/1',
          host: 'a.example',
          inbox: 'https://a.example/in',
          nextAt: now,
          doneAt: now,
          lastStatus: 202,
        },
        {
          activityN: 1,
          objectId: 'https://hub.example/ap/objects/1',
          host: 'b.example',
          inbox: 'https://b.example/in',
          nextAt: now,
          failedAt: now,
          lastStatus: 403,
          lastError: 'answered 403',
        },
        {
          activityN: 2,
          objectId: 'https://hub.example/ap/objects/2',
          host: 'c.example',
          inbox: 'https://c.example/in',
          nextAt: now + 60_000,
          attempts: 3,
          lastStatus: 503,
        },
      ]),
      ...Array.from({ length: 120 }, (_, n) =>
        make.insert(deliveries).values({
          activityN: 2,
          objectId: 'https://hub.example/ap/objects/2',
          host: `h${n}.example`,
          inbox: `https://h${n}.example/in`,
          nextAt: now,
          doneAt: now,
        }),
      ),
    ])
  })

  const hosts = async (query: string): Promise<string[]> =>
    (await admin.get(`/federation/deliveries${query}`)).json.items.map(({ host }: { host: string }) => host)

  test('says of each host whether what was said arrived, and when it is tried again', async () => {
    const { json } = await admin.get('/federation/deliveries?object=/ap/objects/1')
    expect(json.counts).toEqual({ waiting: 0, delivered: 1, failed: 1 })
    expect(json.items).toMatchObject([
      { host: 'b.example', state: 'failed', lastStatus: 403, lastError: 'answered 403', nextAt: null },
      {
        host: 'a.example',
        why: null,
        state: 'delivered',
        activity: 'https://hub.example/ap/activities/1',
        type: 'Create',
        lastStatus: 202,
      },
    ])
    // In the language of whose token it is.
    expect(json.items[0].why).toBe('Refuse notre signature, ou nous bloque (403)')
    expect(await hosts('?state=waiting')).toEqual(['c.example'])
    expect(await hosts('?activity=/ap/activities/1&state=delivered')).toEqual(['a.example'])
    expect(await hosts('?host=b.example')).toEqual(['b.example'])
    expect((await admin.get('/federation/deliveries?state=waiting')).json.items[0]).toMatchObject({
      attempts: 3,
      nextAt: new Date(hub.deps.now() + 60_000).toISOString(),
    })
  })

  test('comes in pages, and every delivery is on one of them', async () => {
    const first = await admin.get('/federation/deliveries')
    expect(first.json.items).toHaveLength(100)
    expect(first.json.counts).toEqual({ waiting: 1, delivered: 121, failed: 1 })
    const second = await admin.get(`/federation/deliveries?before=${first.json.next}`)
    expect(second.json.next).toBeNull()
    const all = [...first.json.items, ...second.json.items].map(({ host }: { host: string }) => host)
    expect(new Set(all)).toHaveProperty('size', 123)
  })

  test('is for administrators, and refuses a state that there is not', async () => {
    expect((await hub.visitor.get('/federation/deliveries')).status).toBe(401)
    expect((await editor.get('/federation/deliveries')).status).toBe(403)
    expect((await admin.get('/federation/deliveries?state=lost')).status).toBe(422)
    expect((await admin.get('/federation/deliveries?before=x')).status).toBe(422)
  })
})
