import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)
const table = readFileSync(new URL('rules.md', import.meta.url), 'utf8')
const rows = table
  .split('\n')
  .filter((line) => /^\| (A?\d)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))

describe('the table of rules and attacks', () => {
  test('names every rule that this hub keeps, and every attack', () => {
    const named = new Set(rows.map(([, name]) => name))
    const kept = Array.from({ length: 35 }, (_, at) => String(at + 1))
    const attacks =
      'A1 A1b A2 A3 A4 A5 A5b A6 A7 A8 A9 A10 A11 A11b A11c A11d A12 A13 A14 A15 A17 A18 A19'.split(' ')
    expect([...named].sort()).toEqual([...kept, ...attacks].sort())
  })

  test.each(rows.map((cells) => [cells[1] ?? '', cells.at(-3) ?? '', cells.at(-2) ?? ''] as const))(
    '%s stands in %s as a test',
    (_, file, words) => {
      const lines = readFileSync(new URL(file, root), 'utf8').split('\n')
      const titles = lines.filter((line) => /\b(describe|test)\b|^\s*['\]}].*['`], /.test(line))
      expect(titles.some((line) => line.includes(words))).toBe(true)
    },
  )
})
