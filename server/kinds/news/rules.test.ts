import { expect, test } from 'vitest'
import { sample } from './fields.ts'
import { rules } from './rules.ts'

const bare = { ...sample, decisions: null }

test.each([
  ['a title alone', bare, false, ['summary words']],
  ['a sentence, or a text', bare, true, []],
  ['minutes that say what was decided', sample, false, []],
] as const)('what our own form asks of news: %s', (_, news, words, expected) => {
  expect(rules(news, { words }).map(({ field, code }) => `${field} ${code}`)).toEqual(expected)
})
