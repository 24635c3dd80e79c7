import { expect, test } from 'vitest'
import { quantiles, shadeOf } from './quantiles.ts'

test.each([
  [[], []],
  [[0, 0], []],
  [[3], [[3, 3]]],
  [[1, 1, 1, 2], [[1, 1], [2, 2]]], // prettier-ignore
  [
    [1, 2, 3, 4, 5, 6, 7, 800],
    [
      [1, 2],
      [3, 4],
      [5, 6],
      [7, 800],
    ],
  ],
  [[1, 1, 1, 1, 1, 1, 2, 3, 9, 20], [[1, 2], [3, 20]]], // prettier-ignore
])('%j is worn in %j', (counts, expected) => {
  expect(quantiles(counts).map(({ least, most }) => [least, most])).toEqual(expected)
})

test('what is most is worn strongest, what is nothing not at all', () => {
  const from = quantiles([1, 2, 3, 4, 5, 6, 7, 800])
  expect([0, 1, 4, 6, 800].map((count) => shadeOf(count, from))).toEqual([0, 1, 2, 3, 4])
})

test('where few can be told apart, what there is most of is strongest all the same', () => {
  expect([0, 1].map((count) => shadeOf(count, quantiles([1, 1])))).toEqual([0, 4])
  expect([1, 2].map((count) => shadeOf(count, quantiles([1, 2])))).toEqual([3, 4])
})
