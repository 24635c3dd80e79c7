import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { begun, known, lacking } from '../support/publish.ts'
import { openApi, type ApiHub, type Member } from './hub.ts'
import { eventsOf, job } from './job.ts'

let hub: ApiHub
let editor: Member
let contributor: Member
beforeAll(async () => {
  hub = await openApi()
  editor = await hub.enter('editor', 'write')
  contributor = await hub.enter('contributor', 'write')
})
afterAll(() => hub.close())

const { fields } = lacking(known('job'))
const begin = (change: Record<string, unknown> = {}) =>
  editor.send('POST', '/entries', job({ publish: false, fields, ...change }))

describe('a program that does not know everything yet', () => {
  test('keeps a draft, which names what it lacks, and completes it later', async () => {
    const { status, json } = await begin()
    expect(status).toBe(201)
    expect(json).toMatchObject({ state: 'draft', fields, missing: ['contract'] })
    expect((await editor.get(`/entries/${json.id}`)).json).toEqual(json)
    expect((await editor.get('/entries?state=draft')).json.items).toContainEqual(json)

    const early = await editor.send('POST', `/entries/${json.id}/publication`)
    expect(early.status).toBe(422)
    expect(early.headers.get('content-type')).toBe('application/problem+json')
    expect(early.json.errors).toEqual([{ pointer: '#/fields/contract', detail: expect.any(String) }])

    const half = await editor.send('PATCH', `/entries/${json.id}`, { fields: { hours: 24 } })
    expect(half.json).toMatchObject({ fields: { hours: 24 }, missing: ['contract'] })
    const done = await editor.send('PATCH', `/entries/${json.id}`, { fields: { contract: 'cdi' } })
    expect(done.json).toMatchObject({ state: 'draft', fields: { ...fields, contract: 'cdi', hours: 24 } })
    expect(done.json).not.toHaveProperty('missing')
    expect((await editor.send('POST', `/entries/${json.id}/publication`)).json.state).toBe('published')
    expect(await eventsOf(hub, json.id)).toEqual(['entry.published'])
  })

  test('is refused when it asks to publish, and nothing is kept', async () => {
    const id = hub.deps.newId()
    const answer = await begin({ id, publish: true })
    expect(answer.status).toBe(422)
    expect(answer.json.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '#/fields/contract',
    ])
    expect((await editor.get(`/entries/${id}`)).status).toBe(404)
  })

  test('may send twice, and is told when it sends the whole under the id of an unfinished draft', async () => {
    const id = hub.deps.newId()
    const [one, two] = await Promise.all([begin({ id }), begin({ id })])
    expect([one.status, two.status]).toEqual([201, 201])
    expect(two.json).toEqual(one.json)
    expect((await editor.send('POST', '/entries', job({ id }))).status).toBe(409)
    expect((await editor.get(`/entries/${id}`)).json).toEqual(one.json)
  })

  test('may not send what is wrong, whatever else is missing', async () => {
    const answer = await begin({ title: '', fields: { hours: 'a lot' } })
    expect(answer.json.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '#/title',
      '#/fields/hours',
    ])
  })

  test('takes nothing away from what is published', async () => {
    const { json } = await editor.send('POST', '/entries', job())
    const answer = await editor.send('PATCH', `/entries/${json.id}`, { fields: { contract: null } })
    expect(answer.status).toBe(422)
    expect(answer.json.errors[0].pointer).toBe('#/fields/contract')
    expect((await editor.get(`/entries/${json.id}`)).json).toEqual(json)
  })
})

describe('somebody else’s unfinished draft', () => {
  test('is not there for a stranger, and not a contributor’s to publish', async () => {
    const { envelope } = await begun(hub.deps, contributor.viewer, 'event', { title: 'Sans date' })
    const stranger = await hub.enter('contributor', 'write')
    expect((await stranger.get(`/entries/${envelope.id}`)).status).toBe(404)
    expect((await stranger.send('POST', `/entries/${envelope.id}/publication`)).status).toBe(404)
    expect((await contributor.send('POST', `/entries/${envelope.id}/publication`)).status).toBe(403)
    expect((await editor.send('POST', `/entries/${envelope.id}/publication`)).status).toBe(422)
  })
})

test('the description tells what a draft may lack', async () => {
  const { json } = await hub.visitor.get('/openapi.json')
  expect(json.components.schemas.Entry.properties.missing).toMatchObject({ type: 'array' })
  expect(json.paths['/entries'].post.description).toContain('`missing`')
  expect(json.paths['/entries/{id}/publication'].post.responses).toHaveProperty('422')
})
