import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storePicture } from '../../server/media/pictures.ts'
import { photograph } from '../media/images.ts'
import { drafted, published } from '../support/publish.ts'
import { openApi, type ApiHub, type Member } from './hub.ts'
import { eventsOf, job } from './job.ts'

let hub: ApiHub
let editor: Member
let other: Member

beforeAll(async () => {
  hub = await openApi()
  editor = await hub.enter('editor', 'write')
  other = await hub.enter('editor', 'write')
})
afterAll(() => hub.close())

const photo = async () => new File([new Uint8Array(await photograph(60, 60))], 'a.jpg')

describe('changing an entry', () => {
  test('keeps what was not sent, and tells the followers', async () => {
    const { json } = await editor.send('POST', '/entries', job())
    const answer = await editor.send('PATCH', `/entries/${json.id}`, {
      title: 'Cheffe d’équipe',
      tags: ['bois'],
      fields: { positions: 5, months: null },
    })
    expect(answer.status).toBe(200)
    expect(answer.json).toMatchObject({
      ...json,
      html: json.html,
      title: 'Cheffe d’équipe',
      tags: ['bois'],
      revision: 3,
      fields: { ...json.fields, positions: 5, months: null },
    })
    expect(await eventsOf(hub, json.id)).toEqual(['entry.published', 'entry.revised'])
    const patch = { 'content-type': 'application/merge-patch+json' }
    expect(
      (await editor.send('PATCH', `/entries/${json.id}`, { licence: null }, patch)).json.licence,
    ).toBeNull()
  })

  test('takes back what reading gave: an entry sent as it was read changes nothing', async () => {
    const { json } = await editor.send('POST', '/entries', job())
    const answer = await editor.send('PATCH', `/entries/${json.id}`, json)
    expect(answer.json).toEqual({ ...json, revision: 3 })
  })

  test('goes on in the name of an organisation that has gone, and takes no new one that has', async () => {
    const organisation = await published(hub.deps, editor.viewer, 'organisation', { title: 'Les Ateliers' })
    const { id } = organisation.envelope
    const { json } = await editor.send('POST', '/entries', job({ organisation: id }))
    expect((await editor.send('DELETE', `/entries/${id}`)).status).toBe(204)
    const answer = await editor.send('PATCH', `/entries/${json.id}`, { title: 'Encore là' })
    expect([answer.status, answer.json.title]).toEqual([200, 'Encore là'])
    const fresh = await editor.send('POST', '/entries', job({ organisation: id }))
    expect([fresh.status, fresh.json.errors?.[0].pointer]).toEqual([422, '#/organisation'])
  })

  test('is refused when somebody changed it since it was read', async () => {
    const { json, headers } = await editor.send('POST', '/entries', job())
    const read = { 'if-match': headers.get('etag') ?? '' }
    expect((await other.send('PATCH', `/entries/${json.id}`, { title: 'Le premier' }, read)).status).toBe(200)
    expect((await editor.send('PATCH', `/entries/${json.id}`, { title: 'Le second' }, read)).status).toBe(409)
    expect(
      (await editor.send('PATCH', `/entries/${json.id}`, { title: 'Le second', revision: 1 })).status,
    ).toBe(409)
    expect((await hub.visitor.get(`/entries/${json.id}`)).json.title).toBe('Le premier')
  })

  test('leaves no picture without its description, by whichever door', async () => {
    const { json } = await editor.send('POST', '/entries', job())
    const stored = await storePicture(hub.deps, await photo(), editor.viewer.id)
    if ('code' in stored) throw new Error(stored.code)
    await hub.deps.db.write([
      {
        sql: "UPDATE entries SET image_id = ?, image_alt = 'Un chêne' WHERE id = ?",
        args: [stored.id, json.id],
      },
    ])
    for (const imageAlt of ['', '  ', null]) {
      const answer = await editor.send('PATCH', `/entries/${json.id}`, { imageAlt })
      expect(answer.status).toBe(422)
      expect(answer.json.errors).toMatchObject([{ pointer: '#/imageAlt' }])
    }
    expect((await editor.send('PATCH', `/entries/${json.id}`, { title: 'Autre titre' })).status).toBe(200)
    expect(
      (await editor.send('PATCH', `/entries/${json.id}`, { imageAlt: 'Un hêtre' })).json.picture.alt,
    ).toBe('Un hêtre')
    const other = await editor.send('POST', '/entries', job())
    expect((await editor.send('PATCH', `/entries/${other.json.id}`, { imageAlt: '' })).status).toBe(200)
  })

  test('that would leave it wrong changes nothing', async () => {
    const { json } = await editor.send('POST', '/entries', job())
    const answer = await editor.send('PATCH', `/entries/${json.id}`, { fields: { contract: null } })
    expect(answer.status).toBe(422)
    expect(answer.json.errors[0].pointer).toBe('#/fields/contract')
    expect((await hub.visitor.get(`/entries/${json.id}`)).json).toEqual(json)
  })
})

describe('its publication', () => {
  test('ends by closing it, and begins again', async () => {
    const { json } = await editor.send('POST', '/entries', job({ title: 'Pourvu' }))
    const closed = await editor.send('DELETE', `/entries/${json.id}/publication`)
    expect(closed.json).toMatchObject({ state: 'closed', closedAt: expect.any(String) })
    expect((await hub.visitor.get(`/entries/${json.id}`)).json.state).toBe('closed')
    expect(JSON.stringify((await hub.visitor.get('/search?q=pourvu')).json)).not.toContain(json.id)
    expect(JSON.stringify((await hub.visitor.get('/search?q=pourvu&past=1')).json)).toContain(json.id)
    const again = await editor.send('POST', `/entries/${json.id}/publication`)
    expect(again.json).toMatchObject({ state: 'published', closedAt: null, url: json.url })
  })

  test('of a draft cannot end', async () => {
    const { json } = await editor.send('POST', '/entries', job({ publish: false }))
    expect((await editor.send('DELETE', `/entries/${json.id}/publication`)).status).toBe(409)
  })
})

test('a deleted entry is gone for everybody, also for who sends it again', async () => {
  const { json } = await editor.send('POST', '/entries', job())
  expect((await editor.send('DELETE', `/entries/${json.id}`)).status).toBe(204)
  expect((await hub.visitor.get(`/entries/${json.id}`)).status).toBe(410)
  expect((await editor.send('DELETE', `/entries/${json.id}`)).status).toBe(410)
  expect((await editor.send('POST', '/entries', job({ id: json.id }))).status).toBe(410)
  expect(await eventsOf(hub, json.id)).toEqual(['entry.published', 'entry.withdrawn'])
})

test('a deleted draft was never there', async () => {
  const { envelope } = await drafted(hub.deps, editor.viewer, 'job')
  expect((await editor.send('DELETE', `/entries/${envelope.id}`)).status).toBe(204)
  expect((await hub.visitor.get(`/entries/${envelope.id}`)).status).toBe(404)
})
