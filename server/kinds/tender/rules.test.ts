import { describe, expect, test } from 'vitest'
import { faultsOf } from '../faults.ts'
import { fields, sample, type Lot, type TenderFields } from './fields.ts'
import { keeps, rules } from './rules.ts'

const now = Date.parse('2027-01-15T11:30:00Z')
const [first, second] = sample.lots as [Lot, Lot]
const said = (found: ReturnType<typeof rules>) =>
  found.map(({ field, code, detail }) => [field, code, detail].filter(Boolean).join(' '))

describe('what our own form asks of a tender', () => {
  const open = { ...second, number: 1 }
  const cases: [what: string, change: Partial<TenderFields>, faults: string[]][] = [
    ['an ordinary tender', {}, ['deadline past']],
    ['one that can still be answered', { deadline: '2027-01-15T12:31' }, []],
    ['one that could be answered until a minute ago', { deadline: '2027-01-15T12:29' }, ['deadline past']],
    ['the same hour on clocks that are behind', { timeZone: 'America/Martinique' }, []],
    ['no deadline', { deadline: null }, []],
    ['a deadline that is over, of lots that are awarded', { lots: [first] }, []],
    ['no lots, and why', { deadline: null, lots: [] }, []],
    ['no lots, and no reason', { deadline: null, lots: [], noLotsReason: null }, ['noLotsReason required']],
    ['lots need no reason', { deadline: null, noLotsReason: null }, []],
    [
      'a highest amount below the lowest',
      { deadline: null, lots: [{ ...open, amountMin: 20, amountMax: 10 }] },
      ['lots.0.amountMax too-small 20'],
    ],
    ['one amount', { deadline: null, lots: [{ ...open, amountMin: 20, amountMax: 20 }] }, []],
    [
      'a reservation without the article that the notice quotes, and when it was read',
      { deadline: null, lots: [open, { ...open, number: 2, reservation: 'ess' }] },
      ['lots.1.reservationArticle required', 'lots.1.reservationAsOf required'],
    ],
  ]
  test.each(cases)('%s', (_, change, expected) => {
    expect(said(rules({ ...sample, ...change }, { now }))).toEqual(expected)
  })
})

describe('the number of a lot', () => {
  const numbersOf = (lots: unknown) =>
    fields.safeParse({ buyer: 'Ville fictive', lots }).data?.lots.map(({ number }) => number)
  const faults = (lots: unknown) => {
    const { error } = fields.safeParse({ buyer: 'Ville fictive', lots })
    return error === undefined ? [] : said(faultsOf(error))
  }
  const named = (...numbers: unknown[]) => numbers.map((number) => ({ title: 'Lot', number }))

  test('is the next one where none was given, after the highest there is', () => {
    expect(numbersOf([{ title: 'A' }, { title: 'B' }])).toEqual([1, 2])
    expect(numbersOf(named('', '7', undefined, null, ' 3 '))).toEqual([8, 7, 9, 10, 3])
  })

  test('is whole, from 1 to 999, and its lot’s alone', () => {
    expect(faults(named(0))).toEqual(['lots.0.number number'])
    expect(faults(named(1000))).toEqual(['lots.0.number number'])
    expect(faults(named('un'))).toEqual(['lots.0.number number'])
    expect(faults(named('1.5'))).toEqual(['lots.0.number number'])
    expect(faults(named(2, '2', 1, 2))).toEqual(['lots.1.number taken', 'lots.3.number taken'])
  })

  test('is not looked for in what is no lot', () => {
    for (const lots of ['x', [null], [[]], [1], Array.from({ length: 200_000 }, () => 1)])
      expect(faults(lots).length).toBeGreaterThan(0)
  })

  test('goes on meaning its lot once the public has read it', () => {
    const both = { ...sample, lots: [first, second] }
    const now = (lots: Lot[]) => said(keeps(both, { ...both, lots }))
    expect(now([second, first, { ...first, number: 4 }])).toEqual([])
    expect(now([first, { ...second, state: 'withdrawn', title: 'Autrement dit' }])).toEqual([])
    expect(now([first])).toEqual(['lots lots-kept 3'])
    expect(now([])).toEqual(['lots lots-kept 1, 3'])
    expect(now([first, { ...second, number: 2 }])).toEqual(['lots lots-kept 3'])
  })
})

test('all lots together weigh no more than other hubs take', () => {
  const heavy = { title: 'é'.repeat(200), description: 'é'.repeat(1000) }
  const sent = (count: number) =>
    fields.safeParse({ buyer: 'Ville fictive', lots: Array.from({ length: count }, () => heavy) })
  expect(sent(10).success).toBe(true)
  const { error } = sent(40)
  expect(error === undefined ? [] : said(faultsOf(error))).toEqual(['lots too-heavy'])
  expect(sent(41).success).toBe(false)
})
