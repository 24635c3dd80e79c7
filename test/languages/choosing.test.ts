import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { users } from '../../db/schema/accounts.ts'
import { entries } from '../../db/schema/entries.ts'
import { loadEntry } from '../../server/entries/load.ts'
import { register } from '../../server/accounts/registration.ts'
import { page } from '../../server/mail/html.ts'
import type { Locale } from '../../views/language.tsx'
import { formatCount, formatDay, formatMoney } from '../../views/format.ts'
import type { Browser } from '../accounts/browser.ts'
import { person, published, received } from '../support/publish.ts'
import { until } from '../support/until.ts'
import { openHubWithPseudo, type Hub } from './hub.ts'
import { pseudo, tag } from './pseudo.ts'

let hub: Hub
let admin: Browser
let job: string
let far: string
beforeAll(async () => {
  hub = await openHubWithPseudo()
  admin = await hub.admin()
  const writer = await person(hub.deps, 'admin')
  job = (await published(hub.deps, writer, 'job', { title: 'Une offre' })).envelope.path
  const { apId } = await received(hub.deps, 'job', { title: 'D’ailleurs', url: 'https://ailleurs.example/1' })
  far = (await loadEntry(hub.deps, eq(entries.apId, apId)))?.envelope.path ?? ''
})
afterAll(() => hub.close())

