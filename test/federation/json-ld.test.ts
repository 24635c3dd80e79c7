import { Socket } from 'node:net'
import { expect, test, vi } from 'vitest'
import { loadContext } from '../../server/federation/contexts/loader.ts'
import { isJsonObject, type JsonObject } from '../../server/federation/json-object.ts'
import { normalise, throughJsonLd } from '../../server/federation/normalise.ts'
import { cleaned } from '../../server/federation/normalise/cleaning.ts'
import { readNode } from '../../server/federation/normalise/reading.ts'
import { apexOver, fixture, fixtureNames } from './fixtures.ts'

const apex = apexOver([])
const AS2 = 'https://www.w3.org/ns/activitystreams'

async function bothWays(document: JsonObject) {
  const clean = cleaned(document)
  if (clean === null) throw new TypeError('refused')
  const working = await throughJsonLd(clean.document, apex)
  if (working === null) throw new TypeError('not JSON-LD')
  return { plain: readNode(clean.document, document), jsonLd: readNode(working, document) }
}

test.each(fixtureNames)(
  'read as plain JSON and through JSON-LD, a document is the same › %s',
  async (name) => {
    const { plain, jsonLd } = await bothWays(fixture(name))
    expect(plain).not.toBeNull()
    expect(plain).toEqual(jsonLd)
  },
)

test.each(fixtureNames)('reading opens no socket › %s', async (name) => {
  const connect = vi.spyOn(Socket.prototype, 'connect')
  expect(await normalise(fixture(name), apex)).not.toBeNull()
  expect(connect).not.toHaveBeenCalled()
})

const bundled = [
  'https://w3id.org/security/v1',
  'https://w3id.org/security/data-integrity/v1',
  'https://w3id.org/security/data-integrity/v2',
  'https://w3id.org/security/multikey/v1',
  'https://www.w3.org/ns/did/v1',
  'https://www.w3.org/ns/cid/v1',
  'http://joinmastodon.org/ns',
  'https://gotosocial.org/ns',
  'https://join-lemmy.org/context.json',
  'https://purl.archive.org/socialweb/webfinger',
  'https://schema.org/',
]

test.each(bundled)('a bundled context gives no term we read another meaning › %s', async (url) => {
  expect(isJsonObject(Reflect.get((await loadContext(url)).document, '@context'))).toBe(true)
  for (const name of ['mastodon-create-note', 'mastodon-update-person', 'maillon-create-job']) {
    const document = fixture(name)
    const { plain, jsonLd } = await bothWays({ ...document, '@context': [document['@context'], url].flat() })
    expect(plain).toEqual(jsonLd)
    expect(plain).not.toBeNull()
  }
})

test('a context we do not have › adds nothing and is asked of nobody (interop rule 17)', async () => {
  const connect = vi.spyOn(Socket.prototype, 'connect')
  const url = 'http://127.0.0.1:9/evil'
  expect((await loadContext(url)).document).toEqual({ '@context': {} })
  const document = fixture('mastodon-create-note')
  const { raw: _, ...usual } = (await normalise(document, apex)) ?? { raw: null }
  const odd = { ...document, '@context': [url, document['@context'], url].flat() }
  expect(await normalise(odd, apex)).toMatchObject({ ...usual, object: expect.anything() })
  const { plain, jsonLd } = await bothWays(odd)
  expect(plain).toEqual(jsonLd)
  expect(await normalise({ ...document, '@context': url }, apex)).toMatchObject({ type: 'Create' })
  expect(connect).not.toHaveBeenCalled()
})

test('a document without a context › is ActivityStreams', async () => {
  const { '@context': _, ...document } = fixture('mastodon-follow')
  const { plain, jsonLd } = await bothWays(document)
  expect(plain).toMatchObject({ type: 'Follow', objectId: 'https://hub.example/ap/actors/emplois' })
  expect(plain).toEqual(jsonLd)
})

test('typed data under another name › is not read, even when JSON-LD would say that it is the same', async () => {
  const aliased = {
    '@context': [AS2, { thing: { '@id': 'as:object', '@type': '@id' } }],
    id: 'https://evil.example/1',
    type: 'Create',
    actor: 'https://evil.example/a',
    thing: { id: 'https://evil.example/2', type: 'Note', content: 'x', maillonItem: { v: 1 } },
  }
  expect(await normalise(aliased, apex)).toMatchObject({
    objectId: 'https://evil.example/2',
    object: { content: 'x', maillonItem: null },
  })
})

test('a term that means something else in a document › is read as that document means it', async () => {
  const document = {
    '@context': [AS2, { summary: 'https://evil.example/ns#note', texte: 'as:content' }],
    id: 'https://a.example/1',
    type: 'Note',
    summary: 'not a summary',
    texte: 'Bonjour',
  }
  expect(await normalise(document, apex)).toMatchObject({ content: 'Bonjour', summary: null })
})

test('terms spelled in full › are the same terms', async () => {
  const document = {
    '@context': AS2,
    '@id': 'https://a.example/1',
    '@type': 'as:Create',
    'as:actor': { id: 'https://a.example/a' },
    [`${AS2}#object`]: { id: 'https://a.example/2' },
  }
  expect(await normalise(document, apex)).toMatchObject({
    id: 'https://a.example/1',
    type: 'Create',
    actor: 'https://a.example/a',
    objectId: 'https://a.example/2',
  })
})

test('of several types › the first counts', async () => {
  const activity = { ...fixture('mastodon-follow'), type: ['Follow', 'Accept'] }
  expect(await normalise(activity, apex)).toMatchObject({ form: 'activity', type: 'Follow' })
  const { plain, jsonLd } = await bothWays(activity)
  expect(plain).toEqual(jsonLd)
})

test('typed data belongs to the object it was sent with, and to no other', async () => {
  const two = {
    '@context': AS2,
    id: 'https://evil.example/1',
    type: 'Create',
    actor: 'https://evil.example/a',
    'as:object': { id: 'https://evil.example/2', type: 'Note' },
    object: { id: 'https://evil.example/3', type: 'Note', maillonItem: { v: 1 } },
  }
  const activity = await normalise(two, apex)
  expect(activity).toMatchObject({ objectIds: ['https://evil.example/2', 'https://evil.example/3'] })
  expect(activity).toMatchObject({ object: { id: 'https://evil.example/2', maillonItem: null } })
})
