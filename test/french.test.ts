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

/** docs/languages.md: neutral first, else one median point before the ending. */
test('the French of the pages › names people of every gender in one way', () => {
  expect(
    wrong(
      /\p{L}\((?:e|s|es|ne|trice|rice)\)|\p{L}\/(?:e|es|ne|trice|rice)\b|\p{L}\.(?:e|es)(?:\.s)?\b|·\p{L}+·/u,
    ),
  ).toEqual([])
  expect(wrong(/\b[Ll]es (?:abonnés|adhérents|utilisateurs|visiteurs|salariés|élus|inscrits)\b/u)).toEqual([])
})

test('the French of the pages › has one word for one thing', () => {
  // A label that asks for one says ‘Adresse électronique’.
  expect(wrong(/courriel|(?<![-\p{L}])(?:[Mm]ail|email)(?![-\p{L}])/u)).toEqual([])
  expect(wrong(/(?<!\p{L})(?:hashtag|tag|login|[Vv]alider|[Cc]liquez)(?!\p{L})/u)).toEqual([])
})

test('the French of the pages › has its signs: one for an ellipsis, its own quotation marks, spaces inside them', () => {
  expect(wrong(/\.\.\.|[“”]|«(?!\\u00a0|\u00a0)|(?<!\\u00a0|\u00a0)»/u)).toEqual([])
  expect(wrong(/\p{L}[!?;]|(?<!https?)\p{L}:(?= |$)/u)).toEqual([])
})

test('the French of the pages › speaks to people by vous', () => {
  expect(wrong(/(?<!\p{L})(?:tu|toi|ton|tes)(?!\p{L})/u)).toEqual([])
})
