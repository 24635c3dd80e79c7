import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kinds } from '../../server/kinds/index.ts'
import type { Facet } from '../../server/kinds/kind.ts'
import { formIn } from '../web/pages.ts'
import { openAlerts, rows, visitor, zoe, type Place } from './place.ts'

let pages: Place
beforeAll(async () => {
  pages = await openAlerts()
})
afterAll(() => pages.close())

/** A value that this facet takes. */
const meant = (facet: Facet): string =>
  'options' in facet
    ? (facet.options?.('fr')[0]?.value ?? '')
    : (['77', '92', 'bois'].find((text) => facet.matches(text) !== null) ?? '')

/** Everything that a list can be asked for at once, in the words of its address. */
const everything = (facets: readonly Facet[]): URLSearchParams =>
  new URLSearchParams([
    ...Object.entries({ q: 'un « bois » & co', tag: 'reemploi', place: '92036', org: 'abc', origin: 'hub' }),
    ...facets.map((facet): [string, string] => [facet.name, meant(facet)]),
  ])

const sorted = (asked: URLSearchParams): [string, string][] =>
  [...asked].filter(([name]) => name !== 'kind').toSorted(([a], [b]) => a.localeCompare(b))

describe.each(kinds.map((kind) => [kind.name, kind] as const))(
  'each filter of the list of %s',
  (_name, kind) => {
    const asked = everything(kind.facets ?? [])

    test('is in the address of its feed, and the feed is of the same list', async () => {
      const list = await visitor(pages).get(`${kind.path}?${asked}`)
      const [, href = ''] = /<a href="([^"]*\.atom[^"]*)"/.exec(list.text) ?? []
      const url = new URL(href.replaceAll('&amp;', '&'), 'https://hub.example')
      expect([url.pathname, sorted(url.searchParams)]).toEqual([`${kind.path}.atom`, sorted(asked)])
      const feed = await visitor(pages).get(url.pathname + url.search)
      expect(feed.status).toBe(200)
      const [, self = ''] = /<link rel="self"[^>]*href="([^"]*)"/.exec(feed.text) ?? []
      const own = new URL(self.replaceAll(/&(?:amp|#38|#x26);/gi, '&'))
      expect(sorted(own.searchParams)).toEqual(sorted(asked))
    })

    test('is in the alert that is made from it', async () => {
      const list = await visitor(pages).get(`${kind.path}?${asked}`)
      const [, href = ''] = /href="(\/alertes\/nouvelle[^"]*)"/.exec(list.text) ?? []
      const browser = visitor(pages)
      const form = await browser.get(href.replaceAll('&amp;', '&'))
      const email = `${kind.name}.${zoe}`
      const answer = await browser.post('/alertes/nouvelle', { ...formIn(form, '/alertes/nouvelle'), email })
      expect(answer.status).toBe(303)
      const alert = (await rows(pages)).find((row) => row.email === email)
      expect([alert?.kind, sorted(new URLSearchParams(alert?.query))]).toEqual([kind.name, sorted(asked)])
    })
  },
)
