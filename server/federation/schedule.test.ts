import { describe, expect, test } from 'vitest'
import { askedToWait, breakerRest, retryAfter, verdictOf } from './schedule.ts'

const minute = 60_000
const hour = 60 * minute
const now = Date.parse('2026-11-23T08:00:00Z')

describe('a delivery that failed', () => {
  test.each([
    [1, minute],
    [2, 5 * minute],
    [3, 15 * minute],
    [4, hour],
    [5, 4 * hour],
    [6, 12 * hour],
    [7, 24 * hour],
    [12, 24 * hour],
  ])('the %ith time waits about that long, a quarter less or more by chance', (attempts, wait) => {
    expect(retryAfter(attempts, 0)).toBe(wait * 0.75)
    expect(retryAfter(attempts, 0.5)).toBe(wait)
    expect(retryAfter(attempts, 1)).toBe(wait * 1.25)
  })

  test('is given up after about a week', () => {
    expect(retryAfter(13, 0.5)).toBeNull()
    const week = Array.from({ length: 12 }, (_, at) => retryAfter(at + 1, 0.5) ?? 0)
    expect(week.reduce((sum, wait) => sum + wait, 0) / (24 * hour)).toBeCloseTo(6.7, 1)
  })
})

describe('an answer', () => {
  test.each([
    [200, 'done'],
    [202, 'done'],
    [400, 'knock-again'],
    [401, 'knock-again'],
    [403, 'knock-again'],
    [404, 'gone'],
    [410, 'gone'],
    [408, 'later'],
    [429, 'later'],
    [500, 'later'],
    [503, 'later'],
    [301, 'never'],
    [422, 'never'],
    [501, 'never'],
  ])('of %i means: %s', (status, verdict) => {
    expect(verdictOf(status)).toBe(verdict)
  })
})

describe('Retry-After', () => {
  test.each([
    [undefined, 0],
    ['120', 2 * minute],
    ['Mon, 23 Nov 2026 09:00:00 GMT', hour],
    ['Mon, 23 Nov 2026 07:00:00 GMT', 0],
    ['-5', 0],
    ['99999999999', 24 * hour],
    ['demain', 0],
  ])('%s', (header, wait) => {
    expect(askedToWait(header, now)).toBe(wait)
  })
})

test('a host is left alone for ten minutes after five failures, twice as long each time, six hours at most', () => {
  expect([5, 6, 7, 10, 50].map((failures) => breakerRest(failures) / minute)).toEqual([10, 20, 40, 320, 360])
})
