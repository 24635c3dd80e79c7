import { expect, test } from 'vitest'
import { normalise } from '../../server/federation/normalise.ts'
import { PUBLIC } from '../../server/federation/vocabulary.ts'
import { apexOver, fixture } from './fixtures.ts'

const apex = apexOver([])
const AS2 = 'https://www.w3.org/ns/activitystreams'

/** As an activity, an object or whatever it is: the fixture of one software, normalised. */
async function read(name: string) {
  const node = await normalise(fixture(name), apex)
  if (node === null) throw new TypeError(`${name} was refused`)
  return node
}

async function readActivity(name: string) {
  const node = await read(name)
  if (node.form !== 'activity') throw new TypeError(`${name} is no activity`)
  return node
}

async function readObjectOf(name: string) {
  const { object } = await readActivity(name)
  if (object?.form !== 'object') throw new TypeError(`${name} holds no object`)
  return object
}

test('a reply from Mastodon › is read whole', async () => {
  expect(await readObjectOf('mastodon-create-note')).toMatchObject({
    id: 'https://masto.example/users/amel/statuses/1140',
    type: 'Note',
    attributedTo: ['https://masto.example/users/amel'],
    inReplyTo: 'https://hub.example/ap/objects/01',
    context: 'https://masto.example/contexts/9-1140',
    to: [PUBLIC],
    cc: ['https://masto.example/users/amel/followers', 'https://hub.example/ap/actors/emplois'],
    language: 'fr',
    published: '2026-11-20T09:12:44.000Z',
    summary: null,
    sensitive: false,
    url: 'https://masto.example/@amel/1140',
    replies: 'https://masto.example/users/amel/statuses/1140/replies',
    tags: [
      { type: 'Mention', name: '@emplois@hub.example', href: 'https://hub.example/ap/actors/emplois' },
      { type: 'Hashtag', name: '#emploi', href: 'https://masto.example/tags/emploi' },
      { type: 'Emoji', name: ':blob:', href: null },
    ],
    attachments: [
      {
        type: 'Document',
        url: 'https://files.masto.example/a/1.jpg',
        mediaType: 'image/jpeg',
        name: 'L’atelier vu de la rue',
        width: 1200,
        height: 800,
        blurhash: 'UBL_:rOpGG-oBUNG,qRj2so|=eE1w^n4S5NH',
      },
    ],
    maillonItem: null,
  })
})

test('single values where lists are usual, and as:Public › are read from GoToSocial', async () => {
  const note = await readObjectOf('gotosocial-create-note')
  expect(note).toMatchObject({ to: [PUBLIC], published: '2026-11-20T09:31:02.000Z' })
  expect(note.tags).toEqual([
    { type: 'Mention', name: '@ressources@hub.example', href: 'https://hub.example/ap/actors/ressources' },
  ])
})

test('an actor › comes with keys, boxes, fields and consents', async () => {
  const { object } = await readActivity('mastodon-update-person')
  expect(object).toMatchObject({
    form: 'actor',
    type: 'Person',
    preferredUsername: 'amel',
    inbox: 'https://masto.example/users/amel/inbox',
    sharedInbox: 'https://masto.example/inbox',
    featured: 'https://masto.example/users/amel/collections/featured',
    publicKeys: [
      {
        id: 'https://masto.example/users/amel#main-key',
        owner: 'https://masto.example/users/amel',
        publicKeyPem: expect.stringContaining('BEGIN PUBLIC KEY'),
      },
    ],
    fields: [{ name: 'Site', value: expect.stringContaining('blog.example') }],
    alsoKnownAs: ['https://old.example/users/amel'],
    discoverable: true,
    indexable: false,
  })
})

test('the page for people › is found among the files of a video', async () => {
  expect(await read('peertube-video')).toMatchObject({
    url: 'https://peertube.example/w/c1',
    attributedTo: ['https://peertube.example/accounts/lea', 'https://peertube.example/video-channels/ess'],
  })
})

test('an activity within an activity › is read to its end', async () => {
  const announce = await readActivity('lemmy-announce-create')
  expect(announce).toMatchObject({
    type: 'Announce',
    actor: 'https://lemmy.example/c/ess',
    object: {
      form: 'activity',
      type: 'Create',
      actor: 'https://lemmy.example/u/sam',
      audience: ['https://lemmy.example/c/ess'],
      object: { form: 'object', type: 'Page', name: 'Un annuaire des SCOP' },
    },
  })
  expect(announce.object?.raw).toBe(announce.raw['object'])
})

test('a place and its hours › are read from an event of Mobilizon', async () => {
  expect(await readObjectOf('mobilizon-create-event')).toMatchObject({
    type: 'Event',
    startTime: '2026-11-28T08:00:00.000Z',
    timezone: 'Europe/Paris',
    location: {
      name: 'Maison des associations',
      address: '72 rue Royale, 59000, Lille, France',
      latitude: 50.6415,
      longitude: 3.0586,
    },
  })
})

test('a report › names all that it is about', async () => {
  expect((await readActivity('mastodon-flag')).objectIds).toHaveLength(3)
})

test('a quote › is found under each of its names', async () => {
  expect((await readObjectOf('misskey-create-quote')).quote).toBe('https://hub.example/ap/objects/01')
  const request = await readActivity('mastodon-quote-request')
  expect(request).toMatchObject({
    objectId: 'https://hub.example/ap/objects/01',
    instrument: 'https://masto.example/users/amel/statuses/1150',
  })
})

test('a page of an outbox › gives activities, embedded or named', async () => {
  const page = await read('mastodon-outbox-page')
  if (page.form !== 'collection') throw new TypeError('no collection')
  expect(page.items.map((item) => (typeof item === 'string' ? item : item.type))).toEqual([
    'Create',
    'Announce',
  ])
  expect(page.next).toBe('https://masto.example/users/amel/outbox?max_id=9&page=true')
  const featured = await read('mastodon-featured')
  expect(featured).toMatchObject({ totalItems: 1, items: ['https://masto.example/users/amel/statuses/1'] })
})

test('typed data of another hub › is read from the JSON as sent', async () => {
  expect((await readObjectOf('maillon-create-job')).maillonItem).toEqual({
    v: 1,
    kind: 'job',
    title: 'Encadrant·e technique',
    closes: '2026-12-15',
    fields: { contract: 'cdi', hours: 35 },
    organisation: {
      name: 'L’Atelier du Pont',
      actor: 'https://autre-hub.example/ap/actors/atelier-du-pont',
    },
  })
})

test('a text in several languages › has one to show and keeps the others', async () => {
  const document = {
    '@context': AS2,
    id: 'https://a.example/1',
    type: 'Article',
    contentMap: { en: 'Good', FR: 'Bon' },
    nameMap: { 'pt-BR': 'Oi', 'not a tag': 'x' },
  }
  expect(await normalise(document, apex)).toMatchObject({
    content: 'Bon',
    language: 'fr',
    contentMap: { en: 'Good', fr: 'Bon' },
    name: 'Oi',
    nameMap: { 'pt-br': 'Oi' },
  })
})

test('an Undo of a Follow without an id › still says whose it is', async () => {
  const undo = { ...fixture('mastodon-undo-follow') }
  undo['object'] = {
    type: 'Follow',
    actor: 'https://masto.example/users/amel',
    object: 'https://hub.example/ap/actors/emplois',
  }
  expect(await normalise(undo, apex)).toMatchObject({
    objectId: null,
    object: { id: null, type: 'Follow', objectId: 'https://hub.example/ap/actors/emplois' },
  })
})
