import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blocksOf, cut } from './blocks.ts'

describe('safe HTML in the few elements that every server keeps', () => {
  const cases: [what: string, html: string, blocks: string[]][] = [
    ['paragraphs', '<p>Un</p>\n<p>Deux</p>', ['<p>Un</p>', '<p>Deux</p>']],
    ['text outside a paragraph', 'Un<p>Deux</p>trois', ['<p>Un</p>', '<p>Deux</p>', '<p>trois</p>']],
    ['headings', '<h2>Titre</h2><p>Texte</p>', ['<p><strong>Titre</strong></p>', '<p>Texte</p>']],
    [
      'emphasis',
      '<p>a <em>b</em> <b>c</b> <strong>d <strong>e</strong></strong></p>',
      ['<p>a b <strong>c</strong> <strong>d e</strong></p>'],
    ],
    ['numbered lists', '<ol><li>un</li><li>deux</li></ol>', ['<ul><li>un</li><li>deux</li></ul>']],
    [
      'lists in lists',
      '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>',
      ['<ul><li>a</li><li>b</li><li>c</li></ul>'],
    ],
    ['paragraphs in a list', '<ul><li><p>a</p></li></ul><p>b</p>', ['<ul><li>a</li></ul>', '<p>b</p>']],
    ['quotations', '<blockquote><p>dit</p></blockquote>', ['<p>dit</p>']],
    ['tables', '<table><tr><th>a</th><td>1</td></tr><tr><td>b</td></tr></table>', ['<p>a 1</p>', '<p>b</p>']],
    [
      'links',
      '<p><a href="https://a.example/?b=1&amp;c=2" rel="x">là</a></p>',
      ['<p><a href="https://a.example/?b=1&amp;c=2">là</a></p>'],
    ],
    [
      'links that lead nowhere from elsewhere',
      '<p><a href="/ici">ici</a> <a href="mailto:a@b.example">moi</a></p>',
      ['<p>ici moi</p>'],
    ],
    ['line breaks', '<p><br>a<br>b<br></p>', ['<p>a<br>b</p>']],
    ['images', '<p><img src="a.png" alt="b"></p><p>c</p>', ['<p>c</p>']],
    ['entities', '<p>a &amp; b &lt;c&gt; R&D</p>', ['<p>a &amp; b &lt;c&gt; R&amp;D</p>']],
    [
      'elements left open',
      '<p><strong>a <a href="https://a.example">b</p><p>c',
      ['<p><strong>a <a href="https://a.example">b</a></strong></p>', '<p>c</p>'],
    ],
    ['elements closed twice', '</p></ul></strong>a</strong></li>', ['<p>a</p>']],
    ['nothing', '', []],
  ]
  test.each(cases)('%s', (_, html, blocks) => {
    expect(blocksOf(html)).toEqual(blocks)
  })

  test('whatever comes in, what goes out is known and balanced', () => {
    const pieces = [
      '<p>',
      '</p>',
      '<ul>',
      '</ul>',
      '<li>',
      '</li>',
      '<strong>',
      '</strong>',
      '</a>',
      '<h2>',
      '</h2>',
      '<br>',
      '<script>',
      '<',
      '>',
      '"',
      '&',
    ]
    const links = [
      '<a href="https://a.example/">',
      '<a href="javascript:alert(1)">',
      '<a href="https://a.example/"onclick="x">',
    ]
    const html = fc
      .array(fc.oneof(fc.constantFrom(...pieces, ...links), fc.string()))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(html, (given) => {
        const open: string[] = []
        const rest = blocksOf(given)
          .join('')
          .replace(
            /<(\/?)(p|ul|li|strong|a|br)( href="https?:\/\/[^"<>]*")?>/g,
            (_, slash: string, name: string) => {
              if (slash === '/') expect(open.pop()).toBe(name)
              else if (name !== 'br') open.push(name)
              return ''
            },
          )
        expect(open).toEqual([])
        expect(rest).not.toMatch(/[<>]/)
      }),
    )
  })
})

describe('the beginning of a text', () => {
  test.each([
    ['court', 10, 'court'],
    ['un texte de plusieurs mots', 12, 'un texte de…'],
    ['un texte, et la suite', 11, 'un texte…'],
    ['anticonstitutionnellement', 10, 'anticonst…'],
    ['aaaaaaaa😀b', 10, 'aaaaaaaa…'],
  ])('%j in %i characters is %j', (text, most, beginning) => {
    expect(cut(text, most)).toBe(beginning)
    expect(beginning.length).toBeLessThanOrEqual(Math.max(most, 10))
  })
})
