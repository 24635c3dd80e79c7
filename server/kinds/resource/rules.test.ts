import { describe, expect, test } from 'vitest'
import { sample, type ResourceFields } from './fields.ts'
import { rules } from './rules.ts'

const now = Date.parse('2026-12-15T20:00:00Z')

describe('what our own form asks of a resource', () => {
  const cases: [what: string, change: Partial<ResourceFields>, faults: string[]][] = [
    ['a room to rent', {}, []],
    ['a loan without a price', { terms: 'loan', price: null }, []],
    ['a loan for 0 €', { terms: 'loan', price: 0 }, []],
    ['a loan with a price', { terms: 'loan', price: 10 }, ['price free']],
    ['a gift with a price', { terms: 'gift', price: 10 }, ['price free']],
    ['available until tonight', { availableUntil: '2026-12-15' }, []],
    [
      'available until yesterday',
      { availableUntil: '2026-12-14', availableFrom: null },
      ['availableUntil past'],
    ],
    ['available for one day', { availableFrom: '2027-01-09', availableUntil: '2027-01-09' }, []],
    [
      'ending before it begins',
      { availableFrom: '2027-02-01', availableUntil: '2027-01-09' },
      ['availableUntil order'],
    ],
  ]
  test.each(cases)('%s', (_, change, expected) => {
    const found = rules({ ...sample, ...change }, { now })
    expect(found.map(({ field, code }) => `${field} ${code}`)).toEqual(expected)
  })
})
