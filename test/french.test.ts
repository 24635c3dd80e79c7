import { expect, test } from 'vitest'
import { frenchTexts } from './support/french.ts'

const texts = frenchTexts()

const wrong = (pattern: RegExp): string[] =>
  texts.filter(({ words }) => pattern.test(words)).map(({ file, words }) => `${file}: ${words}`)

test('the French of the pages › lets no line begin with a sign that belongs to the word before it', () => {
  expect(texts.length).toBeGreaterThan(800)
  expect(wrong(/(?<=\S) [:;?!»]|« /u)).toEqual([])
})

test('the French of the pages › is written with the apostrophe of print', () => {
  expect(wrong(/\p{L}'\p{L}/u)).toEqual([])
})
