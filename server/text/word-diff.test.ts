import { describe, expect, test } from 'vitest'
import { wordDiff } from './word-diff.ts'

const shown = (former: string, later: string): string =>
  wordDiff(former, later)
    .map(({ is, text }) => (is === 'same' ? text : is === 'gone' ? `[-${text}-]` : `{+${text}+}`))
    .join('')

describe('what became of a text', () => {
  test.each([
    ['', '', ''],
    ['Une action.', 'Une action.', 'Une action.'],
    ['', 'Une action.', '{+Une action.+}'],
    ['Une action.', '', '[-Une action.-]'],
    ['Une action nouvelle.', 'Une action qui marche.', 'Une action [-nouvelle-]{+qui marche+}.'],
    ['Dix projets au plus.', 'Vingt projets au plus.', '[-Dix-]{+Vingt+} projets au plus.'],
    ['un deux trois', 'quatre cinq six', '[-un deux trois-]{+quatre cinq six+}'],
    ['L’été, à Nanterre', 'L’hiver, à Nanterre', 'L’[-été-]{+hiver+}, à Nanterre'],
    ['a b a b', 'a b c a b', 'a b {+c +}a b'],
    ['Une ligne.\nDeux.', 'Une ligne.\n\nDeux.', 'Une ligne.[-\n-]{+\n\n+}Deux.'],
  ])('from ‘%s’ to ‘%s’ is told as such', (former, later, told) => {
    expect(shown(former, later)).toBe(told)
  })

  test('gives back both texts, whatever they are', () => {
    const texts = [
      '',
      'é e\u0301 œ',
      '<b>gras</b> & co',
      '😀 a 😀',
      'a  b\tc\n',
      'b a  c',
      'mot '.repeat(300),
    ]
    for (const former of texts)
      for (const later of texts) {
        const parts = wordDiff(former, later)
        const without = (is: string) =>
          parts
            .filter((part) => part.is !== is)
            .map(({ text }) => text)
            .join('')
        expect([without('new'), without('gone')]).toEqual([former, later])
      }
  })

  test('is told of two long texts that have nothing in common, in no time', () => {
    const long = (word: string) => Array.from({ length: 4_000 }, (_, at) => `${word}${at}`).join(' ')
    const before = process.hrtime.bigint()
    expect(wordDiff(long('a'), long('b')).map(({ is }) => is)).toEqual(['gone', 'new'])
    expect(Number(process.hrtime.bigint() - before) / 1e6).toBeLessThan(1_000)
  })
})
