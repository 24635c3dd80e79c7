import { describe, expect, test } from 'vitest'
import { news } from '../../server/kinds/news/index.tsx'
import { envelopeOf } from '../support/entries.ts'

describe('articles of strangers', () => {
  const cases: [what: string, url: unknown, source: string | null][] = [
    ['the page of an article is its source', 'https://blog.example/a', 'https://blog.example/a'],
    [
      'of several links, the first that can be followed',
      [
        { type: 'Link', href: 'mailto:a@b.example' },
        { type: 'Link', href: 'https://blog.example/b' },
      ],
      'https://blog.example/b',
    ],
    ['a script is no source', 'javascript:alert(1)', null],
    ['no page, no source', undefined, null],
  ]
  test.each(cases)('%s', (_, url, source) => {
    expect(news.fields.parse(news.fromObject({ type: 'Article', name: 'Titre', url }))).toMatchObject({
      source,
      meetingDay: null,
    })
  })
})

describe('our own news, as strangers read them', () => {
  test('have a summary that stands alone, even when nobody wrote one', () => {
    const written = news.toObject(envelopeOf(news), news.sample, 'fr')
    expect(written.summary).toBe('Un atelier ouvert à toutes et à tous.')
    expect(written.content).not.toContain('Un atelier ouvert')
    const prose = `<p>L&#39;année a été longue. ${'Elle a été bien remplie. '.repeat(60)}</p>`
    const long = envelopeOf(news, { summary: '', html: `<h3>Bilan</h3>${prose}` })
    const summary = news.toObject(long, news.sample, 'fr').summary ?? ''
    expect(summary).toMatch(/^L’année a été longue\. Elle a .*remplie\.$/)
    expect(summary.length).toBeLessThanOrEqual(500)
  })
})
