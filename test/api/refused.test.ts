import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { putMembership } from '../../server/accounts/store.ts'
import { known, person, published, received } from '../support/publish.ts'
import { openApi, type ApiHub, type Client } from './hub.ts'
import { job } from './job.ts'

let hub: ApiHub
let editor: Client
let contributor: Client
let reading: Client

beforeAll(async () => {
  hub = await openApi()
  editor = await hub.enter('editor', 'write')
  contributor = await hub.enter('contributor', 'write')
  reading = await hub.enter('editor', 'read')
})
afterAll(() => hub.close())

describe('a new organisation', () => {
  test('is not founded by the editors of another, under its name or under none', async () => {
    const first = await published(hub.deps, await person(hub.deps, 'editor'), 'organisation', {
      title: 'Les Ateliers',
    })
    const member = await hub.enter('member', 'write')
    const { id } = first.envelope
    await hub.deps.db.write(
      putMembership(
        hub.deps.db,
        { userId: member.viewer.id, organisationId: id, role: 'editor' },
        hub.deps.now(),
      ),
    )
    const founded = { kind: 'organisation', title: 'Une autre', fields: known('organisation').sample }
    for (const publish of [true, false])
      expect((await member.send('POST', '/entries', { ...founded, publish })).status).toBe(403)
    for (const publish of [true, false])
      expect((await member.send('POST', '/entries', { ...founded, publish, organisation: id })).status).toBe(
        422,
      )
    const named = await editor.send('POST', '/entries', { ...founded, publish: true, organisation: id })
    expect([named.status, named.json.errors[0].pointer]).toEqual([422, '#/organisation'])
    // What they may: news in its name.
    const news = { kind: 'news', title: 'Bonjour', summary: 'À toutes', fields: {} }
    const inItsName = { ...news, publish: true, organisation: id }
    expect((await member.send('POST', '/entries', inItsName)).status).toBe(201)
    const refused = await editor.send('DELETE', `/entries/${id}`)
    expect([refused.status, refused.json.detail]).toEqual([409, expect.stringContaining('1 published')])
  })
})

describe('what cannot be used', () => {
  test('takes a list of faults at once, each by its place in the body, in the language of the token’s owner', async () => {
    const wrong = job({
      title: '',
      place: '99999',
      licence: 'MINE',
      tags: Array(11).fill('x'),
      fields: { contract: 'slavery', payMin: 'a lot' },
    })
    const answer = await editor.send('POST', '/entries', wrong)
    expect(answer.status).toBe(422)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.json).toMatchObject({ type: 'about:blank', status: 422, title: expect.any(String) })
    const pointers = answer.json.errors.map(({ pointer }: { pointer: string }) => pointer)
    expect(pointers.toSorted()).toEqual([
      '#/fields/applyEmail',
      '#/fields/contract',
      '#/fields/payMin',
      '#/tags',
      '#/title',
    ])
    expect(answer.json.errors[0].detail).toBe('Ce champ est obligatoire.')
    expect(answer.json.detail).toBe('Une partie de ce qui a été envoyé ne peut pas servir.')
    expect(answer.headers.get('content-language')).toBe('fr')
    const unknown = await editor.send('POST', '/entries', job({ place: '99999', licence: 'MINE' }))
    expect(unknown.json.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '#/place',
      '#/licence',
    ])
  })

  test('holds a sender to the rules of the form, except that what is over may be brought', async () => {
    const both = { ...known('job').sample, payMin: 3000, payMax: 2000, deadline: '2020-01-31' }
    const answer = await editor.send('POST', '/entries', job({ fields: both }))
    expect(answer.json.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['#/fields/payMax'])
  })

  test.each([
    ['an unknown kind', { kind: 'spaceship' }, '#/kind'],
    ['an id that is not one', { id: '../../etc' }, '#/id'],
    ['an upper-case id', { id: '019AB000-0000-7000-8000-000000000001' }, '#/id'],
    ['fields that are not an object', { fields: 'none' }, '#/fields'],
    ['publish that is not yes or no', { publish: 'yes' }, '#/publish'],
    [
      'an organisation that is not here',
      { organisation: '019ab000-0000-7000-8000-000000000009' },
      '#/organisation',
    ],
  ])('refuses %s', async (_, change, pointer) => {
    const answer = await editor.send('POST', '/entries', job(change))
    expect(answer.status).toBe(422)
    expect(answer.json.errors).toEqual([{ pointer, detail: expect.any(String) }])
  })

  test('never takes what only the hub may say: author, state, dates, origin', async () => {
    const forged = {
      state: 'withdrawn',
      authorId: 'x',
      originN: 1,
      publishedAt: 0,
      revision: 99,
      __proto__: { admin: true },
    }
    const { json } = await editor.send('POST', '/entries', job(forged))
    expect(json).toMatchObject({
      state: 'published',
      revision: 2,
      origin: null,
      publishedAt: new Date(hub.deps.now()).toISOString(),
    })
  })
})

