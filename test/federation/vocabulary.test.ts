import { expect, test } from 'vitest'
import { contextFor, isOurContext } from '../../server/federation/vocabulary/context.ts'
import { ContextBudget, meaningOf } from '../../server/federation/contexts/meaning.ts'
import { PUBLIC, toWire } from '../../server/federation/vocabulary.ts'

const AS2 = 'https://www.w3.org/ns/activitystreams'

test('a published object › has lists for every list a receiver reads unseen, even of none or one', () => {
  const wire = toWire({
    type: ['Note'],
    id: 'https://hub.example/ap/objects/1',
    attributedTo: 'https://hub.example/ap/actors/emplois',
    to: 'as:Public',
    tag: { type: 'Hashtag', name: '#Emploi', href: 'https://hub.example/emploi' },
  })
  expect(wire).toMatchObject({ type: 'Note', to: [PUBLIC], cc: [], attachment: [] })
  expect(wire['tag']).toEqual([{ type: 'Hashtag', name: '#Emploi', href: 'https://hub.example/emploi' }])
})

test('keys › come in one order, whatever order they were given in', () => {
  const node = {
    content: 'x',
    cc: [],
    attributedTo: 'https://a.example',
    type: 'Note',
    to: [],
    id: 'https://a.example/1',
  }
  const keys = Object.keys(toWire(node))
  expect(keys.slice(0, 6)).toEqual(['@context', 'id', 'type', 'attributedTo', 'to', 'cc'])
  expect(JSON.stringify(toWire(node))).toBe(JSON.stringify(toWire(toWire(node))))
})

test('the context › names ActivityStreams first, as a string', () => {
  expect(toWire({ type: 'Follow', id: 'https://a.example/1' })['@context']).toEqual([AS2])
  expect(toWire({ type: 'Note', id: 'https://a.example/1', sensitive: true })['@context']).toEqual([
    AS2,
    expect.objectContaining({ sensitive: 'as:sensitive' }),
  ])
})

test('an actor › has one key object, its terms and no list of keys', () => {
  const publicKey = { id: 'https://a.example#main-key', owner: 'https://a.example', publicKeyPem: 'PEM' }
  const actor = toWire({
    type: 'Organization',
    id: 'https://a.example',
    publicKey: [publicKey],
    discoverable: true,
    alsoKnownAs: 'https://b.example',
  })
  expect(actor).toMatchObject({ publicKey, alsoKnownAs: ['https://b.example'], tag: [], attachment: [] })
  expect(actor).not.toHaveProperty('to')
  expect(actor['@context']).toEqual([
    AS2,
    'https://w3id.org/security/v1',
    expect.objectContaining({ discoverable: 'toot:discoverable', toot: 'http://joinmastodon.org/ns#' }),
  ])
})

test('typed data of the hub › goes out untouched and undeclared', () => {
  const maillonItem = { v: 1, kind: 'tender', lots: [{ to: 'as:Public', type: ['x'] }], none: null }
  const wire = toWire({ type: 'Note', id: 'https://a.example/1', sensitive: false, maillonItem })
  expect(wire['maillonItem']).toBe(maillonItem)
  expect(JSON.stringify(wire['@context'])).not.toContain('maillon')
})

test('private keys and empty values › never leave', () => {
  const wire = toWire({
    type: 'Create',
    id: 'https://a.example/1',
    _meta: { privateKey: 'PRIVATE' },
    bto: ['https://b.example'],
    bcc: ['https://b.example'],
    object: {
      type: 'Note',
      id: 'https://a.example/2',
      summary: null,
      name: undefined,
      _local: 1,
      bcc: ['x'],
    },
  })
  expect(JSON.stringify(wire)).not.toMatch(/PRIVATE|bto|bcc|_local|summary|name/)
})

test('the word Public › is an address only among recipients', () => {
  const wire = toWire({ type: 'Note', id: 'https://a.example/1', name: 'Public', cc: ['Public'] })
  expect(wire).toMatchObject({ name: 'Public', cc: [PUBLIC] })
})

test('what another signed › keeps its bytes even if its context is like ours', () => {
  const signed = { '@context': [AS2], type: ['Note'], proof: { type: 'DataIntegrityProof' }, to: 'as:Public' }
  expect(toWire({ type: 'Announce', id: 'https://a.example/1', object: signed })['object']).toEqual(signed)
})

test('every context that we send › is read back without JSON-LD, and known as ours', () => {
  const names = ['publicKey', 'Hashtag', 'PostalAddress', 'QuoteAuthorization', 'Multikey']
  for (let choice = 0; choice < 2 ** names.length; choice++) {
    const context = contextFor(new Set(names.filter((_, at) => (choice >> at) % 2 === 1)))
    expect(meaningOf(context, new ContextBudget())).toBe('plain')
    expect(isOurContext(context)).toBe(true)
  }
  expect(isOurContext([AS2, { sensitive: 'as:sensitive' }])).toBe(false)
})
