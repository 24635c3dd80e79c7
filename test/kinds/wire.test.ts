import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Kind, WireObject } from '../../server/kinds/kind.ts'
import { locales, type Locale } from '../../views/language.tsx'
import { envelopeOf } from '../support/entries.ts'
import { elementsOf } from '../support/form.ts'
import { eachKind } from './schema.ts'

const kept = new Set(['p', 'strong', 'ul', 'li', 'a', 'br'])
const unknownElement = /<(?!\/?(p|strong|ul|li|a|br)\b)/

/** As another hub gets it: through JSON, with what the federation adds for hubs. */
const asReceived = (kind: Kind, object: WireObject) =>
  z
    .record(z.string(), z.unknown())
    .parse(
      JSON.parse(JSON.stringify({ ...object, maillonItem: { v: 1, kind: kind.name, fields: kind.sample } })),
    )

describe.each(eachKind)('%s on the wire', (_, kind) => {
  const object = (locale: Locale = 'fr') => kind.toObject(envelopeOf(kind), kind.sample, locale)

  test('survives the way to another hub', () => {
    expect(kind.fields.parse(kind.fromObject(asReceived(kind, object())))).toEqual(kind.sample)
  })

  test('keeps only its envelope when the version or the fields are not known', () => {
    const items = [{ v: 2, kind: kind.name, fields: kind.sample }, { v: 1, kind: kind.name }, 'x', null, []]
    for (const maillonItem of items)
      expect(kind.fields.safeParse(kind.fromObject({ ...object(), maillonItem })).success).toBe(false)
  })

  test('has neither name nor summary as a Note, and a name as anything else', () => {
    const { type, name, summary } = object()
    if (type === 'Note') expect({ name, summary }).toEqual({ name: undefined, summary: undefined })
    else expect(name).toBe(envelopeOf(kind).title)
  })

  test.each(locales)(
    'says everything in %s with p, strong, ul, li, a and br, and stays under 8 KB',
    (locale) => {
      const long = `<h2>Titre</h2><p>${'Une phrase assez longue, avec des accents é è à. '.repeat(2000)}</p>`
      for (const html of ['', envelopeOf(kind).html, long, '<table><tr><td>1</td><td>2</td></tr></table>']) {
        const entry = envelopeOf(kind, { html, summary: 'é'.repeat(500), title: '<i>&'.repeat(37) })
        const { content } = kind.toObject(entry, kind.sample, locale)
        expect(elementsOf(content).filter(({ tag }) => !kept.has(tag))).toEqual([])
        expect(Buffer.byteLength(content)).toBeLessThanOrEqual(8000)
        expect(content).toMatch(/<p><a href="https:\/\/hub\.example\/[a-z]+\/exemple">[^<]+<\/a><\/p>$/)
      }
    },
  )

  test('begins with its title, who speaks and where when it has no other title', () => {
    const { type, content } = object()
    const title = `<strong><a href="${envelopeOf(kind).url}">Réparer, partager &amp; recommencer</a></strong>`
    const opening = `<p>${title}<br>Les Ateliers du fleuve — Gennevilliers (92)</p>`
    expect(content.startsWith(opening)).toBe(type === 'Note')
    const bare = kind.toObject(envelopeOf(kind, { speaker: null, placeLabel: null }), kind.sample, 'fr')
    expect(bare.content.startsWith(`<p>${title}</p>`)).toBe(type === 'Note')
  })

  test('leads to its page before it leads anywhere else, as a Note: Mastodon previews the first link', () => {
    const html = '<p><a href="https://ailleurs.example/">Ailleurs</a></p>'
    const { type, content } = kind.toObject(envelopeOf(kind, { html }), kind.sample, 'fr')
    const [, first] = /<a href="([^"]*)"/.exec(content) ?? []
    if (type === 'Note') expect(first).toBe(envelopeOf(kind).url)
  })

  test('says in the title of a Note that it is closed', () => {
    const { type, content } = kind.toObject(envelopeOf(kind, { state: 'closed' }), kind.sample, 'fr')
    expect(content.includes(`>[${kind.texts.fr.closed}] Réparer`)).toBe(type === 'Note')
  })

  test('speaks the language of the entry', () => {
    expect(object('en').content).not.toBe(object('fr').content)
  })

  test('is the same each time, and is plain JSON', () => {
    expect(object()).toEqual(object())
    expect(JSON.parse(JSON.stringify(object()))).toEqual(object())
  })

  test('takes anything from outside without falling', () => {
    const anything = fc.anything({ withNullPrototype: true })
    const known = 'type url location startTime endTime timezone maillonItem ical:status attachment'.split(' ')
    const hostile = fc.dictionary(fc.oneof(fc.constantFrom(...known), fc.string()), anything)
    const changed = fc.dictionary(fc.constantFrom(...Object.keys(kind.sample)), anything, { maxKeys: 3 })
    fc.assert(
      fc.property(hostile, fc.option(changed, { nil: null }), (object, changes) => {
        const fields = { ...kind.sample, ...changes }
        const given =
          changes === null ? object : { ...object, maillonItem: { v: 1, kind: kind.name, fields } }
        const parsed = kind.fields.safeParse(kind.fromObject(given))
        if (!parsed.success) return
        expect(kind.toObject(envelopeOf(kind), parsed.data, 'fr').content).not.toMatch(unknownElement)
        kind.derive(parsed.data)
        kind.facts(parsed.data, 'fr')
        kind.when?.(envelopeOf(kind), parsed.data)
        kind.toSchema?.(envelopeOf(kind), parsed.data, { origin: 'https://hub.example', name: 'Hub' })
      }),
    )
  })
})
