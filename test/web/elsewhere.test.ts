import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { entries } from '../../db/schema/entries.ts'
import { loadEntry } from '../../server/entries/load.ts'
import type { Act } from '../../server/federation/intents.ts'
import { foundingActors } from '../../server/federation/index.ts'
import { newActor } from '../../server/federation/local-actors.ts'
import type { WayHome } from '../../server/federation/way-home.ts'
import { perAddress } from '../../server/web/elsewhere/throttle.ts'
import { drafted, person, published, received } from '../support/publish.ts'
import { pageFaults } from '../support/markup.ts'
import { read } from '../support/read.ts'
import { formIn, openPages, type Pages } from './pages.ts'

let pages: Pages
let asked: [string, Act, string][] = []
let answer: WayHome
const paths: Record<string, { id: string; path: string; apId: string }> = {}
beforeAll(async () => {
  pages = await openPages({
    wayHome: (...question) => {
      asked.push(question)
      return Promise.resolve(answer)
    },
  })
  const { deps } = pages
  await deps.db.write(await foundingActors(deps, { handle: 'hub', name: 'Le hub d’essai' }))
  const admin = await person(deps, 'admin')
  paths['job'] = (await published(deps, admin, 'job', { title: 'Menuisier & menuisière' })).envelope
  paths['draft'] = (await drafted(deps, admin, 'job', { title: 'Pas encore' })).envelope
  const organisation = (await published(deps, admin, 'organisation', { title: 'Les Ateliers' })).envelope
  const voice = {
    role: 'organisation',
    type: 'Organization',
    handle: 'ateliers',
    name: 'Les Ateliers',
  } as const
  await deps.db.write(await newActor(deps, { ...voice, entryId: organisation.id }))
  paths['organisation'] = organisation
  const there = { title: 'D’ailleurs', url: 'https://voisin.example/emplois/1' }
  const { apId } = await received(deps, 'job', there)
  const remote = await loadEntry(deps, eq(entries.apId, apId))
  if (remote !== undefined) paths['remote'] = remote.envelope
})
afterAll(() => pages.close())
beforeEach(() => {
  asked = []
})

const of = (name: string) => paths[name] ?? { id: '', path: '', apId: '' }
const none = (why: Exclude<WayHome, { found: true }>['why'], guess: string | null = null): WayHome => ({
  ...{ found: false, why, host: 'social.example', guess },
})

describe('what can be done from elsewhere', () => {
  test.each([
    ['/', '/interagir?acte=suivre&amp;compte=hub', 'Suivre depuis mon serveur'],
    ['/emplois', '/interagir?acte=suivre&amp;compte=emplois', 'Suivre depuis mon serveur'],
    ['/actualites', '/interagir?acte=suivre&amp;compte=forum', 'Suivre depuis mon serveur'],
  ])('is offered on %s', async (path, href, words) => {
    const { text } = await pages.as().get(path)
    expect(text).toContain(`href="${href}"`)
    expect(read(text)).toContain(words)
  })

  test('is offered on an entry, ours or another hub’s, and on an organisation that has an account', async () => {
    for (const name of ['job', 'remote']) {
      const { text } = await pages.as().get(of(name).path)
      for (const act of ['repondre', 'partager', 'aimer'])
        expect(text).toContain(`href="/interagir?acte=${act}&amp;fiche=${of(name).id}"`)
    }
    const { text } = await pages.as().get(of('organisation').path)
    expect(text).toContain('href="/interagir?acte=suivre&amp;compte=ateliers"')
    expect(text).not.toContain('acte=repondre')
  })
})

describe('the page of it', () => {
  test.each([
    ['/interagir', 'Suivre depuis votre serveur', '@hub@hub.example'],
    ['/interagir?compte=emplois', 'Vous allez suivre Offres d’emploi', '@emplois@hub.example'],
    ['/interagir?acte=suivre&compte=forum', 'Actualités, ', '@forum@hub.example'],
    ['/interagir?compte=ateliers', 'Vous allez suivre Les Ateliers', '@ateliers@hub.example'],
  ])('%s says what will be done, and what to copy', async (path, words, address) => {
    const { status, text, headers } = await pages.as().get(path)
    expect(status).toBe(200)
    expect(read(text)).toContain(words)
    expect(text).toMatch(new RegExp(`<input id="to-copy"[^>]*value="${address}" readonly`))
    expect(text).toContain('<meta name="robots" content="noindex"')
    expect(headers.get('set-cookie')).toBeNull()
  })

  test('of an entry gives its address, and for another hub’s says where the answer will show', async () => {
    const ours = await pages.as().get(`/interagir?acte=repondre&fiche=${of('job').id}`)
    expect(ours.text).toContain(`value="${of('job').apId}" readonly`)
    expect(read(ours.text)).toContain('Vous allez répondre à Menuisier &amp; menuisière')
    const theirs = await pages.as().get(`/interagir?acte=aimer&fiche=${of('remote').id}`)
    expect(theirs.text).toContain(`value="${of('remote').apId}" readonly`)
    expect(read(theirs.text)).toMatch(/Cette page vient de \S+\s: c’est là que cela se verra/)
  })

  test.each([
    ...['acte=voler', 'acte=repondre', 'acte=__proto__&fiche=x', 'compte=personne', 'compte=instance'],
    ...['acte=suivre&compte=', 'acte=repondre&compte=emplois', 'acte=aimer&fiche=https://evil.example/1'],
  ])('with %s is none: nothing but what is here can be meant', async (query) => {
    expect((await pages.as().get(`/interagir?${query}`)).status).toBe(404)
    expect((await pages.as().post(`/interagir?${query}`, { serveur: 'a.example' })).status).toBe(404)
    expect(asked).toEqual([])
  })

  test('is none for a draft, nor for an answer to an organisation', async () => {
    for (const name of ['draft', 'organisation'])
      expect((await pages.as().get(`/interagir?acte=repondre&fiche=${of(name).id}`)).status).toBe(404)
  })

  test('alone lets its form lead away from this site: browsers hold redirects to that policy too', async () => {
    const policy = async (path: string) =>
      /form-action [^;]*/.exec((await pages.as().get(path)).headers.get('content-security-policy') ?? '')?.[0]
    expect(await policy('/interagir')).toBe("form-action 'self' https:")
    expect(await policy('/emplois')).toBe("form-action 'self'")
  })
})

