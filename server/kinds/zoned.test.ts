import { describe, expect, test } from 'vitest'
import { endOfDay, instantOf, localOf, zonedText, zoneNamed } from './zoned.ts'

describe('what the clocks show, and when it is', () => {
  const cases: [local: string, zone: string, utc: string, written: string][] = [
    ['2026-11-28T09:00', 'Europe/Paris', '2026-11-28T08:00:00.000Z', '2026-11-28T09:00:00+01:00'],
    ['2026-07-14T09:00', 'Europe/Paris', '2026-07-14T07:00:00.000Z', '2026-07-14T09:00:00+02:00'],
    ['2026-12-31T23:30', 'America/Martinique', '2027-01-01T03:30:00.000Z', '2026-12-31T23:30:00-04:00'],
    ['2026-01-01T00:15', 'Asia/Kathmandu', '2025-12-31T18:30:00.000Z', '2026-01-01T00:15:00+05:45'],
    ['2026-06-01T12:00', 'America/St_Johns', '2026-06-01T14:30:00.000Z', '2026-06-01T12:00:00-02:30'],
    ['2026-06-01T12:00', 'UTC', '2026-06-01T12:00:00.000Z', '2026-06-01T12:00:00+00:00'],
    ['2026-10-25T02:30', 'Europe/Paris', '2026-10-25T00:30:00.000Z', '2026-10-25T02:30:00+02:00'],
    ['2026-10-25T03:00', 'Europe/Paris', '2026-10-25T02:00:00.000Z', '2026-10-25T03:00:00+01:00'],
  ]
  test.each(cases)('%s in %s is %s', (local, zone, utc, written) => {
    const instant = instantOf(local, zone)
    expect(new Date(instant).toISOString()).toBe(utc)
    expect(localOf(instant, zone)).toBe(local)
    expect(zonedText(instant, zone)).toBe(written)
  })

  test('an hour that the spring change skips is an hour later', () => {
    const skipped = instantOf('2026-03-29T02:30', 'Europe/Paris')
    expect(localOf(skipped, 'Europe/Paris')).toBe('2026-03-29T03:30')
  })

  test('a day ends at midnight, in winter, in summer and on the days that are longer or shorter', () => {
    expect(new Date(endOfDay('2026-12-15')).toISOString()).toBe('2026-12-15T22:59:59.999Z')
    expect(new Date(endOfDay('2026-07-15')).toISOString()).toBe('2026-07-15T21:59:59.999Z')
    expect(new Date(endOfDay('2026-03-29')).toISOString()).toBe('2026-03-29T21:59:59.999Z')
    expect(new Date(endOfDay('2026-10-25')).toISOString()).toBe('2026-10-25T22:59:59.999Z')
  })
})

describe('names of zones', () => {
  test.each([
    ['Europe/Paris', 'Europe/Paris'],
    ['europe/paris', 'Europe/Paris'],
    ['UTC', 'UTC'],
    ['Europe/Atlantis', null],
    ['+01:00', null],
    ['', null],
    ['Etc/../../passwd', null],
  ])('%j is %j', (given, known) => {
    expect(zoneNamed(given)).toBe(known)
  })
})
