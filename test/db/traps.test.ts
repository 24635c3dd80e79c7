import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)
const rows = readFileSync(new URL('traps.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => /^\| [^-|]/.test(line) && !line.startsWith('| Trap |'))
  .map((line) => line.split('|').map((cell) => cell.trim()))

describe('the table of traps', () => {
  test('names each that was found by trying', () => {
    const known =
      'BUSY|BUSY_SNAPSHOT|RETURNING|WAL reset|booleans|deferred batch|defaults|disk full|errors|interactive transactions|migrations|numbers|one connection too many|open reader|several statements|slow search|synchronous thread|two processes|œ and æ'
    expect([...new Set(rows.map(([, name]) => name))].toSorted()).toEqual(known.split('|').toSorted())
  })

  test.each(rows.map((cells) => [cells[1] ?? '', cells.at(-3) ?? '', cells.at(-2) ?? ''] as const))(
    '%s stands in %s as a test',
    (_, file, words) => {
      const lines = readFileSync(new URL(file, root), 'utf8').split('\n')
      expect(lines.some((line) => /\b(describe|test)\b/.test(line) && line.includes(words))).toBe(true)
    },
  )
})
