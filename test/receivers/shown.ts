import { describe, expect, test } from 'vitest'
import { locales } from '../../views/language.tsx'
import type { Corpus } from './corpus.ts'
import { receivers } from './index.ts'
import { textOf } from './reading.ts'
import type { Shown } from './receiver.ts'
import { emittedKinds, plainly } from './variants.ts'

const escaped = plainly.title.replace('&', '&amp;')

/** What is a Note, and must be read without a click. */
const notes: ReadonlySet<string> = new Set(['resource', 'job', 'tender'])

/** A Note has no title; Lemmy makes one of its first line. */
const titleOfNote = (name: string): string | null => (name === 'Lemmy' ? escaped : null)

/** What people see of it, server by server. */
export function shownEverywhere(corpus: () => Corpus): void {
  const shown = (name: string, what: string): Shown => {
    const receiver = receivers.find((one) => one.name === name)
    const { document, context } = corpus().objectOf(what)
    if (receiver === undefined) throw new Error(`There is no emulator of ${name}.`)
    return receiver.shows(document, context)
  }
  const page = (what: string): string => textOf(corpus().objectOf(what).document['url'])
  const all = () =>
    corpus()
      .told.filter(({ variant }) => variant.kind !== 'organisation')
      .map(({ variant }) => variant)

  describe.each(receivers.map(({ name }) => name))('a reader on %s', (name) => {
    test('has no job, resource or tender folded away behind a warning', () => {
      const folded = all().filter(({ kind, what }) => notes.has(kind) && shown(name, what).warning !== null)
      expect(folded).toEqual([])
    })

    test('sees what every entry is called, and a way to its page', () => {
      for (const kind of emittedKinds) {
        const { title, text, link, as } = shown(name, `a ${kind}`)
        if (as === 'nothing') continue
        expect(`${link} ${text}`).toContain(page(`a ${kind}`))
        if (name === 'GoToSocial' && kind !== 'job' && kind !== 'resource') continue
        expect([title, text.includes(`>${escaped}</a></strong>`)]).toEqual(
          notes.has(kind) ? [titleOfNote(name), true] : [plainly.title, false],
        )
      }
    })

    test('is told that an offer is no longer open, where the offer is shown', () => {
      for (const what of ['a job that is closed', 'a resource that is closed'])
        if (shown(name, what).as !== 'nothing')
          expect(shown(name, what).text).toMatch(/^<p><strong><a href="[^"]*">\[/)
    })

    test('sees no content that has nothing in it, whatever was left out or however long it is', () => {
      for (const { what } of all()) {
        const { as, title, text } = shown(name, what)
        if (as !== 'nothing') expect(`${title ?? ''}${text}`.length).toBeGreaterThan(20)
      }
    })
  })

  describe('on Mastodon', () => {
    test('a job shows its title, its deadline and its page at once', () => {
      const { text, as, title } = shown('Mastodon', 'a job')
      expect([as, title]).toEqual(['post', null])
      expect(text).toMatch(new RegExp(`^<p><strong><a href="[^"]*">${escaped}</a></strong>`))
      expect(text).toContain('Date limite\u00a0: 15 décembre 2026')
      expect(text).toContain(`<a href="${page('a job')}">`)
    })

    test('a job has the preview of its page, whatever else its text leads to', () => {
      expect(shown('Mastodon', 'a job').text).toContain('<a href="https://ailleurs.example/page">')
      for (const what of ['a job', 'a job with little', 'a job with odd characters'])
        expect(shown('Mastodon', what).card).toBe(page(what))
    })

    test('a job with a picture keeps its preview: the picture does not travel', () => {
      expect(shown('Mastodon', 'a job with a picture').card).not.toBeNull()
      expect(shown('Mastodon', 'a resource with a picture').card).toBeNull()
    })

    test('an event shows when and where, news their first words, and both a way to the page', () => {
      const event = shown('Mastodon', 'a event')
      expect(event.text).toContain(`<h2>${plainly.title}</h2>samedi 28 novembre 2026, 9\u00a0h`)
      expect(event.text).toContain('Maison des associations')
      expect(event.card).toBe(page('a event'))
      const news = shown('Mastodon', 'a news')
      expect(news.text).toContain(`<h2>${plainly.title}</h2>${plainly.summary}`)
      expect(news.card).toBe(page('a news'))
    })
  })

  test('an event is in the calendar of Mobilizon and of Friendica, with where to register', () => {
    for (const name of ['Mobilizon', 'Friendica']) {
      const { as, title, link } = shown(name, 'a event')
      expect([name, as, title, link]).toEqual([name, 'event', plainly.title, page('a event')])
    }
  })

  test('Misskey, GoToSocial and Akkoma fold an event behind its date and place, which they show', () => {
    for (const name of ['Misskey', 'GoToSocial', 'Akkoma'])
      expect(shown(name, 'a event').warning).toMatch(/^samedi 28 novembre 2026/)
  })

  test('GoToSocial has no title for news and events: of the two, it keeps the summary, as a warning', () => {
    expect(shown('GoToSocial', 'a news')).toMatchObject({ title: null, warning: plainly.summary })
    expect(shown('GoToSocial', 'a event').text).not.toContain(escaped)
  })

  test('news and events are articles of the forum’s community on Lemmy, under their own title', () => {
    for (const what of ['a news', 'a event'])
      expect(shown('Lemmy', what)).toMatchObject({ as: 'article', title: plainly.title })
  })

  test('every language has its text marked as such, by one entry that is the content itself', () => {
    for (const { what, shared } of all()) {
      const { document } = corpus().objectOf(what)
      const language = typeof shared['language'] === 'string' ? shared['language'] : locales[0]
      expect(document['contentMap']).toEqual({ [language]: document['content'] })
    }
  })
}
