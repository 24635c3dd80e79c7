import { describe, expect, test } from 'vitest'
import { kinds } from '../../server/kinds/index.ts'

const nothing = { summary: '', body: '', place: false, picture: false }
const all = { summary: 'x'.repeat(60), body: 'x'.repeat(200), place: true, picture: true }
const advising = kinds.filter(({ advice }) => advice !== undefined)

describe.each(advising.map((kind) => [kind.name, kind] as const))('what a %s is advised', (_, kind) => {
  test('is followed by its sample, and open in an empty form', () => {
    for (const locale of ['fr', 'en'] as const) {
      expect(kind.advice?.(kind.sample, all, locale).filter(({ done }) => !done)).toEqual([])
      expect(kind.advice?.({}, nothing, locale).filter(({ done }) => done)).toEqual([])
    }
  })

  test('claims no number', () => {
    for (const { text } of kind.advice?.({}, nothing, 'fr') ?? []) expect(text).not.toMatch(/\d/)
  })
})

test('nearly every kind has advice of its own', () => {
  expect(kinds.filter((kind) => !advising.includes(kind)).map(({ name }) => name)).toEqual(['topic'])
})
