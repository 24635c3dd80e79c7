import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { buttonOf } from '../../server/mail/colours.ts'
import { openMailer } from '../../server/mail/mailer.ts'
import type { Letter, Mailer } from '../../server/deps.ts'
import { locales } from '../../views/language.tsx'
import { readSources } from '../support/sources.ts'
import { openPost, type Post } from './post.ts'
import { hub, identified, origin, others, samples, typed } from './samples.ts'

// Every letter of every room, in both languages, through a real relay.

let post: Post
let mailer: Mailer
const came = new Map<Letter, Post['received'][number]>()
beforeAll(async () => {
  post = await openPost()
  const opened = openMailer({ smtpUrl: post.url, mailFrom: `"${hub}" <hub@reseau.example>` }, identified)
  if (opened === null) throw new Error('There is no mailer.')
  mailer = opened
  await Promise.all(all.map(async (one) => came.set(one.letter, await sent(one.letter))))
}, 30_000)
afterAll(() => post.close())

const all = locales.flatMap((locale) =>
  Object.entries(samples).flatMap(([file, verbs]) =>
    Object.entries(verbs).flatMap(([verb, makers]) =>
      makers.map((make, n) => ({
        name: `${file.replace(/^server\/|\/letters\.ts$/g, '')} ${verb} ${n + 1} ${locale}`,
        locale,
        letter: make({ email: 'zoe@asso.example', locale }),
      })),
    ),
  ),
)

test('no letter is forgotten: each verb that makes one has its sample', async () => {
  const root = join(import.meta.dirname, '../..')
  const missing: string[] = []
  for (const file of globSync('server/**/letters*.ts', { cwd: root })) {
    const room = (await import(pathToFileURL(join(root, file)).href)) as Record<string, unknown>
    for (const [verb, made] of Object.entries(room))
      if (typeof made === 'function' && !others.includes(verb) && !samples[file]?.[verb])
        missing.push(`${file} ${verb}`)
  }
  expect(missing).toEqual([])
})

