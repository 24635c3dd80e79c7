import { describe, expect, test } from 'vitest'
import { sample, type JobFields } from './fields.ts'
import { rules } from './rules.ts'

const now = Date.parse('2026-12-15T20:00:00Z')

describe('what our own form asks of a job offer', () => {
  const cases: [what: string, change: Partial<JobFields>, faults: string[]][] = [
    ['an ordinary offer', {}, []],
    ['a deadline that ends tonight', { deadline: '2026-12-15' }, []],
    ['a deadline that ended last night', { deadline: '2026-12-14' }, ['deadline past']],
    ['no deadline', { deadline: null }, []],
    ['one amount', { payMin: 1800, payMax: 1800 }, []],
    ['a lowest pay alone', { payMin: 1800, payMax: null }, []],
    ['a highest pay below the lowest', { payMin: 2300, payMax: 2100 }, ['payMax too-small 2300']],
    ['volunteering without pay', { contract: 'benevolat', payMin: null, payMax: null }, []],
    [
      'volunteering with a pay',
      { contract: 'benevolat', payMin: 500, payMax: 300 },
      ['payMin unpaid', 'payMax unpaid'],
    ],
    [
      'civic service with a pay',
      { contract: 'service-civique', payMin: null, payMax: 620 },
      ['payMax unpaid'],
    ],
    ['only a link to apply', { applyEmail: null, applyText: null }, []],
    ['only a sentence to apply', { applyEmail: null, applyUrl: null }, []],
    ['no way to apply', { applyEmail: null, applyUrl: null, applyText: null }, ['applyEmail contact']],
  ]
  test.each(cases)('%s', (_, change, expected) => {
    const found = rules({ ...sample, ...change }, { now })
    expect(found.map(({ field, code, detail }) => [field, code, detail].filter(Boolean).join(' '))).toEqual(
      expected,
    )
  })
})
