import { expect, test } from 'vitest'
import { fields, inOrder, sample, type Evidence, type ProposalFields } from './fields.ts'
import { rules } from './rules.ts'

const present = Date.parse('2026-11-23T08:00:00Z')
const [proof] = sample.evidence as [Evidence]
const one = (change: Partial<Evidence>) => ({ evidence: [{ ...proof, ...change }] })

test.each<[what: string, change: Partial<ProposalFields>, faults: string[]]>([
  ['an answer with a dated source', {}, []],
  ['nothing known', { status: 'unknown', evidence: [] }, []],
  ['asked, with nothing to show', { status: 'asked', evidence: [] }, []],
  ['an answer that nothing shows', { status: 'accepted', evidence: [] }, ['status evidence']],
  ['an item without a day', one({ day: null }), ['evidence.0.day required']],
  ['an item of tomorrow', one({ day: '2026-11-24' }), ['evidence.0.day future']],
  ['an item of today', one({ day: '2026-11-23' }), []],
  ['an item of the year 9999', one({ day: '9999-12-31' }), ['evidence.0.day future']],
  ['an item without words', one({ what: null }), ['evidence.0.what required']],
  ['an item that nobody says', one({ by: null, url: null }), ['evidence.0.by source']],
  ['an item with an address alone', one({ by: null }), []],
  ['a text that is not written yet', { sourceDay: '2027-01-01' }, ['sourceDay future']],
  ['a check in the year 9999', { nextCheck: '9999-12-31' }, ['nextCheck far']],
  ['a check that is due', { nextCheck: '2020-01-01' }, []],
])('what our own form asks of a proposal: %s', (_, change, faults) => {
  const found = rules({ ...sample, ...change }, { present })
  expect(found.map(({ field, code }) => `${field} ${code}`)).toEqual(faults)
})

test('a stranger’s proposal needs none of it, and is unknown until it says otherwise', () => {
  expect(fields.parse({ evidence: [{}] })).toMatchObject({
    status: 'unknown',
    evidence: [{ day: null, what: null, by: null, url: null }],
  })
  for (const wrong of [{ day: '2026-02-30' }, { url: 'javascript:alert(1)' }, { what: 'x'.repeat(501) }])
    expect(fields.safeParse({ evidence: [wrong] }).success).toBe(false)
  expect(fields.safeParse({ evidence: Array.from({ length: 41 }, () => ({})) }).success).toBe(false)
})

test('items stand in the order of their days, and those without one last', () => {
  const days = [null, '2026-01-02', '0001-01-01', '9999-12-31'].map((day) => ({ day }))
  expect(inOrder(days).map(({ day }) => day)).toEqual(['0001-01-01', '2026-01-02', '9999-12-31', null])
})
