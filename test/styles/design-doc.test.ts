import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../support/dist.ts'

const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const design = read('docs/design.md')
const words = new Set([...design.matchAll(/`([^`\s]+)`/g)].map(([, word]) => word))

test('docs/design.md says when to use each component, and names none that is not there', () => {
  const there = globSync('views/components/*.tsx', { cwd: root })
    .flatMap((file) => [...read(file).matchAll(/^export (?:const|function) ([A-Z]\w*)/gm)])
    .map(([, name]) => name ?? '')
  expect(there.filter((name) => !words.has(name))).toEqual([])
  const rows = [...design.matchAll(/^\| (`[A-Z]\w+`(?: `[A-Z]\w+`)*) \|/gm)].flatMap(([, names = '']) =>
    [...names.matchAll(/`(\w+)`/g)].map(([, name]) => name),
  )
  expect(rows.filter((name) => !there.includes(name ?? ''))).toEqual([])
  expect(rows.length).toBe(there.length)
})

test('docs/design.md names every token, and none that is not there', () => {
  const there = [...read('static/css/tokens.css').matchAll(/(--[\w-]+):/g)].map(([, name]) => name ?? '')
  const covered = (name: string): boolean =>
    words.has(name) || /^--s[2-6]$/.test(name) || /^--(good|warning|bad|info)-tint$/.test(name)
  expect([...new Set(there)].filter((name) => !covered(name))).toEqual([])
  expect([...words].filter((word) => word?.startsWith('--') === true && !there.includes(word))).toEqual([])
})
