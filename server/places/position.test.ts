import { describe, expect, test } from 'vitest'
import { boxAround, distance, positionAt, readPosition } from './position.ts'

const port = { latitude: 48.9256, longitude: 2.2933 }

describe('a position is read', () => {
  test.each([
    '48.9256, 2.2933',
    '48.9256 2.2933',
    '48.9256,2.2933',
    ' 48,9256, 2,2933 ',
    '48,9256 ; 2,2933',
    '48.9256;2.2933',
    '48.9256/2.2933',
    '+48.9256, +2.2933',
    '48.9256 N, 2.2933 E',
    '2.2933° E 48.9256° N',
    '48.9256000001, 2.29330004',
    'geo:48.9256,2.2933',
    'geo:48.9256,2.2933,35;u=20',
    'https://www.openstreetmap.org/?mlat=48.9256&mlon=2.2933#map=17/48.9/2.3',
    'https://www.openstreetmap.org/#map=17/48.9256/2.2933',
    'https://www.openstreetmap.org/node/26691947#map=17/48.9256/2.2933&layers=T',
  ])('from %s', (typed) => expect(readPosition(typed)).toEqual(port))

  test('from degrees, minutes and seconds', () => {
    expect(readPosition('48° 55′ 32.16″ N, 2° 17′ 35.88″ E')).toEqual(port)
    expect(readPosition(`48°55'32.16"N 2°17'35.88"E`)).toEqual(port)
  })

  test('south and west of nothing, by sign or letter', () => {
    expect(readPosition('-21.1, 55.5')).toEqual({ latitude: -21.1, longitude: 55.5 })
    expect(readPosition('14.6, -61')).toEqual({ latitude: 14.6, longitude: -61 })
    expect(readPosition('14.6, −61')).toEqual({ latitude: 14.6, longitude: -61 })
    expect(readPosition('14.6 N 61 O')).toEqual({ latitude: 14.6, longitude: -61 })
  })
})

describe('no position is', () => {
  test.each([
    'Gennevilliers',
    '48.9256',
    '48.9256, 2.2933, 35',
    '91, 2',
    '48, 181',
    '0, 0',
    'geo:91,2',
    'geo:',
    'https://maps.example/#map=17/48.9256/2.2933',
    'https://www.openstreetmap.org/node/1',
    'javascript:48.9256,2.2933',
    '48.9256 E, 2.2933 E',
    '<48.9256, 2.2933>',
    `${'9'.repeat(5000)}, 2`,
  ])('%s', (typed) => expect(readPosition(typed)).toBe('position'))

  test('a point of France with its longitude first, unless letters say that it is meant', () => {
    expect(readPosition('2.2933, 48.9256')).toBe('position-order')
    expect(readPosition('2.2933 N, 48.9256 E')).toEqual({ latitude: 2.2933, longitude: 48.9256 })
    // Lille and its mirror cannot be told apart from two points of France: the rule is about one alone.
    expect(readPosition('45, 4.8')).toEqual({ latitude: 45, longitude: 4.8 })
  })

  test('what others send beyond the earth, or as text', () => {
    expect(positionAt(90.1, 2)).toBeNull()
    expect(positionAt(Number.NaN, 2)).toBeNull()
    expect(positionAt(Number.POSITIVE_INFINITY, 2)).toBeNull()
    expect(positionAt('48', 2)).toBeNull()
    expect(positionAt(0, 0)).toBeNull()
    expect(positionAt(-0.000001, 2)).toEqual({ latitude: 0, longitude: 2 })
  })
})

describe('a distance', () => {
  const paris = { latitude: 48.8566, longitude: 2.3522 }
  const lille = { latitude: 50.6292, longitude: 3.0573 }

  test('is along the great circle, the same both ways, also where the day changes', () => {
    expect(distance(paris, lille)).toBeCloseTo(203.6, 0)
    expect(distance(lille, paris)).toBe(distance(paris, lille))
    expect(distance({ latitude: 0, longitude: 179.9 }, { latitude: 0, longitude: -179.9 })).toBeCloseTo(
      22.2,
      1,
    )
  })

  test('is within the box around it, whose corners are farther', () => {
    const { south, north, west, east } = boxAround(paris, 10)
    expect(distance(paris, { latitude: north, longitude: paris.longitude })).toBeCloseTo(10, 3)
    expect(distance(paris, { latitude: paris.latitude, longitude: east ?? 0 })).toBeGreaterThanOrEqual(9.99)
    expect(distance(paris, { latitude: south, longitude: west ?? 0 })).toBeGreaterThan(10)
    expect(boxAround({ latitude: 0, longitude: 179.99 }, 10)).toMatchObject({ west: null, east: null })
    expect(boxAround({ latitude: 89, longitude: 0 }, 50)).toMatchObject({ west: null, east: null })
  })
})
