import { describe, expect, test } from 'vitest'
import { documentLimits, parseLimited } from '../../server/federation/json.ts'
import { plainText, safeHtml } from '../../server/text/html.ts'
import { renderMarkdown } from '../../server/text/markdown.ts'
import { plainLine } from '../../server/text/plain-line.ts'
import { changed, received, sent } from '../federation/signers.ts'
import { effort } from '../support/effort.ts'

// Who looks twice at each letter takes sixteen times as long for a text four times as long. Who looks once, four times.
const longer = 4
const most = 9

type Text = (length: number) => string

const filled =
  (part: string, before = '', after = ''): Text =>
  (length) =>
    before + part.repeat(Math.max(1, Math.floor(length / part.length))) + after

async function isReadOnce(text: Text, length: number, read: (text: string) => unknown): Promise<void> {
  const [short, long] = [text(length), text(length * longer)]
  const first = await effort(() => read(short))
  const ratio = (await effort(() => read(long))) / first
  expect(ratio).toBeLessThan(most)
}

const headers: readonly (readonly [string, Text])[] = [
  ['quotation marks without an end', filled('a="')],
  ['a value without an end', filled('a', 'keyId="')],
  ['spaces', filled(' ', '', 'x')],
  ['spaces in a list', filled(' ', 'keyId="a",', ',x')],
  ['one parameter again and again', filled('a="b",')],
  ['commas', filled(',')],
  ['backslashes', filled('\\', 'keyId="', '"')],
  ['names of headers', (length) => `keyId="a",signature="AAAA",headers="${'date '.repeat(length / 5)}"`],
]

describe('rule 26: a header four times as long is read in four times the time', () => {
  test.each(headers)('of a cavage signature: %s', async (_, text) => {
    const request = await sent('cavage')
    await isReadOnce(text, 20_000, (signature) => received(changed(request, { signature })))
  })

  test.each([
    ...headers,
    ['components without an end', filled('a" "', 'sig1=("')],
    ['components', filled('"a" ', 'sig1=(', ');')],
    ['parameters', filled(';a="', 'sig1=()')],
    ['members of a dictionary', filled('a=(),', 'sig1=()')],
  ] as const)('of RFC 9421: %s', async (_, text) => {
    const request = await sent('rfc9421')
    await isReadOnce(text, 20_000, (input) => received(changed(request, { 'signature-input': input })))
  })

  test.each([
    ['a digest', 'digest', filled('SHA-256=AAAA,')],
    ['a date', 'date', filled(' ', 'Mon,', 'GMT')],
    ['a host', 'host', filled('a.')],
  ] as const)('as %s', async (_, name, text) => {
    const request = await sent('cavage')
    await isReadOnce(text, 20_000, (value) => received(changed(request, { [name]: value })))
  })
})

describe('rule 16: JSON four times as long is read in four times the time', () => {
  test.each([
    ['nested', filled('[')],
    ['nested objects', filled('{"a":')],
    ['a list', filled('1,', '[', '1]')],
    [
      'members',
      (length: number) =>
        JSON.stringify(Object.fromEntries(Array.from({ length: length / 10 }, (_, n) => [`k${n}`, n]))),
    ],
    ['a text', filled('a', '"', '"')],
    ['backslashes', filled('\\\\', '"', '"')],
    ['a text without an end', filled('\\"', '"')],
    ['spaces', filled(' ', '{', '}')],
    ['long arrays that are cut', filled('1,', '{"tag":[', '1]}')],
  ] as const)('%s', async (_, text) => {
    const limits = { ...documentLimits, bytes: 1e9, nodes: 1e9, depth: 1e6 }
    // Deep JSON ends at the depth that is allowed: its length alone is looked at.
    const deep = { ...limits, depth: 32 }
    await isReadOnce(text, 40_000, (json) =>
      parseLimited(Buffer.from(json), /^[[{"a:]+$/.test(json) ? deep : limits),
    )
  })
})

const texts: readonly (readonly [string, Text])[] = [
  ['letters', filled('mot ')],
  ['tags', filled('<p>a</p>')],
  ['tags that are opened', filled('<b>')],
  ['tags without an end', filled('<a href="')],
  ['smaller-than signs', filled('<')],
  ['smaller-than signs with one end', filled('<', '', '>')],
  ['ampersands', filled('&amp')],
  ['comments', filled('<!--')],
  ['forbidden tags', filled('<script>')],
  ['attributes', filled('a="b" ', '<p ', '>')],
  ['spaces', filled(' ', 'a', 'b')],
]

describe('rule 23: a text four times as long is made harmless in four times the time', () => {
  test.each(texts)('as HTML: %s', (_, text) => isReadOnce(text, 12_000, safeHtml))
  test.each(texts)('as plain text: %s', (_, text) => isReadOnce(text, 12_000, plainText))
  test.each([
    ...texts,
    ['marks upon marks', filled('e\u0301\u0301\u0301')] as const,
    ['marks upon one letter', filled('\u0301', 'a', 'b')] as const,
    ['what is unseen', filled('\u200b')] as const,
  ])('as a line: %s', (_, text) => isReadOnce(text, 12_000, (html) => plainLine(html, 500)))
  test.each([
    ...texts,
    ['emphasis', filled('*a')],
    ['brackets', filled('[')],
    ['links', filled('[a](')],
    ['quotations', filled('> ')],
    ['lists', filled('- a\n')],
    ['backticks', filled('`a')],
    ['addresses', filled('https://a.test ')],
  ] as const)('as Markdown: %s', (_, text) => isReadOnce(text, 5_000, (body) => renderMarkdown(body, 'fr')))
})
