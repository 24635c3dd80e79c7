import { describe, expect, test } from 'vitest'
import { obfuscated, readList, writeList, type Listed } from './blocklist.ts'

const head = '#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate'
const read = (text: string) => readList(text, 'hub.example')
const blocked = (host: string, more: Partial<Listed> = {}): Listed => ({
  ...{ host, severity: 'suspend', rejectMedia: false, rejectReports: false },
  ...{ publicComment: '', obfuscate: false },
  ...more,
})

describe('a list of another server', () => {
  test('is read as Mastodon writes it', async () => {
    const text = `${head}\nspam.test,suspend,false,false,,false\nrude.test,silence,TRUE,true,"Insultes, ""menaces""",true\nodd.test,noop,true,false,,false\n`
    expect((await read(text)).listed).toEqual([
      blocked('spam.test'),
      blocked('rude.test', {
        ...{ severity: 'silence', rejectMedia: true, rejectReports: true, obfuscate: true },
        publicComment: 'Insultes, "menaces"',
      }),
      blocked('odd.test', { severity: 'noop', rejectMedia: true }),
    ])
  })

  test.each([
    ['names alone', 'spam.test\nrude.test'],
    ['a head without its marks', 'domain\nspam.test\nrude.test\n'],
    ['another order', '#severity,#domain\nsuspend,spam.test\nsuspend,rude.test'],
    ['a mark of UTF-8 and Windows line ends', `\uFEFF${head}\r\nspam.test,suspend\r\nrude.test,suspend\r\n`],
    ['quotes everywhere', '"#domain","#severity"\n"spam.test","suspend"\n"rude.test",""\n'],
    ['semicolons', '#domain;#severity;#public_comment\nspam.test;suspend;a, b\nrude.test;suspend;\n'],
    ['empty lines and remarks', '# ma liste\n\nspam.test\n\n   \n# fin\nrude.test\n\n'],
    ['old Mac line ends', '#domain\rspam.test\rrude.test'],
    ['columns that nobody knows', '#domain,#note\nspam.test,x\nrude.test,y'],
    ['other spellings', 'https://Spam.Test./\n*.RUDE.test'],
  ])('is read with %s', async (_, text) => {
    const { listed, faults } = await read(text)
    expect(listed.map(({ host, severity }) => [host, severity])).toEqual([
      ['spam.test', 'suspend'],
      ['rude.test', 'suspend'],
    ])
    expect(faults).toEqual([])
  })

  test('says of each line that cannot be taken where it stands, and why', async () => {
    const text = `${head}\n"fine.test",suspend,,,"two\nlines",\ns***.test,suspend\nun nom,suspend\ncom,suspend\nHUB.example.,suspend\nexample,suspend\nspam.test,limit\nFINE.test,silence\nsub.hub.example,suspend`
    const { listed, faults } = await read(text)
    expect(listed.map(({ host }) => host)).toEqual(['fine.test', 'sub.hub.example'])
    expect(faults.map(({ line, fault }) => [line, fault])).toEqual([
      [4, 'obfuscated'],
      [5, 'not-a-host'],
      [6, 'not-a-host'],
      [7, 'own'],
      [8, 'not-a-host'],
      [9, 'severity'],
      [10, 'twice'],
    ])
  })

  test('ends at 20,000 lines, and says so', async () => {
    const lines = Array.from({ length: 20_001 }, (_, n) => `h${n}.test`)
    const whole = await read(lines.slice(0, 20_000).join('\n'))
    expect([whole.listed.length, whole.cut]).toEqual([20_000, false])
    const headed = await read(`#domain\n${lines.join('\n')}`)
    expect([headed.listed.length, headed.cut]).toEqual([20_000, true])
    expect((await read(lines.join('\n'))).cut).toBe(true)
  })

  test.each([
    ['a quote that is never closed', `${head}\n"spam.test,suspend\n${'x,'.repeat(50_000)}`],
    ['a million quotes', '"'.repeat(1_000_000)],
    ['a million commas', ','.repeat(1_000_000)],
    ['nothing but line ends', '\r\n'.repeat(500_000)],
    ['a picture', '\u0000\u0001PNG\r\n\u001a\n'.repeat(1_000)],
  ])('may be anything: %s is no list', async (_, text) => {
    expect((await read(text)).listed).toEqual([])
  })
})

test('a list that was written is read as it was, and runs in no spreadsheet', async () => {
  const listed = [
    blocked('spam.test', { publicComment: '=HYPERLINK("https://evil.test")' }),
    blocked('xn--bcher-kva.test', { severity: 'silence', publicComment: 'Une phrase,\n« deux » "lignes"' }),
    blocked('rude.test:8443', { severity: 'noop', rejectMedia: true, rejectReports: true, obfuscate: true }),
  ]
  listed.push(blocked('-a.spam.test'))
  const text = await writeList(listed)
  expect(text.split('\n')[0]).toBe(head)
  expect(text).not.toMatch(/(^|[,"])=/m)
  expect((await read(text)).listed).toEqual(listed)
})

test('a name half hidden keeps its ends and its dots', () => {
  expect(obfuscated('mauvais.example')).toBe('mauv***.****ple')
  expect(obfuscated('a.test')).toBe('a.***t')
})
