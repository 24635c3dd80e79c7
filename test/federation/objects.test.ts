import { describe, expect, test } from 'vitest'
import type { LocalActor } from '../../server/federation/local-actors.ts'
import { normalise } from '../../server/federation/normalise.ts'
import { entryObject } from '../../server/federation/objects.ts'
import { receivedEntry } from '../../server/federation/received-entry.ts'
import { toWire } from '../../server/federation/vocabulary.ts'
import type { KindName } from '../../server/kinds/index.ts'
import { envelopeOf } from '../support/entries.ts'
import { known } from '../support/publish.ts'
import { apexOver } from './fixtures.ts'

const author = { id: '/ap/actors/hub' } as LocalActor
const picture = { id: 'p1', alt: 'Un établi', width: 800, height: 600 }
const hub = { origin: 'https://hub.example' } as Parameters<typeof entryObject>[0]['hub']

function wired(name: KindName, change: Parameters<typeof envelopeOf>[1] = { picture }) {
  const kind = known(name)
  const entry = { envelope: envelopeOf(kind, change), kind, fields: kind.sample, unfinished: null }
  return toWire(entryObject({ hub }, entry, { author, group: null, announcers: [] }))
}

describe('an event, for Mobilizon and Mastodon', () => {
  test('is by its `actor`, and its picture is a Document named Banner that says in `summary` what is on it', () => {
    const event = wired('event')
    expect(event).toMatchObject({
      actor: 'https://hub.example/ap/actors/hub',
      attributedTo: 'https://hub.example/ap/actors/hub',
    })
    expect(event['attachment']).toEqual([
      expect.objectContaining({ type: 'Link', name: 'Website' }),
      {
        type: 'Document',
        name: 'Banner',
        summary: 'Un établi',
        mediaType: 'image/webp',
        url: 'https://hub.example/media/p1.webp',
        width: 800,
        height: 600,
      },
    ])
  })

  test.each([
    [picture, 'Un établi'],
    [{ ...picture, alt: '' }, ''],
  ])('keeps the words for its picture on another hub', async (shown, alt) => {
    const read = await normalise(wired('event', { picture: shown }), apexOver([]))
    if (read?.form !== 'object' || read.id === null) throw new Error('This is no object.')
    expect(receivedEntry({ ...read, id: read.id }, Date.now())?.picture).toEqual({
      sourceUrl: 'https://hub.example/media/p1.webp',
      alt,
    })
  })
})

describe('an article (FEP-b2b8)', () => {
  test('has a picture of its own, and a short text for those who show nothing longer', () => {
    const article = wired('news')
    expect(article).toMatchObject({
      actor: 'https://hub.example/ap/actors/hub',
      image: { type: 'Image', url: 'https://hub.example/media/p1.webp', name: 'Un établi' },
      attachment: [{ type: 'Image', name: 'Un établi', summary: 'Un établi' }],
      preview: { type: 'Note' },
    })
    const { content } = article['preview'] as { content: string }
    expect(content).toMatch(/^<p><strong><a href="[^"]+">Réparer, partager &amp; recommencer<\/a><\/strong>/)
    expect(content).toContain('<p>Un atelier ouvert à toutes et à tous.</p>')
    expect(content).toContain('href="https://hub.example/actualites/exemple"')
    expect(content).not.toContain('tout</strong> se répare')
    expect(wired('news', { picture: null })).not.toHaveProperty('image')
  })
})

test('everything may be liked, answered, boosted and quoted at once, as GoToSocial 0.20 and Mastodon 4.5 read it', () => {
  const all = { automaticApproval: ['https://www.w3.org/ns/activitystreams#Public'] }
  for (const name of ['job', 'resource', 'news', 'event'] as const)
    expect(wired(name)['interactionPolicy']).toEqual({
      ...{ canLike: all, canReply: all, canAnnounce: all, canQuote: all },
    })
})

test('a Note has neither actor nor preview', () => {
  for (const name of ['job', 'resource'] as const) {
    expect(wired(name)).not.toHaveProperty('actor')
    expect(wired(name)).not.toHaveProperty('preview')
  }
})