describe('a body that is none', () => {
  test.each([
    ['broken', '{"kind":', 400],
    ['an array', '[]', 422],
    ['null', 'null', 422],
    ['ten thousand brackets', '['.repeat(10_000), 400],
    ['over 256 KB', `{"kind":"job","title":"${'x'.repeat(256 * 1024)}"}`, 413],
  ])('%s', async (_, body, status) => {
    const answer = await editor.send('POST', '/entries', body)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
  })

  test('of another type is refused before it is read', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      expect((await editor.send('POST', '/entries', '{}', { 'content-type': type })).status).toBe(415)
    expect((await hub.visitor.send('POST', '/entries', job())).status).toBe(401)
  })
})

describe('who may', () => {
  test('nobody without a token, and the answer says how', async () => {
    const { json } = await editor.send('POST', '/entries', job())
    for (const [method, path] of [
      ['POST', '/entries'],
      ['PATCH', `/entries/${json.id}`],
      ['DELETE', `/entries/${json.id}`],
      ['POST', `/entries/${json.id}/publication`],
      ['DELETE', `/entries/${json.id}/publication`],
    ] as const) {
      const answer = await hub.visitor.send(method, path, {})
      expect(answer.status).toBe(401)
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/)
    }
  })

  test('not with a token that only reads, nor with one that was invented', async () => {
    expect((await reading.send('POST', '/entries', job())).status).toBe(403)
    const forged = { authorization: 'Bearer maillon_invented' }
    expect((await hub.visitor.get('/entries', forged)).status).toBe(401)
  })

  test('a contributor writes drafts and publishes nothing; a refusal leaves no draft behind', async () => {
    const id = hub.deps.newId()
    expect((await contributor.send('POST', '/entries', job({ id }))).status).toBe(403)
    expect((await contributor.get(`/entries/${id}`)).status).toBe(404)
    const { json } = await contributor.send('POST', '/entries', job({ publish: false }))
    expect((await contributor.send('POST', `/entries/${json.id}/publication`)).status).toBe(403)
    expect((await editor.send('POST', `/entries/${json.id}/publication`)).json.state).toBe('published')
    expect((await contributor.send('PATCH', `/entries/${json.id}`, { title: 'À moi' })).status).toBe(403)
  })

  test('nobody changes what another hub published', async () => {
    const { apId } = await received(hub.deps, 'job')
    const all = await hub.visitor.get('/entries?origin=network')
    const { id } = all.json.items.find((item: { apId: string }) => item.apId === apId)
    expect((await editor.send('PATCH', `/entries/${id}`, { title: 'À nous' })).status).toBe(403)
    expect((await editor.send('DELETE', `/entries/${id}`)).status).toBe(403)
    expect((await editor.send('POST', `/entries/${id}/publication`)).status).toBe(403)
    expect((await editor.send('DELETE', `/entries/${id}/publication`)).status).toBe(403)
    expect((await hub.visitor.get(`/entries/${id}`)).json).toMatchObject({
      title: 'Une offre d’ailleurs',
      origin: { host: 'ailleurs.example' },
    })
  })
})

describe('a moderator’s token', () => {
  test('takes away nobody’s entry: that needs a word of why, which the page asks for', async () => {
    const { json } = await editor.send('POST', '/entries', job({ publish: true }))
    const moderator = await hub.enter('moderator', 'write')
    expect((await moderator.send('DELETE', `/entries/${json.id}`)).status).toBe(403)
    expect((await hub.visitor.get(`/entries/${json.id}`)).status).toBe(200)
  })
})

describe('a program in a loop', () => {
  test('waits after three hundred writes or six hundred reads in a minute, and others do not', async () => {
    const looping = await hub.enter('editor', 'write')
    for (let times = 0; times < 300; times++) await looping.send('DELETE', '/kinds')
    const stopped = await looping.send('DELETE', '/kinds')
    expect(stopped.status).toBe(429)
    expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await looping.get('/kinds')).status).toBe(200)
    expect((await editor.send('DELETE', '/kinds')).status).toBe(405)
    for (let times = 1; times < 600; times++) await looping.get('/openapi.json')
    expect((await looping.get('/kinds')).status).toBe(429)
    expect((await editor.get('/kinds')).status).toBe(200)
  }, 60_000)
})
