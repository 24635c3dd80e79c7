import { expect, test } from 'vitest'
import { isPhone } from './phone.ts'

test.each([
  [null, true],
  ['01 23 45 67 89', true],
  ['+33 (0)1 23 45 67 89', true],
  ['06.12.34.56.78, le matin', true],
  ['+352 12 34 56', true],
  ['3949', true],
  ['115', true],
  ['01 23 45', false],
  ['demander Amel', false],
  ['12345678', false],
] as const)('%j can be called: %s', (text, expected) => expect(isPhone(text)).toBe(expected))
