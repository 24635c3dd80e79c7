import { expect, test } from 'vitest'
import { readSources } from '../support/sources.ts'

/** French or English words in a row, as a reader meets them: text between tags, or a value that is said. */
const shown = [
  // <p>Some words</p>, <b>Mot</b>: what JSX shows without braces.
  /<[a-z][\w.]*(?:\s[^<>]*)?>\s*([^<>{}\n]*\p{L}{3}[^<>{}\n]*?)\s*<\//gu,
  // A line of its own inside an element: no code reads like that.
  /^\s*(\p{Lu}[\p{L}’]+(?: [\p{L}’,-]+){2,}[.!?…]?)$/gmu,
  // aria-label="…", title="…", placeholder="…", alt="…"
  /\b(?:aria-label|title|placeholder|alt|label)="([^"]*\p{L}{3}[^"]*)"/gu,
  // A ternary or a property with a sentence, outside of any catalogue: two words and an accent or a full stop.
  /'((?:[^'\n]*\p{L}{2} )+[^'\n]*(?:[àâçéèêëîïôûùœ’«»]|[a-z]\.)[^'\n]*)'/gu,
]

/** What stands in a catalogue is a text; whatever is thrown is read by programs, in English (docs/adr/0006). */
const withoutTexts = (code: string): string =>
  code
    .replaceAll(/\bcatalogue\(\s*'[^']+',\s*\{.*?\n\}\)|\bcatalogue\('[^']+', \{[^\n]*\}\)/gs, '')
    .replaceAll(/new (?:Refusal|Error|\w*Refused)\((?:[^()]|\([^()]*\))*\)/gs, '')
    .replaceAll(/^import .*$/gm, '')

/** The same in every language. */
const names = new Set(['data·inclusion (JSON)', 'svg-maps (Victor Cazanave)'])

/** Quotes that are not the two ends of one text. */
const isCode = (words: string): boolean => /[(){}=;|&$]|\?\?|\w \? |^[?:,] /.test(words)

test('what pages say stands in a catalogue, and nowhere else', () => {
  const outside = readSources()
    .filter(({ file }) => /^(?:views|server\/web)\/(?!api\/)/.test(file))
    .flatMap(({ file, code }) =>
      shown.flatMap((pattern) =>
        [...withoutTexts(code).matchAll(pattern)].map(([, words = '']) => ({ file, words: words.trim() })),
      ),
    )
    .filter(({ words }) => !names.has(words) && !isCode(words))
  expect(outside.map(({ file, words }) => `${file}: ${words}`)).toEqual([])
})

test('nothing asks which language it is: what differs is a text, or a property of the language', () => {
  const asking =
    /locale\w* ?[!=]==? ?'|startsWith\('(?:fr|en)'\)|\['fr', 'en'\]|'fr' \| 'en'|\? 'en' : 'fr'|Record<Locale/
  // ‘iso’ is no language of anybody.
  const may = new Set(['views/language.tsx', 'views/language-file.ts', 'views/format.ts'])
  expect(
    readSources()
      .filter(({ file, code }) => !file.startsWith('db/') && asking.test(code) && !may.has(file))
      .map(({ file, code }) => `${file}: ${asking.exec(code)?.[0]}`),
  ).toEqual([])
})

test('languages are not copied when a file is loaded: one may come after it', () => {
  const copied = /(?:choice|enum)\(locales|: \{ fr: \{ label/
  expect(
    readSources()
      .filter(({ code }) => copied.test(code))
      .map(({ file }) => file),
  ).toEqual([])
})

test('no text makes its plural by hand: it has the forms of its language', () => {
  const byHand =
    /\bcount (?:===? 1|< 2|> 1) \? (?:'s?'|`\$\{count\} \w+` : `\$\{count\})|=== '1' \?|\? '' : 's'/
  expect(
    readSources()
      .filter(({ code }) => byHand.test(code))
      .map(({ file }) => file),
  ).toEqual([])
})

test('amounts and decimals are written by Intl', () => {
  const byHand = /\.toFixed\(|\.toLocale(?:Date|Time)?String\(|\$\{[^}]*\}(?:\\u00a0| )?€/
  expect(
    readSources()
      .filter(({ file, code }) => !file.startsWith('server/demo/') && byHand.test(code))
      .map(({ file }) => file),
  ).toEqual([])
})
