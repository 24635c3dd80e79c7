import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderFeed } from '../../server/feeds/index.ts'
import { known } from '../support/publish.ts'
import { openLists, trap, type Lists } from './lists.ts'

let t: Lists
beforeAll(async () => {
  t = await openLists()
})
afterAll(() => t.deps.close())

describe('the Atom feed of a list', () => {
  test('is read back whole by another program', async () => {
    const answer = await t.feed('atom')
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const read = parseAtomFeed(await answer.text())
    expect(read).toMatchObject({
      id: 'https://hub.example/emplois.atom',
      title: { value: 'Offres d’emploi' },
      updated: new Date(t.job.envelope.updatedAt).toISOString(),
      authors: [{ name: 'Le hub d’essai', uri: 'https://hub.example' }],
    })
    expect(read.links).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ rel: 'self', href: 'https://hub.example/emplois.atom' }),
        expect.objectContaining({ rel: 'alternate', href: 'https://hub.example/emplois', type: 'text/html' }),
      ]),
    )
    const entry = read.entries?.find(({ id }) => id === t.job.envelope.apId)
    expect(entry).toMatchObject({
      title: { value: 'Chef·fe de chantier' },
      summary: { value: 'Encadrer une équipe' },
      rights: { value: 'CC-BY-4.0' },
      updated: new Date(t.job.envelope.updatedAt).toISOString(),
      published: new Date(t.job.envelope.publishedAt ?? 0).toISOString(),
    })
    expect(entry?.links?.find(({ type }) => type === 'text/html')?.href).toBe(t.job.envelope.url)
    expect(entry?.links?.find(({ type }) => type === 'application/activity+json')?.href).toBe(
      t.job.envelope.apId,
    )
    expect(entry?.categories?.map(({ term }) => term).toSorted()).toEqual([
      'economiecirculaire',
      'insertion',
      'job',
    ])
  })

  test('holds the text with links that lead somewhere from anywhere, and what the kind knows', async () => {
    const read = parseAtomFeed(await (await t.feed('atom')).text())
    const content = String(read.entries?.find(({ id }) => id === t.job.envelope.apId)?.content?.value)
    expect(content).toContain('<a href="https://hub.example/ressources?tag=bois&amp;page=2"')
    expect(content).toContain('<strong>venir</strong>')
    expect(content).toContain('Encadrement technique d’insertion')
  })

  test('carries a title made to break it as the words that were typed', async () => {
    const text = await (await t.feed('atom')).text()
    expect(text).not.toContain('<script')
    expect(parseAtomFeed(text).entries?.map(({ title }) => title?.value)).toContain(trap)
  })

  test('leaves out characters that XML cannot hold', async () => {
    const kind = known('news')
    const odd = { ...t.job, envelope: { ...t.job.envelope, title: 'a\u0001b\ud800c\uffffd' } }
    const answer = await renderFeed(t.deps, 'atom', {
      kind,
      entries: [odd],
      url: 'https://hub.example/actualites.atom',
    })
    expect(parseAtomFeed(await answer.text()).entries?.[0]?.title?.value).toBe('ab\ufffdcd')
  })
})

describe('the JSON Feed of a list', () => {
  test('is read back by another program, with our own words in _maillon', async () => {
    const answer = await t.feed('json')
    expect(answer.headers.get('content-type')).toBe('application/feed+json; charset=utf-8')
    const text = await answer.text()
    const read = parseJsonFeed(text)
    expect(read).toMatchObject({
      title: 'Offres d’emploi',
      feed_url: 'https://hub.example/emplois.json',
      language: 'fr',
    })
    const item = read.items?.find(({ id }) => id === t.job.envelope.apId)
    expect(item).toMatchObject({
      url: t.job.envelope.url,
      title: 'Chef·fe de chantier',
      tags: ['Économie circulaire', 'Insertion'],
    })
    const raw = JSON.parse(text).items.find(({ id }: { id: string }) => id === t.job.envelope.apId)
    expect(raw._maillon).toMatchObject({
      kind: 'job',
      state: 'published',
      licence: 'CC-BY-4.0',
      place: { code: '92036', label: 'Gennevilliers (92)' },
      fields: { contract: 'cdd', insertion: true, payMax: 2300.5 },
    })
  })
})