describe('a visitor who says where their account is', () => {
  const path = () => `/interagir?acte=repondre&fiche=${of('job').id}`

  test('is taken there, with what they came for', async () => {
    const to = 'https://social.example/authorize_interaction?uri=x'
    answer = { found: true, to, host: 'social.example', asNamed: true }
    const browser = pages.as()
    const { text } = await browser.get(path())
    const sent = { ...formIn(text, path()), serveur: '@lea@social.example' }
    const { status, location } = await browser.post(path(), sent)
    expect([status, location]).toEqual([303, to])
    expect(asked).toEqual([['@lea@social.example', 'reply', of('job').apId]])
    expect(browser.cookies.size).toBe(0)
  })

  test('is asked before they go to a server that they did not name', async () => {
    answer = { found: true, to: 'https://autre.example/i?u=x', host: 'autre.example', asNamed: false }
    const { status, text } = await pages.as().post(path(), { serveur: '@lea@social.example' })
    expect(status).toBe(200)
    expect(read(text)).toContain('chez autre.example que cela se fait')
    expect(text).toContain('href="https://autre.example/i?u=x"')
    expect(await pageFaults(text)).toEqual([])
  })

  test.each([
    ['unreadable', 'Écrivez @nom@serveur'],
    ['own', 'connectez-vous plutôt'],
    ['private', 'n’est pas l’adresse d’un site public'],
    ['blocked', 'est bloqué ici'],
    ['unreachable', 'social.example ne répond pas'],
    ['unknown', 'social.example ne connaît pas ce nom'],
    ['unable', 'social.example ne dit pas où faire cela'],
  ] as const)('is told what to mend when it comes to nothing: %s', async (why, words) => {
    answer = none(why)
    const { status, text } = await pages.as().post(path(), { serveur: '@lea"@social.example' })
    expect(status).toBe(422)
    expect(read(text)).toContain(words)
    expect(text).toContain('href="#f-serveur"')
    expect(text).toMatch(
      /<input id="f-serveur"[^>]*aria-invalid="true"[^>]*value="@lea&quot;@social.example"/,
    )
    expect(text).toContain(`value="${of('job').apId}" readonly`)
    expect(text).not.toContain('Tenter quand même')
    expect(await pageFaults(text)).toEqual([])
  })

  test('is offered the page that their server may have, and told that it is a guess', async () => {
    const guess = 'https://social.example/authorize_interaction?uri=x'
    answer = none('unable', guess)
    const { text } = await pages.as().post(path(), { serveur: 'social.example' })
    expect(read(text)).toContain('Nous devinons son adresse chez social.example, sans savoir si elle existe')
    expect(text).toContain(`href="${guess}"`)
    expect(await pageFaults(text)).toEqual([])
  })

  test('is read only when the form is ours', async () => {
    for (const origin of ['https://evil.example', 'null'])
      expect((await pages.as().post(path(), { serveur: 'social.example' }, { origin })).status).toBe(403)
    expect(asked).toEqual([])
  })

  test('finds the same page in another language, and after a wrong answer at its address', async () => {
    answer = none('unable')
    const { text } = await pages.as().post(path(), { serveur: 'social.example' })
    expect(text).toContain(`name="retour" value="${path().replace('&', '&amp;')}"`)
  })

  // The last one: it uses up this visitor's patience.
  test('and names one server after another › waits, and is told how to do without us', async () => {
    answer = none('unable')
    const browser = pages.as()
    for (let count = 0; count < perAddress.points; count++)
      await browser.post(path(), { serveur: `un${count}.example` })
    asked = []
    const { status, text, headers } = await browser.post(path(), { serveur: 'deux.example' })
    expect(status).toBe(429)
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(1)
    expect(read(text)).toContain('Beaucoup de demandes sont venues de votre adresse')
    expect(text).toContain('value="deux.example"')
    expect(asked).toEqual([])
    expect(await pageFaults(text)).toEqual([])
  })
})
