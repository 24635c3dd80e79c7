import { describe, expect, test } from 'vitest'
import { progressInWords } from './facts.ts'
import { fields, sample, type CommitmentFields, type Convention, type Measure } from './fields.ts'
import { fundState, latestOf, premisesState } from './progress.ts'
import { rules } from './rules.ts'

const present = Date.parse('2026-11-23T08:00:00Z')
const bare: Measure = { day: '2026-06-30', value: 10, source: 'Relevé', url: null, note: null }
const measured = (change: Partial<Measure>) => ({ measures: [{ ...bare, ...change }] })
const agreed: Convention = {
  ...{ company: 'Usine', territory: null, day: '2026-01-01', amount: 300, share: null },
  url: 'https://a.example/c',
}
const fund = (change: Partial<Convention>) => ({
  subject: 'fund' as const,
  conventions: [{ ...agreed, ...change }],
})

test.each<[what: string, change: Partial<CommitmentFields>, faults: string[]]>([
  ['all that is asked', {}, []],
  ['no measure at all', { measures: [] }, []],
  ['nobody who commits themselves', { holder: null }, ['holder required']],
  ['no target', { target: null }, ['target required']],
  ['a value without a source', measured({ source: null }), ['measures.0.source source']],
  ['a source without a value', measured({ value: null }), ['measures.0.value required']],
  ['a value of no day', measured({ day: null }), ['measures.0.day required']],
  ['a value of tomorrow', measured({ day: '2026-11-24' }), ['measures.0.day future']],
  ['a value of the year 9999', measured({ day: '9999-12-31' }), ['measures.0.day future']],
  ['a value below nothing', measured({ value: -12 }), []],
  ['more than all the premises', { target: 101 }, ['target too-big']],
  ['a share of nothing', { target: 0 }, ['target wrong']],
  ['premises that nobody counted', { stockSource: null, stockUrl: null }, ['stockSource source']],
  ['premises counted on no day', { stockDay: null }, ['stockDay required']],
  ['a deadline in the year 9999', { deadline: '9999-12-31' }, ['deadline far']],
  ['a deadline in 2050', { deadline: '2050-12-31' }, []],
  ['an agreement', fund({}), []],
  ['an agreement that nobody published', fund({ url: null }), ['conventions.0.url source']],
  ['more to the ESS than there is', fund({ share: 301 }), ['conventions.0.share too-big']],
  ['nothing to the ESS', fund({ share: 0 }), []],
  ['an agreement of no amount', fund({ amount: null }), ['conventions.0.amount required']],
])('what our own form asks of a commitment: %s', (_, change, faults) => {
  const found = rules({ ...sample, ...change }, { present })
  expect(found.map(({ field, code }) => `${field} ${code}`)).toEqual(faults)
})

test('no gate lets through what is no number, or one that nobody means', () => {
  for (const value of [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1e300,
    -1e13,
    'NaN',
    '1e400',
    'beaucoup',
    {},
    true,
  ])
    expect(fields.safeParse({ measures: [{ value }] }).success, String(value)).toBe(false)
  for (const amount of [-1, 1e13]) expect(fields.safeParse({ conventions: [{ amount }] }).success).toBe(false)
  expect(fields.parse({ measures: [{ value: '1 250,5' }] }).measures[0]?.value).toBe(1250.5)
  expect(fields.safeParse({ measures: Array.from({ length: 61 }, () => ({})) }).success).toBe(false)
})

describe('how far it is', () => {
  test('is the newest number that somebody stands for, of a day that has been', () => {
    const measures = [
      { ...bare, day: '2026-03-01', value: 30 },
      { ...bare, day: '2026-09-01', value: 20 },
      { ...bare, day: '2026-10-01', value: 99, source: null },
      { ...bare, day: '2099-01-01', value: 500 },
      { ...bare, day: null, value: 7 },
      { ...bare, value: null },
    ]
    expect(latestOf(measures, present)?.value).toBe(20)
    expect(latestOf(measures.slice(2), present)).toBeNull()
  })

  test('is “pas de données” without one, and never 0', () => {
    for (const subject of ['measure', 'premises', 'fund'] as const) {
      const unknown = { ...sample, subject, measures: [], conventions: [] }
      expect(progressInWords({ updatedAt: present }, unknown, 'fr')).toBe('Pas de données.')
    }
    expect(progressInWords({ updatedAt: present }, { ...sample, ...fund({}) }, 'fr')).toBe('Pas de données.')
  })

  test('of premises, is what is missing of the share, as far as it is known', () => {
    const of = (change: Partial<CommitmentFields>) =>
      premisesState({ stock: 48_000, target: 1, ...measured({ value: 250 }), ...change }, present)
    expect(of({})).toMatchObject({ promised: 480, gap: 230, let: { value: 250 } })
    expect(of({ measures: [] })).toMatchObject({ promised: 480, gap: null, let: null, share: null })
    expect(of({ stock: null })).toMatchObject({ promised: null, gap: null, share: null })
    expect(of(measured({ value: 900 }))).toMatchObject({ gap: 0 })
    expect(of({ stock: 0 }).share).toBeNull()
  })

  test('of a fund, is a share of the agreements that tell theirs', () => {
    const all = [
      { ...agreed, amount: 300, share: 100 },
      { ...agreed, amount: 100, share: 0 },
      { ...agreed, amount: 500, share: null },
      { ...agreed, amount: 900, share: 900, url: null },
    ]
    expect(fundState(all)).toEqual({
      ...{ total: 900, known: 3, told: 2, toldTotal: 400, toldShare: 100, share: 25 },
    })
    expect(fundState(all.slice(2, 3)).share).toBeNull()
    expect(fundState([{ ...agreed, amount: 0, share: 0 }]).share).toBeNull()
  })
})
