import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kinds } from '../../server/kinds/index.ts'
import { openApi, type ApiHub, type Client } from './hub.ts'
import { eventsOf, job } from './job.ts'

let hub: ApiHub
let editor: Client
let other: Client
let contributor: Client

beforeAll(async () => {
  hub = await openApi()
  editor = await hub.enter('editor', 'write')
  other = await hub.enter('editor', 'write')
  contributor = await hub.enter('contributor', 'write')
})
afterAll(() => hub.close())

describe('writing an entry', () => {
  test('publishes it, tells the federation, and says where it is', async () => {
    const before = hub.woken()
    const answer = await editor.send('POST', '/entries', job())
    expect(answer.status).toBe(201)
    const { id } = answer.json
    expect(answer.json).toMatchObject({
      url: 'https://hub.example/emplois/chef-fe-de-chantier',
      apId: `https://hub.example/ap/objects/${id}`,
      state: 'published',
      place: '92036',
      placeLabel: 'Gennevilliers (92)',
      html: expect.stringContaining('<strong>nombreux</strong>'),
      fields: { contract: 'cdd', payMax: 2300.5 },
    })
    expect(answer.headers.get('location')).toBe(`https://hub.example/api/v1/entries/${id}`)
    expect(await eventsOf(hub, id)).toEqual(['entry.published'])
    expect(hub.woken()).toBe(before + 1)
    expect((await hub.visitor.get(`/entries/${id}`)).json).toEqual(answer.json)
  })

  test.each(kinds.map(({ name, sample }) => [name, sample] as const))(
    'of the kind %s takes the sample that /kinds gives',
    async (kind, sample) => {
      const answer = await editor.send('POST', '/entries', {
        kind,
        title: 'Un exemple',
        fields: sample,
        publish: true,
      })
      expect(answer.json.errors).toBeUndefined()
      expect(answer.status).toBe(201)
      expect(answer.json.fields).toMatchObject(sample)
    },
  )

  test('without `publish` keeps a draft, which nobody else sees and which is in no list', async () => {
    const { status, json } = await contributor.send(
      'POST',
      '/entries',
      job({ publish: undefined, title: 'Brouillon caché' }),
    )
    expect(status).toBe(201)
    expect(json.state).toBe('draft')
    expect((await contributor.get(`/entries/${json.id}`)).status).toBe(200)
    expect((await editor.get(`/entries/${json.id}`)).status).toBe(200)
    for (const stranger of [
      hub.visitor,
      await hub.enter('member', 'write'),
      await hub.enter('contributor', 'write'),
    ]) {
      expect((await stranger.get(`/entries/${json.id}`)).status).toBe(404)
      expect(JSON.stringify((await stranger.get('/entries?limit=100')).json)).not.toContain('caché')
      expect((await stranger.get('/search?q=brouillon')).json.items).toEqual([])
    }
    expect(
      (await contributor.get('/entries?state=draft')).json.items.map(({ id }: { id: string }) => id),
    ).toEqual([json.id])
    expect((await hub.visitor.get('/entries?state=draft')).status).toBe(401)
  })

  test('sent twice with one id or one key is published once, and answered alike', async () => {
    const id = hub.deps.newId()
    const first = await editor.send('POST', '/entries', job({ id, title: 'Une seule fois' }))
    const second = await editor.send('POST', '/entries', job({ id, title: 'Une seule fois' }))
    expect(second.status).toBe(201)
    expect(second.json).toEqual(first.json)
    expect(await eventsOf(hub, id)).toEqual(['entry.published'])

    const key = { 'idempotency-key': 'payroll-7' }
    const [one, two] = await Promise.all([
      editor.send('POST', '/entries', job({ title: 'Par clé' }), key),
      editor.send('POST', '/entries', job({ title: 'Par clé' }), key),
    ])
    expect([one.status, two.status]).toEqual([201, 201])
    expect(two.json.id).toBe(one.json.id)
    expect(await eventsOf(hub, one.json.id)).toEqual(['entry.published'])
    const theirs = await other.send('POST', '/entries', job({ title: 'Par clé' }), key)
    expect(theirs.json.id).not.toBe(one.json.id)
  })

  test('finishes what a lost answer left undone: the draft of the first try is published by the second', async () => {
    const id = hub.deps.newId()
    await editor.send('POST', '/entries', job({ id, publish: false }))
    expect((await editor.send('POST', '/entries', job({ id }))).json).toMatchObject({
      id,
      state: 'published',
    })
  })

  test('with the id of somebody else’s entry, or of another kind, is a conflict', async () => {
    const { json } = await editor.send('POST', '/entries', job())
    expect((await other.send('POST', '/entries', job({ id: json.id }))).status).toBe(409)
    const news = { kind: 'news', title: 'Une nouvelle', summary: 'Brève.', fields: {}, id: json.id }
    expect((await editor.send('POST', '/entries', news)).status).toBe(409)
  })
})
