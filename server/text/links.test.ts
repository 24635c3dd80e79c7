import { expect, test } from 'vitest'
import { effort } from '../../test/support/effort.ts'
import { linksIn } from './links.ts'

const count = (html: string) => linksIn(html).addresses.length
const link = (href: string, text = 'ici') => `<a href="${href}">${text}</a>`

test('a link counts, the same one twice counts once, and an address in the text is a link', () => {
  expect(count(`<p>${link('https://a.example/x')} ${link('https://a.example/x/')}</p>`)).toBe(1)
  expect(count('<p>Voyez https://a.example/x, et http://b.example.</p>')).toBe(2)
  expect(count(link('https://a.example/x', '<span>https://</span><span>a.example/x</span>'))).toBe(1)
  expect(count(link('mailto:a@b.example') + link('/ici') + link('javascript:alert(1)'))).toBe(0)
})

test('mentions and hashtags do not count, unless there are too many to be that', () => {
  const mention = (at: number) => link(`https://m.example/@u${at}`, `@<span>u${at}</span>`)
  expect(count(mention(1) + link('https://m.example/tags/lyon', '#<span>lyon</span>'))).toBe(0)
  expect(count(Array.from({ length: 21 }, (_, at) => mention(at)).join(' '))).toBe(21)
})

test('hosts are told in one spelling, linked to or only named', () => {
  const { hosts } = linksIn(`<p>${link('https://WWW.Evil.Example./x', '@moi')} puis bit.ly, et voilà...</p>`)
  expect(hosts).toEqual(expect.arrayContaining(['www.evil.example', 'bit.ly']))
})

test.each([
  ['letters without end', 'a'],
  ['dots', '.'],
  ['words with dots', 'a.'],
  ['the beginning of an address', 'http://'],
  ['open links', '<a href="https://a.example/">'],
  ['punctuation after an address', 'https://a.example/)..).'],
])('ten times as many %s cost some ten times as much', async (_, piece) => {
  const cost = (length: number) => effort(() => linksIn(piece.repeat(Math.ceil(length / piece.length))))
  expect((await cost(16_000)) / (await cost(1_600))).toBeLessThan(40)
})
