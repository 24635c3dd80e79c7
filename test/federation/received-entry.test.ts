import { describe, expect, test } from 'vitest'
import { normalise } from '../../server/federation/normalise.ts'
import { receivedEntry } from '../../server/federation/received-entry.ts'
import { sample } from '../../server/kinds/job/fields.ts'
import { apexOver } from './fixtures.ts'

const noon = Date.parse('2026-11-23T12:00:00Z')
const item = { v: 1, kind: 'job', title: 'Un poste', summary: 'En bref', language: 'fr', fields: sample }

async function received(maillonItem: unknown, object: Record<string, unknown> = {}) {
  const document = {
    '@context': 'https://www.w3.org/ns/activitystreams',
    id: 'https://ailleurs.example/ap/objects/1',
    type: 'Note',
    attributedTo: 'https://ailleurs.example/ap/actors/emplois',
    url: 'https://ailleurs.example/emplois/un-poste',
    content: '<p>Un poste</p>',
    maillonItem,
    ...object,
  }
  const read = await normalise(document, apexOver([]))
  if (read?.form !== 'object') throw new Error('This is no object.')
  return receivedEntry(read, noon)
}

describe('an entry of another hub', () => {
  test('comes with its fields', async () => {
    expect(await received(item)).toMatchObject({ title: 'Un poste', summary: 'En bref', fields: sample })
  })

  test('says its text once: what its content says around it is not kept', async () => {
    const html = '<p>Venez comme vous êtes.</p>'
    const content = `<p><strong>Un poste</strong></p>${html}<p><a href="https://ailleurs.example/">Voir</a></p>`
    expect(await received({ ...item, text: html }, { content })).toMatchObject({ html })
    expect(await received({ ...item, text: '' }, { content })).toMatchObject({ html: '' })
    expect(await received(item, { content })).toMatchObject({ html: content })
  })

  test('keeps its tags as they were typed, not as hashtags run together', async () => {
    const tag = [{ type: 'Hashtag', name: '#ÉconomieCirculaire', href: 'https://ailleurs.example/t' }]
    expect(await received({ ...item, tags: ['économie circulaire', ''] }, { tag })).toMatchObject({
      tags: ['économie circulaire'],
    })
    expect(await received(item, { tag })).toMatchObject({ tags: ['#ÉconomieCirculaire'] })
  })

  test('of a version to come is kept with its text, without the fields', async () => {
    expect(await received({ ...item, v: 2 })).toMatchObject({ title: 'Un poste', fields: null })
  })

  test('whose fields are wrong is kept with its text', async () => {
    const fields = { ...sample, contract: 'servitude' }
    expect(await received({ ...item, fields })).toMatchObject({ title: 'Un poste', fields: null })
  })

  test('of a kind that is not known here is passed over, whatever its type', async () => {
    expect(await received({ ...item, kind: 'weather' }, { type: 'Article', name: 'Le temps' })).toBeNull()
  })

  test.each([{ v: 0 }, { v: '1' }, { v: 1.5 }, { title: '' }, { title: 7 }])(
    'whose item is not well made (%j) is none: a Note without a title is nothing of ours',
    async (wrong) => {
      expect(await received({ ...item, ...wrong })).toBeNull()
    },
  )

  test('loses a value that is not well made, and that value alone', async () => {
    const odd = { place: { code: '../..', label: 'Ici' }, licence: 7, organisation: 'Nous', closed: 'oui' }
    expect(await received({ ...item, ...odd })).toMatchObject({
      title: 'Un poste',
      placeCode: null,
      licence: null,
      organisationName: null,
      state: 'published',
      fields: sample,
    })
  })

  test('keeps the signs of its title, which is no HTML', async () => {
    const title = 'Salles < 40 m² & plus : « à <plusieurs> »'
    expect((await received({ ...item, title }))?.title).toBe(title)
  })

  test('says no date to come', async () => {
    const entry = await received(item, { published: '2030-01-01T00:00:00Z', updated: '2031-01-01T00:00:00Z' })
    expect(entry).toMatchObject({ publishedAt: noon, updatedAt: noon })
  })
})
