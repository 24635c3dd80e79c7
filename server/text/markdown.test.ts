import { describe, expect, test } from 'vitest'
import { picturesIn, renderMarkdown } from './markdown.ts'

const levels = (body: string): string[] =>
  [...renderMarkdown(body, 'fr').matchAll(/<h(\d)>(.*?)<\/h(\d)>/g)].map(([, open, text, close]) => {
    expect(close).toBe(open)
    return `${open} ${text}`
  })

test.each<[string, string, string[]]>([
  ['one by one from h2', '# A\n\n## B\n\n# C', ['2 A', '3 B', '2 C']],
  ['from h2 even if the writer began lower', '### A\n\n#### B\n\n### C', ['2 A', '3 B', '2 C']],
  ['without a gap', '# A\n\n#### B\n\n## C\n\n### D', ['2 A', '3 B', '3 C', '4 D']],
  ['with the highest as h2 wherever it stands', '### A\n\n# B\n\n### C', ['2 A', '2 B', '3 C']],
  [
    'no deeper than there is',
    '# A\n\n## B\n\n### C\n\n#### D\n\n##### E',
    ['2 A', '3 B', '4 C', '5 D', '5 E'],
  ],
  ['in a quotation and underlined too', 'A\n=\n\n> B\n> -', ['2 A', '3 B']],
])('headings go down %s', (_, body, expected) => expect(levels(body)).toEqual(expected))

describe('a picture in a text', () => {
  const id = '01900000-0000-7000-8000-000000000001'
  const known = new Map([[id, { width: 800, height: 600 }]])
  const html = (body: string, pictures = known): string => renderMarkdown(body, 'fr', pictures)

  test('is shown with its size and its description, if it is one of ours that is known', () => {
    expect(html(`![La *grande* salle](/media/${id}.webp)`)).toBe(
      `<p><img src="/media/${id}.webp" alt="La grande salle" width="800" height="600" loading="lazy" decoding="async" /></p>\n`,
    )
    expect(html(`![x](/media/${id}.webp)`, new Map())).not.toContain('<img')
  })

  test.each([
    ['of another server', '![x](https://ailleurs.example/x.png)'],
    ['of a thumbnail', `![x](/media/r/${id}.webp)`],
    ['of another file of ours', '![x](/static/icon.png)'],
    ['with a way around', `![x](/media/../media/${id}.webp)`],
    ['with a host', `![x](//ailleurs.example/media/${id}.webp)`],
    ['as data', '![x](data:image/svg+xml;base64,PHN2Zz4=)'],
    ['as a script', '![x](javascript:alert(1))'],
    ['as HTML', `<img src="/media/${id}.webp" onerror="alert(1)">`],
  ])('%s is never fetched by a page', (_, body) => {
    expect(html(body)).not.toContain('<img')
    expect(html(body)).not.toMatch(/(href|src)="(javascript|data):/)
  })

  test('cannot break out of its description', () => {
    const tried = html(
      `![" onload="alert(1)" x="<script>alert(1)</script>](/media/${id}.webp "\\" onerror=\\"x")`,
    )
    expect(tried).toMatch(
      /^<p><img src="[^"]*" alt="[^"]*" width="800" height="600" loading="lazy" decoding="async" \/><\/p>\n$/,
    )
  })

  test('is found with its description, and an empty one is meant only if that is said', () => {
    expect(
      picturesIn(`![](/media/${id}.webp) ![  ](/x) ![](/media/${id}.webp "décorative") \`![](/x)\``),
    ).toEqual([
      { id, alt: '', decorative: false },
      { id: null, alt: '', decorative: false },
      { id, alt: '', decorative: true },
    ])
  })
})
