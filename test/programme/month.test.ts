import { describe, expect, test } from 'vitest'
import { event } from '../../server/kinds/event/index.tsx'
import type { EventFields } from '../../server/kinds/event/fields.ts'
import { clashesOf } from '../../server/programme/clashes.ts'
import { calendarOf, dated, monthBeside, monthNamed, monthOf } from '../../server/programme/month.ts'
import { envelopeOf } from '../support/entries.ts'

const november = monthNamed('2026-11')
if (november === null) throw new Error('no month')

const on = (change: Partial<EventFields>) => {
  const fields = { ...event.sample, ...change }
  const found = dated({
    envelope: envelopeOf(event, { ...event.derive(fields) }),
    kind: event,
    fields,
    unfinished: null,
  } as never)
  if (found === null) throw new Error('no date')
  return found
}

/** The days of November on which it stands. */
const daysOf = (change: Partial<EventFields>): string[] =>
  calendarOf(november, [on(change)]).weeks.flatMap((days) =>
    days.flatMap(({ date, events }) => (events.length > 0 ? [date.slice(8)] : [])),
  )

describe('a month', () => {
  test('hangs on the wall in weeks from Monday, with the days of its neighbours left blank', () => {
    const { weeks } = calendarOf(november, [])
    expect(weeks.map((days) => days.length)).toEqual([7, 7, 7, 7, 7, 7])
    expect(weeks[0]?.map(({ date }) => date)).toEqual([
      ...['2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30', '2026-10-31', '2026-11-01'],
    ])
    expect(weeks[0]?.map(({ within }) => within)).toEqual([...Array(6).fill(false), true])
    expect(weeks.at(-1)?.at(-1)?.date).toBe('2026-12-06')
    const february = monthNamed('2027-02')
    expect(february && calendarOf(february, []).weeks).toHaveLength(4)
  })

  test.each([
    ['an afternoon', { start: '2026-11-28T14:00', end: '2026-11-28T17:00' }, ['28']],
    ['no end', { start: '2026-11-28T14:00', end: null }, ['28']],
    ['an end before the start', { start: '2026-11-28T14:00', end: '2026-11-20T14:00' }, ['28']],
    ['a night', { start: '2026-11-28T22:00', end: '2026-11-29T02:00' }, ['28', '29']],
    ['until midnight, and not the next day', { start: '2026-11-28T14:00', end: '2026-11-29T00:00' }, ['28']],
    ['from the month before', { start: '2026-10-30T09:00', end: '2026-11-02T09:00' }, ['01', '02']],
    ['into the month after', { start: '2026-11-29T09:00', end: '2026-12-02T09:00' }, ['29', '30']],
    ['the month before alone', { start: '2026-10-31T09:00', end: '2026-10-31T23:00' }, []],
    // Midnight in Réunion is the evening before in Paris: the day is that of the place.
    [
      'the first, on another island',
      { start: '2026-11-01T00:30', end: '2026-11-01T02:00', timeZone: 'Indian/Reunion' },
      ['01'],
    ],
    [
      'the last, on another ocean',
      { start: '2026-11-30T20:00', end: '2026-11-30T22:00', timeZone: 'Pacific/Tahiti' },
      ['30'],
    ],
  ] as const)('shows %s on the days that it has where it takes place', (_, change, days) => {
    expect(daysOf(change)).toEqual(days)
  })

  test('says once what lasts longer than a week', () => {
    const exhibition = on({ start: '2026-10-01T09:00', end: '2026-12-31T18:00' })
    const calendar = calendarOf(november, [exhibition])
    expect(calendar.long).toEqual([exhibition])
    expect(calendar.weeks.flat().flatMap(({ events }) => events)).toEqual([])
  })

  test('has neighbours within the bounds of a calendar, and a name of one shape', () => {
    expect([monthBeside(november, -1), monthBeside(november, 1)]).toEqual(['2026-10', '2026-12'])
    const first = monthNamed('2000-01')
    const last = monthNamed('2100-12')
    expect([first && monthBeside(first, -1), last && monthBeside(last, 1)]).toEqual([null, null])
    for (const name of ['2026-13', '2026-00', '2026-1', '1999-12', '2101-01', '2026-11-01', '', 'x'])
      expect(monthNamed(name), name).toBe(null)
    // On the clocks of Paris it is December already.
    expect(monthOf(Date.parse('2026-11-30T23:30:00Z'))).toBe('2026-12')
  })
})

describe('two debates at the same time', () => {
  const planned = (title: string, change: Partial<EventFields>) => ({
    title,
    event: { ...event.sample, speakers: [], room: null, ...change },
  })
  const ten = { start: '2026-11-28T10:00', end: '2026-11-28T11:00' }
  const half = { start: '2026-11-28T10:30', end: '2026-11-28T11:30' }
  const eleven = { start: '2026-11-28T11:00', end: null }
  const awa = [{ name: 'Awa Diallo', role: null }]
  const cases: [string, Partial<EventFields>, Partial<EventFields>, string[]][] = [
    ['in one room', { ...ten, room: 'Salle Été' }, { ...half, room: 'salle ete' }, ['Salle Été']],
    ['one after the other', { ...ten, room: 'A' }, { ...eleven, room: 'A' }, []],
    [
      'in rooms of one name in two houses',
      { ...ten, room: 'A' },
      { ...half, room: 'A', venue: 'Ailleurs' },
      [],
    ],
    ['with one person', { ...ten, speakers: awa }, { ...half, speakers: awa }, ['Awa Diallo']],
    ['one of which is off', { ...ten, room: 'A', status: 'cancelled' }, { ...half, room: 'A' }, []],
    ['of which one has no end', { ...eleven, room: 'A' }, { ...eleven, room: 'A' }, ['A']],
  ]
  test.each(cases)('%s', (_, first, second, over) => {
    const found = clashesOf([planned('Un', first), planned('Deux', second)])
    expect(found.map((clash) => clash.over)).toEqual(over)
  })
})
