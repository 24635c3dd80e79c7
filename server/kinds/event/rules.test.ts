import { describe, expect, test } from 'vitest'
import { sample, type EventFields } from './fields.ts'
import { rules } from './rules.ts'

const nowhere = { venue: null, address: null, onlineUrl: null }

describe('what our own form asks of an event', () => {
  const cases: [what: string, change: Partial<EventFields>, place: string | null, faults: string[]][] = [
    ['a day in a hall', {}, '92036', []],
    ['an event without an end', { end: null }, '92036', []],
    ['an end before the start', { end: '2026-11-28T08:59' }, '92036', ['end order']],
    ['an end at the start', { end: '2026-11-28T09:00' }, '92036', ['end order']],
    ['an end the next day', { end: '2026-11-29T02:00' }, '92036', []],
    ['only a commune', nowhere, '92036', []],
    ['only a link', { ...nowhere, onlineUrl: 'https://visio.example/a' }, null, []],
    ['nowhere', nowhere, null, ['venue required']],
    [
      'registration by e-mail to nobody',
      { registrationEmail: null },
      '92036',
      ['registrationEmail required'],
    ],
    [
      'registration by a link to nothing',
      { registration: 'link', registrationUrl: null },
      '92036',
      ['registrationUrl required'],
    ],
    [
      'no registration, and no address for it',
      { registration: 'none', registrationEmail: null, registrationUrl: null },
      '92036',
      [],
    ],
  ]
  test.each(cases)('%s', (_, change, placeCode, expected) => {
    const found = rules({ ...sample, ...change }, { placeCode })
    expect(found.map(({ field, code }) => `${field} ${code}`)).toEqual(expected)
  })
})
