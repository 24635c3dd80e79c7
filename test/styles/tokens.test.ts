import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contrast } from '../../server/hub/colour.ts'
import { root } from '../support/dist.ts'

// What docs/design.md promises of the sheets: colours are tokens, tokens are readable, and nothing is left or right.

const folder = join(root, 'static/css')
const sheets = globSync('*.css', { cwd: folder })
  .toSorted()
  .map((file) => ({
    file,
    text: readFileSync(join(folder, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, ''),
  }))
const sheet = (name: string): string => sheets.find(({ file }) => file === name)?.text ?? ''

/** Where colours are named; a sheet of paper has sizes of its own. */
const named = ['tokens.css', 'contrast.css']
const paper = ['print.css']

const lines = (wrong: (line: string) => boolean, except: readonly string[] = []): string[] =>
  sheets
    .filter(({ file }) => !except.includes(file))
    .flatMap(({ file, text }) =>
      text
        .split('\n')
        .filter(wrong)
        .map((line) => `${file}: ${line.trim()}`),
    )

describe('the sheets', () => {
  test('name every colour by a token', () => {
    const raw =
      /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(|:\s*(?:white|black|red|grey|gray)\b/i
    expect(lines((line) => raw.test(line), named)).toEqual([])
  })

  test('use no token that is not defined', () => {
    const defined = new Set(
      sheets.flatMap(({ text }) => [...text.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name)),
    )
    const used = sheets.flatMap(({ file, text }) =>
      [...text.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => ({ file, name })),
    )
    expect(used.filter(({ name }) => !defined.has(name))).toEqual([])
  })

  test('define no token that nobody uses', () => {
    const all = sheets.map(({ text }) => text).join('\n')
    const defined = new Set(
      [...sheet('tokens.css').matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name ?? ''),
    )
    expect([...defined].filter((name) => !all.includes(`var(${name})`))).toEqual([])
  })

  test('say start and end, so that a page may run from the right', () => {
    const physical = [
      /(?:^|[\s;{])(?:margin|padding|border|scroll-margin|scroll-padding|inset)-(?:left|right|top|bottom)\b/,
      /(?:^|[\s;{])(?:left|right|top|bottom)\s*:/,
      /(?:text-align|float|clear|caption-side|resize)\s*:\s*(?:left|right)\b/,
      /border-(?:top|bottom)-(?:left|right)-radius/,
      /(?:^|[\s;{])(?:min-|max-)?(?:width|height)\s*:/,
    ]
    expect(lines((line) => physical.some((one) => one.test(line)))).toEqual([])
  })

  test('use no shorthand whose two sides differ', () => {
    const four = /^\s*(?:margin|padding|inset|border-width|border-radius)\s*:\s*(.+);/
    const uneven = (line: string): boolean => {
      const sides = four.exec(line)?.[1]?.match(/(?:[^\s(]|\([^)]*\))+/g) ?? []
      return sides.length === 4 && sides[1] !== sides[3]
    }
    expect(lines(uneven)).toEqual([])
  })

  test('take the sizes of words from the scale, but where a word follows the one beside it', () => {
    const own = /font-size:\s*(?!\s|var\(--|inherit|[\d.]+em\b)/
    expect(lines((line) => own.test(line), paper)).toEqual([])
  })

  test('move by tokens, which are nothing for whoever asks for no motion', () => {
    expect(lines((line) => /(?<![\w.-])\d*\.?\d+m?s\b/.test(line), ['tokens.css'])).toEqual([])
    const still =
      /prefers-reduced-motion: reduce\) \{\s*:root \{([^}]*)\}/.exec(sheet('tokens.css'))?.[1] ?? ''
    for (const name of ['--quick', '--calm']) expect(still).toContain(`${name}: 0s`)
  })

  test('are each joined by style.css, and said in its list', () => {
    const index = readFileSync(join(root, 'static/style.css'), 'utf8')
    expect(sheets.map(({ file }) => file).filter((file) => !index.includes(`'css/${file}'`))).toEqual([
      'styles.css',
    ])
  })
})

type Scheme = 'light' | 'dark'

/** Tokens of the root, for one time of the day. */
function tokens(texts: readonly string[], scheme: Scheme): Map<string, string> {
  const found = new Map<string, string>()
  for (const text of texts)
    for (const [, name = '', value = ''] of (/:root \{([\s\S]*?)\n\}/.exec(text)?.[1] ?? '').matchAll(
      /(--[\w-]+):\s*([^;]+);/g,
    ))
      found.set(name, /light-dark\((#\w+), (#\w+)\)/.exec(value)?.[scheme === 'light' ? 1 : 2] ?? value)
  return found
}

const grounds = ['--paper', '--surface', '--sunken']
const notices = ['--good-tint', '--warning-tint', '--bad-tint', '--info-tint', '--accent-tint']
/** What is read → what it stands on, somewhere in the sheets. */
const read: readonly (readonly [string, readonly string[]])[] = [
  ['--ink', [...grounds, ...notices]],
  ['--ink-soft', [...grounds, ...notices]],
  ['--accent', [...grounds, ...notices]],
  ['--accent-strong', [...grounds, ...notices]],
  ['--on-accent', ['--accent', '--accent-strong']],
  ['--on-ochre', ['--ochre']],
  ['--good', [...grounds, '--good-tint']],
  ['--warning', [...grounds, '--warning-tint']],
  ['--bad', [...grounds, '--bad-tint']],
  ['--info', [...grounds, '--info-tint']],
  // A button of danger under the pointer.
  ['--surface', ['--bad']],
  ['--on-sheet', ['--sheet']],
]
/** Edges that one has to see to use a control: https://www.w3.org/TR/WCAG22/#non-text-contrast */
const seen: readonly (readonly [string, readonly string[]])[] = [
  ['--line-strong', grounds],
  ['--ochre', ['--paper', '--surface']],
  ['--bad', grounds],
]

const faint = (table: Map<string, string>, pairs: typeof read, least: number): string[] =>
  pairs.flatMap(([word, on]) =>
    on
      .map((ground) => ({ ground, is: contrast(table.get(word) ?? '', table.get(ground) ?? '') }))
      .filter(({ is }) => !(is >= least))
      .map(({ ground, is }) => `${word} on ${ground}: ${is.toFixed(2)}`),
  )

describe.each(['light', 'dark'] as const)('the colours of the %s', (scheme) => {
  const usual = tokens([sheet('tokens.css')], scheme)
  const more = tokens([sheet('tokens.css'), sheet('contrast.css')], scheme)

  test('can be read on all that they stand on', () => {
    expect(faint(usual, read, 4.5)).toEqual([])
    expect(faint(usual, seen, 3)).toEqual([])
  })

  test('can be read much better by whoever asks for more contrast', () => {
    expect(faint(more, read, 7)).toEqual([])
    expect(faint(more, [['--line', grounds]], 4.5)).toEqual([])
  })

  test('of each kind can be read on its tint and on the paper', () => {
    const kinds = [
      ...sheet('tokens.css').matchAll(
        /\.(kind-\w+) \{\s*--hue: light-dark\((#\w+), (#\w+)\);\s*--tint: light-dark\((#\w+), (#\w+)\)/g,
      ),
    ]
    expect(kinds.length).toBe(10)
    const poor = kinds.flatMap(([, name, hue, hueDark, tint, tintDark]) => {
      const [word = '', ground = ''] = scheme === 'light' ? [hue, tint] : [hueDark, tintDark]
      const on = [ground, ...grounds.map((one) => usual.get(one) ?? '')]
      return on.filter((one) => !(contrast(word, one) >= 4.5)).map((one) => `${name} on ${one}`)
    })
    expect(poor).toEqual([])
  })
})

test('a rule that names both words and ground names a pair that can be read', () => {
  for (const scheme of ['light', 'dark'] as const) {
    const table = tokens([sheet('tokens.css')], scheme)
    const poor = sheets.flatMap(({ file, text }) =>
      [...text.matchAll(/\{([^{}]*)\}/g)].flatMap(([, rule = '']) => {
        const word = table.get(/(?:^|[\s;])color:\s*var\((--[\w-]+)\)/.exec(rule)?.[1] ?? '')
        const ground = table.get(/(?:^|[\s;])background:\s*var\((--[\w-]+)\)/.exec(rule)?.[1] ?? '')
        if (!/^#\w{6}$/.test(word ?? '') || !/^#\w{6}$/.test(ground ?? '')) return []
        return contrast(word ?? '', ground ?? '') >= 4.5 ? [] : [`${file}: ${rule.trim()}`]
      }),
    )
    expect(poor).toEqual([])
  }
})
