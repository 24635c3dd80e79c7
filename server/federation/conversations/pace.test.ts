import { describe, expect, test } from 'vitest'
import { createPace } from './pace.ts'

describe('the pace', () => {
  test('gives each host a turn a second, whoever asks, and hosts do not wait for one another', () => {
    const pace = createPace(() => 10_000)
    expect([1, 2, 3].map(() => pace.turn('a.test'))).toEqual([10_000, 11_000, 12_000])
    expect(pace.turn('b.test')).toBe(10_000)
  })

  test('begins anew once the host was left alone', () => {
    let now = 0
    const pace = createPace(() => now)
    pace.turn('a.test')
    now = 60_000
    expect(pace.turn('a.test')).toBe(60_000)
  })

  test('lets those wait who come after several requests', () => {
    const pace = createPace(() => 0)
    pace.turn('a.test')
    pace.spent('a.test', 2)
    expect(pace.turn('a.test')).toBe(3_000)
  })

  test('does not forget those that are busy for the sake of those that are not', () => {
    let now = 0
    const pace = createPace(() => now)
    for (let at = 0; at < 4_999; at++) pace.turn(`${at}.test`)
    now = 2_000
    pace.turn('busy.test')
    pace.turn('another.test')
    expect(pace.turn('busy.test')).toBe(3_000)
  })
})
