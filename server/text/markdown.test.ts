import { expect, test } from 'vitest'
import { renderMarkdown } from './markdown.ts'

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