test('buttons have the colour of the hub', () => {
  const { ground, words } = buttonOf(identified)
  const pressed = [...came.values()].flatMap(
    ({ mail }) => String(mail.html).match(/background:#\w+;color:#\w+/g) ?? [],
  )
  expect(new Set(pressed)).toEqual(new Set([`background:${ground};color:${words}`]))
})

test('letters are made in a file of that name, and nowhere else', () => {
  const elsewhere = readSources()
    .filter(({ file }) => !file.startsWith('server/mail/') && !/\/letters[^/]*\.ts$/.test(file))
    .filter(({ code }) => /\bcompose\(|\bmailer\??\.?\(\{/.test(code))
  expect(elsewhere.map(({ file }) => file)).toEqual([])
})

describe.each(all)('$name', ({ letter, locale }) => {
  it('says in HTML what it says in text, with the same links, in its language', () => {
    const { mail, source } = arrived(letter)
    expect(source).toMatch(/^Content-Type: multipart\/alternative/m)
    expect(mail.headers.get('content-language')).toBe(locale)
    // A gap in a sentence that nobody filled.
    expect(mail.text).not.toContain('${')
    expect(mail.text).toContain(locale === 'fr' ? 'Vous recevez ce message' : 'You get this message')
    const html = String(mail.html)
    expect(html).toMatch(new RegExp(`^<!DOCTYPE html><html lang="${locale}" dir="ltr">`))
    expect(wordsOf(html)).toEqual(wordsInText(mail.text ?? ''))
    expect(read(/<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? '')).toBe(flat(letter.subject))
    expect([...hrefs(html)].toSorted()).toEqual([...ownAddresses(mail.text ?? '')].toSorted())
  })

  it('has a word in each of its places, says what to press, and shows nothing that was left to be filled in', () => {
    const whole = `${letter.subject}\n${letter.text}`
    expect(whole).not.toMatch(/\$\{|\[object|\b(?:undefined|null|NaN)\b/)
    expect(letter.text).not.toMatch(/\n{3,}| \n|\.\.(?!\.)/)
    // What has a colon at its end leads on to something.
    expect(letter.text).not.toMatch(/:\n\n(?:—|Vous recevez|You get)/)
  })

  it('fetches nothing, leads nowhere else, and takes nobody’s words for its own', () => {
    const html = String(arrived(letter).mail.html)
    expect([...hrefs(html)].filter((href) => !href.startsWith(`${origin}/`))).toEqual([])
    expect(html).not.toMatch(
      /<(script|img|link|style|iframe|object|form|b>)|\bsrc=|url\(|@import|javascript:/i,
    )
    expect(html.includes('piege.example')).toBe(letter.text.includes('piege.example'))
    expect(html.replaceAll(/<blockquote.*?<\/blockquote>/gs, '')).not.toContain('piege.example')
  })

  it('is a letter as mail asks for: one recipient, its headers, short lines, nothing but ASCII on the way', () => {
    const { mail, source, recipients } = arrived(letter)
    expect(recipients).toEqual([expect.stringMatching(/^n\d+-zoe@asso\.example$/)])
    expect(flat(mail.subject ?? '')).toBe(flat(letter.subject))
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
    expect(mail.messageId).toMatch(/^<[^<>@\s]+@reseau\.example>$/)
    expect(mail.date).toBeInstanceOf(Date)
    expect(mail.headers.has('bcc')).toBe(false)
    expect(/^List-Unsubscribe:/m.test(source)).toBe(letter.unsubscribe !== undefined)
    if (letter.thread !== undefined) expect(mail.references).toBe(`<${letter.thread}@reseau.example>`)
    const tooLong = source.split('\r\n').filter((line) => line.length > 78)
    expect(tooLong.filter((line) => !line.includes(letter.unsubscribe ?? 'nothing'))).toEqual([])
    expect(source).toMatch(/^[\t\r\n\x20-\x7e]*$/)
  })
})

test('a letter with text alone gets its HTML from its paragraphs, and links to our pages alone', async () => {
  const text = `Bonjour,\n\nUne page\u00a0: ${origin}/emplois?a=1&b=2.\nUne autre\u00a0: ${origin}.piege.example/x\n\n${typed}\n`
  const { mail } = await sent({
    to: 'zoe@asso.example',
    subject: 'Vos annonces <expirent>',
    text,
    language: 'fr',
  })
  const html = String(mail.html)
  expect(wordsOf(html)).toEqual(wordsInText(mail.text ?? ''))
  expect([...hrefs(html)]).toEqual([`${origin}/emplois?a=1&b=2`])
  expect(html).toContain('<h1')
  expect(html).not.toMatch(/<script|<expirent/)
})

/** Each goes to an address of its own, so that all may be on the way at once. */
async function sent(letter: Letter): Promise<Post['received'][number]> {
  const to = `n${nth++}-zoe@asso.example`
  await mailer({ ...letter, to })
  const one = post.received.find(({ recipients }) => recipients.includes(to))
  if (one === undefined) throw new Error('Nothing came.')
  return one
}
let nth = 0

function arrived(letter: Letter): Post['received'][number] {
  const one = came.get(letter)
  if (one === undefined) throw new Error('Nothing came.')
  return one
}

const decode = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
const read = (html: string): string =>
  flat(decode(html.replaceAll(/<\/?(a|span)\b[^>]*>/g, '').replaceAll(/<[^>]*>/g, ' ')))
const withoutAddresses = (text: string): string => flat(text.replaceAll(/https?:\/\/\S+/g, ' '))

/** What is below the title, which the mailbox shows as the subject. */
const wordsOf = (html: string): string => withoutAddresses(read(html.slice(html.indexOf('</h1>'))))

/** Without the signs that stand for what HTML has elements for. */
const wordsInText = (text: string): string =>
  withoutAddresses(text.replaceAll(/^ *(→ |• |> ?|== )| ==$/gm, ''))

const hrefs = (html: string): Set<string> =>
  new Set([...html.matchAll(/<a href="([^"]*)"/g)].map(([, href = '']) => decode(href)))

const ownAddresses = (text: string): Set<string> =>
  new Set(text.match(/https?:\/\/[^\s]+/g)?.filter((address) => address.startsWith(`${origin}/`)))