const languageOf = (html: string): string | undefined => /<html lang="([^"]*)"/.exec(html)?.[1]
const alternates = (html: string) =>
  [...html.matchAll(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"/g)].map(
    ([, language = '', href = '']) => [language, href.replaceAll('&amp;', '&')],
  )

describe('a language that came by a file', () => {
  test('is offered under every page by its own name, and is the visitor’s from then on', async () => {
    const visitor = hub.visitor()
    const { text } = await visitor.get('/')
    expect(text).toContain(`value="${tag}" lang="${tag}" dir="rtl"`)
    await visitor.post('/langue', { langue: tag, retour: '/emplois' })
    expect(languageOf((await visitor.get('/emplois')).text)).toBe(tag)
  })

  test('is what a browser asks for, by its tag or the first part of it', async () => {
    for (const asked of [tag, 'ar', 'ar-EG, fr;q=0.5'])
      expect(languageOf((await hub.visitor().get('/', { 'accept-language': asked })).text), asked).toBe(tag)
    expect(languageOf((await hub.visitor().get('/', { 'accept-language': 'xx' })).text)).toBe('fr')
  })

  test('is a member’s choice, and letters come in it, with links that are links', async () => {
    expect((await admin.post('/compte', { name: 'Zoé', locale: 'xx' })).status).toBe(422)
    expect((await admin.post('/compte', { name: 'Zoé', locale: tag })).status).toBe(303)
    expect(languageOf((await admin.get('/compte')).text)).toBe(tag)
    hub.deps.letters.length = 0
    await hub.visitor().post('/mot-de-passe/oubli', { email: 'zoe@hub.example' })
    const letter = await until('a letter', () => hub.deps.letters[0])
    expect(letter.subject.replace('Le hub d’essai', '')).not.toMatch(/[A-Za-z]{3}/)
    expect(letter.text).toMatch(/https:\/\/hub\.example\/mot-de-passe\/\S+/)
    expect(letter.text.replaceAll(/https:\S+|Le hub d’essai|Zoé/g, '')).not.toMatch(/[A-Za-z]{3}/)
  })

  test('may be the hub’s own, also when its file is taken away while somebody has it', async () => {
    const { deps } = hub
    await deps.db.write(deps.hub.steps({ locale: tag as Locale, registration: 'open' }, null, deps.now()))
    await deps.hub.reload()
    expect(languageOf((await hub.visitor().get('/')).text)).toBe(tag)
    expect((await hub.visitor().get('/emplois.atom')).text).toContain(`xml:lang="${tag}"`)
    expect((await hub.visitor().get('/manifest.webmanifest')).text).toContain(`"lang":"${tag}","dir":"rtl"`)
    expect((await hub.visitor().get('/embed/emplois')).text).toContain(`<html lang="${tag}" dir="rtl">`)
    await deps.db.write(deps.hub.steps({ locale: 'xx' as Locale }, null, deps.now()))
    await deps.hub.reload()
    expect(deps.hub.settings.locale).toBe('fr')
    await deps.db.write([
      deps.db.make
        .update(users)
        .set({ locale: 'xx' as Locale })
        .where(eq(users.name, 'Zoé')),
    ])
    expect(languageOf((await admin.get('/compte')).text)).toBe('fr')
    deps.letters.length = 0
    register(deps, { name: 'Z', email: 'zoe@hub.example', locale: 'xx' as Locale })
    expect((await until('a letter', () => deps.letters[0])).text).toContain('Bonjour')
    await deps.db.write([deps.db.make.update(users).set({ locale: 'fr' }).where(eq(users.name, 'Zoé'))])
  })

  test('has its own numbers, dates, amounts and plurals', () => {
    const locale = tag as Locale
    const forms = { one: 'a', two: 'b', few: 'c', other: 'd' }
    expect([1, 2, 5, 30].map((count) => formatCount(count, locale, forms))).toEqual([
      ...['١\u00a0a', '٢\u00a0b', '٥\u00a0c', '٣٠\u00a0d'],
    ])
    expect(formatDay('2026-11-28', locale)).toBe('٢٨ نوفمبر ٢٠٢٦')
    expect(formatMoney(1200, locale)).toContain('١٬٢٠٠')
  })

  test('has its letters run its way', () => {
    const button = { ground: '#1d5c4d', words: '#ffffff', edge: '#8acdb8' }
    const letter = { title: 'T', body: [], foot: [], button }
    expect(page({ ...letter, language: tag as Locale })).toContain(`<html lang="${tag}" dir="rtl">`)
    expect(page({ ...letter, language: 'fr' })).toContain('<html lang="fr" dir="ltr">')
  })

  test('is what other sites are told of a page', async () => {
    expect((await hub.visitor().get('/emplois', { 'accept-language': tag })).text).toContain(
      '<meta property="og:locale" content="ar_EG"/>',
    )
  })
})

describe('an address with a language', () => {
  test('shows that page in it, whatever the reader chose, and is kept by no cookie', async () => {
    const visitor = hub.visitor()
    await visitor.post('/langue', { langue: 'fr', retour: '/' })
    const before = new Map(visitor.cookies)
    const answer = await visitor.get('/emplois?q=offre&lang=en')
    expect(languageOf(answer.text)).toBe('en')
    expect(visitor.cookies).toEqual(before)
    expect(languageOf((await visitor.get('/emplois')).text)).toBe('fr')
    expect(languageOf((await visitor.get('/emplois?lang=xx')).text)).toBe('fr')
  })

  test('is no other page: what leads back to it, and its canonical address, are without', async () => {
    const { text } = await hub.visitor().get(`${job}?lang=en`)
    expect(text).toContain(`<link rel="canonical" href="https://hub.example${job}"/>`)
    expect(text).toContain(`name="retour" value="${job}"`)
    const list = await hub.visitor().get('/emplois?tag=bois&lang=en')
    expect(list.text).toContain('<link rel="canonical" href="https://hub.example/emplois?tag=bois"/>')
    expect(list.text).toContain('name="retour" value="/emplois?tag=bois"')
  })

  test.each([['/'], ['/emplois'], ['an entry']])('is named by %s for each language', async (where) => {
    const path = where === 'an entry' ? job : where
    const address = `https://hub.example${path}`
    const expected = [
      ...['fr', 'en', tag].map((language) => [language, `${address}?lang=${language}`]),
      ['x-default', address],
    ]
    expect(alternates((await hub.visitor().get(path)).text)).toEqual(expected)
    expect(alternates((await hub.visitor().get(`${path}?lang=en`)).text)).toEqual(expected)
  })

  test('is not named where robots may not read, nor for what comes from elsewhere', async () => {
    expect(alternates((await hub.visitor().get(far)).text)).toEqual([])
    expect(alternates((await hub.visitor().get('/emplois?q=offre')).text)).toEqual([])
    expect(alternates((await hub.visitor().get('/rien')).text)).toEqual([])
    expect(alternates((await admin.get('/compte')).text)).toEqual([])
  })

  test('is not mixed up by caches: answers say what they depend on, and kept ones stay apart', async () => {
    const visitor = hub.visitor()
    for (const [path, expected] of [
      ...[
        ['/emplois', 'fr'],
        ['/emplois?lang=en', 'en'],
      ],
      ...[
        ['/emplois', 'fr'],
        ['/emplois?lang=en', 'en'],
      ],
    ]) {
      const answer = await visitor.get(path ?? '')
      expect(languageOf(answer.text)).toBe(expected)
      expect(answer.headers.get('vary')).toMatch(/Accept-Language, Cookie/)
    }
    expect(languageOf((await visitor.get('/emplois', { 'accept-language': 'en' })).text)).toBe('en')
  })
})

test('what is put into a text keeps its letters in the language of these tests', () => {
  expect(pseudo('See Les Ateliers now', ['Les Ateliers'])).toMatch(/^\P{ASCII}+ Les Ateliers \P{ASCII}+$/u)
})
