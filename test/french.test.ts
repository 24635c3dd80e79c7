import { expect, test } from 'vitest'
import { readSources } from './support/sources.ts'

/** What the catalogues say in French, without what is put in at run time. */
const texts = readSources().flatMap(({ file, code }) =>
  [...code.matchAll(/\n {2}fr: \{\n(.*?)\n {2}(?:\},\n {2})?en: \{/gs)].flatMap(([, block = '']) =>
    [...block.matchAll(/'([^'\n]+)'|`([^`]+)`/g)].map(([, plain, template]) => ({
      file,
      words: plain ?? template?.replaceAll(/\$\{[^}]*\}/g, 'x') ?? '',
    })),
  ),
)

const wrong = (pattern: RegExp): string[] =>
  texts.filter(({ words }) => pattern.test(words)).map(({ file, words }) => `${file}: ${words}`)

test('the French of the pages › lets no line begin with a sign that belongs to the word before it', () => {
  expect(texts.length).toBeGreaterThan(800)
  expect(wrong(/(?<=\S) [:;?!»]|« /u)).toEqual([])
})

test('the French of the pages › is written with the apostrophe of print', () => {
  expect(wrong(/\p{L}'\p{L}/u)).toEqual([])
})
