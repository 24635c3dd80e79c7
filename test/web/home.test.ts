import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { users } from '../../db/schema/accounts.ts'
import type { Role } from '../../server/accounts/viewer.ts'
import { publish } from '../../server/entries/commands.ts'
import { markHandled } from '../../server/messages/commands.ts'
import { stranger } from '../moderation/rooms.ts'
import { messageFrom } from '../support/messages.ts'
import { pageFaults } from '../support/markup.ts'
import { drafted, person, published, received } from '../support/publish.ts'
import { openPages, type Pages } from './pages.ts'
import { read } from '../support/read.ts'

let pages: Pages
beforeEach(async () => {
  pages = await openPages()
})
afterEach(() => pages.close())

const set = async (changes: Parameters<Pages['deps']['hub']['steps']>[0]) => {
  const { deps } = pages
  await deps.db.write(deps.hub.steps(changes, null, deps.now()))
  await deps.hub.reload()
}

describe('the desk', () => {
  test('says how many messages wait, to those who read them', async () => {
    const { deps } = pages
    const author = await stranger(deps, 'ailleurs.example')
    const waits = async (role: Role) => {
      const { text } = await pages.as(await person(deps, role)).get('/brouillons')
      return /<a class="button[^>]* href="\/messages">.*?<span>([^<]*)/s.exec(text)?.[1]
    }
    // Nothing waits: no number is said, and the way there stays.
    expect(await waits('editor')).toBe('Messages')
    const messages = [
      await messageFrom(deps, author),
      await messageFrom(deps, author),
      await messageFrom(deps, author),
    ]
    await markHandled(deps, await person(deps, 'editor'), messages[0]?.id ?? '')
    for (const role of ['admin', 'moderator', 'editor'] as const)
      expect(await waits(role)).toBe('2\u00a0messages à traiter')
    for (const role of ['contributor', 'member', 'facilitator'] as const)
      expect(await waits(role)).toBeUndefined()
  })
})

describe('the home page', () => {
  test('promises nobody an answer without an account', async () => {
    const { text } = await pages.as().get('/')
    expect(text).toContain('pour prendre part aux discussions, il en faut un')
    expect(text).not.toContain('chercher et répondre, sans compte')
  })

  test('says what people come for before all else, whatever is published yet', async () => {
    const ways = async () => {
      const main = /<main.*<\/main>/s.exec((await pages.as().get('/')).text)?.[0] ?? ''
      return [
        ...(/<nav class="purposes".*?<\/ul>/s.exec(main)?.[0] ?? '').matchAll(/<a href="([^"]+)"/g),
      ].map(([, to]) => to)
    }
    const all = ['/emplois', '/ressources', '/marches', '/agenda', '/annuaire', '/propositions']
    expect(await ways()).toEqual(all)
    await published(pages.deps, await person(pages.deps, 'editor'), 'job', { title: 'La seule offre' })
    expect(await ways()).toEqual(all)
  })

  test('of a place with one kind of entries shows more of it, and no empty part', async () => {
    const editor = await person(pages.deps, 'editor')
    for (let n = 1; n <= 7; n++) {
      await published(pages.deps, editor, 'job', { title: `Offre numéro ${n}` })
      pages.deps.pass(1000)
    }
    const { text } = await pages.as().get('/')
    expect([...text.matchAll(/>Offre numéro (\d)<\/a>/g)].map(([, n]) => n)).toEqual([
      '7',
      '6',
      '5',
      '4',
      '3',
      '2',
    ])
    expect(text).not.toContain('>Bientôt<')
    expect(await pageFaults(text)).toEqual([])
  })

  test('of an empty hub says what will be there', async () => {
    const { text } = await pages.as().get('/')
    expect(text).toContain('Rien n’est encore publié ici')
    expect(text).toContain('@hub@hub.example')
  })

  test('of an empty hub tells whoever runs it how to begin, and nobody else', async () => {
    const steps = ['/publier', '/reglages/identite', '/utilisateurs/inviter', '/reglages', '/reseau'].map(
      (to) => `href="${to}"`,
    )
    const admin = (await pages.as(await person(pages.deps, 'admin')).get('/')).text
    const main = (text: string) => /<main.*<\/main>/s.exec(text)?.[0]
    for (const step of steps) expect(main(admin)).toContain(step)
    const visitor = main((await pages.as().get('/')).text)
    expect(visitor).not.toContain('href="/utilisateurs/inviter"')
    expect(visitor).not.toContain('href="/reglages"')
  })

  test('shows a few of what is new, of every kind, ours and the network’s, and the admin’s own words', async () => {
    const editor = await person(pages.deps, 'editor')
    for (const title of ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six', 'Sept']) {
      await published(pages.deps, editor, 'news', { title })
      pages.deps.pass(1000)
    }
    await published(pages.deps, editor, 'event', { title: 'Le forum' })
    await received(pages.deps, 'job', { title: 'Offre voisine' })
    await set({ homeText: 'Bienvenue **à tous** <script>', tagline: 'Du nord du fleuve' })
    const { text } = await pages.as().get('/')
    for (const words of [
      '>Sept</a>',
      '>Trois</a>',
      '>Le forum</a>',
      '>Offre voisine</a>',
      '<strong>à tous</strong>',
      'Du nord du fleuve',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('>Deux</a>')
    // What comes stands with what comes, once.
    expect(text.match(/>Le forum<\/a>/g)).toHaveLength(1)
    expect(text.indexOf('>Bientôt<')).toBeLessThan(text.indexOf('>Le forum</a>'))
    // Whoever hears the page in another language hears these words in theirs.
    const english = (await pages.as().get('/', { 'accept-language': 'en' })).text
    expect(english).toContain('<p class="lead" lang="fr" dir="ltr">Du nord du fleuve</p>')
    expect(english).toContain('<div class="prose" lang="fr" dir="ltr">')
    expect(text).not.toContain('tous</strong> <script>')
  })
})

describe('the desk', () => {
  test('of an author shows their own drafts, of an editor everybody’s', async () => {
    const author = await person(pages.deps, 'contributor')
    const editor = await person(pages.deps, 'editor')
    await drafted(pages.deps, author, 'news', { title: 'Le mien' })
    await drafted(pages.deps, editor, 'news', { title: 'Le leur' })
    const mine = (await pages.as(author).get('/brouillons')).text
    expect(mine).toContain('Le mien')
    expect(mine).not.toContain('Le leur')
    const all = (await pages.as(editor).get('/brouillons')).text
    expect(all).toContain('Le mien')
    expect(all).toContain('Le leur')
    expect((await pages.as().get('/brouillons')).status).toBe(401)
  })

  test('says whose each is, one’s own first, where others’ can be changed too', async () => {
    const author = await person(pages.deps, 'contributor')
    const editor = await person(pages.deps, 'editor')
    await drafted(pages.deps, editor, 'news', { title: 'Le mien' })
    await drafted(pages.deps, author, 'news', { title: 'Le leur' })
    const all = (await pages.as(editor).get('/brouillons')).text
    expect(await pageFaults(all)).toEqual([])
    const main = all.slice(all.indexOf('<main'))
    const order = ['tout ce que vous pouvez modifier', 'Les vôtres<', 'Le mien', 'Celles d’autres', 'Le leur']
    expect(order.map((words) => main.indexOf(words)).every((at, n, all) => at > (all[n - 1] ?? 0))).toBe(true)
    expect(main).toContain(`Écrit par ${author.name}`)
    const mine = (await pages.as(author).get('/brouillons')).text
    expect(mine).toContain('<h1>Mes publications</h1>')
    expect(mine).not.toContain('Celles d’autres')
  })

  test('promises each writer what is true of them', async () => {
    const told = async (role: 'editor' | 'contributor') =>
      (await pages.as(await person(pages.deps, role)).get('/publier')).text
    expect(await told('editor')).toContain('Rien ne paraît avant que vous ne le décidiez')
    expect(await told('contributor')).not.toContain('vous ne le décidiez')
    expect(await told('contributor')).toContain('Une personne du site relit')
  })

  test('offers to change only what its reader may change, and the page of the rest', async () => {
    const author = await person(pages.deps, 'contributor')
    const editor = await person(pages.deps, 'editor')
    const draft = await drafted(pages.deps, author, 'job', { title: 'Le mien' }, { deadline: '2026-12-01' })
    const { envelope } = await publish(pages.deps, editor, draft)
    for (const list of ['/brouillons?etat=en-ligne', '/brouillons']) {
      const mine = await pages.as(author).get(list)
      expect(mine.text).not.toContain(`href="${envelope.path}/modifier"`)
      expect(mine.text).toContain('Voir la page – Le mien')
      expect((await pages.as(editor).get(list)).text).toContain(`href="${envelope.path}/modifier"`)
    }
  })

  test('warns of what closes within two weeks', async () => {
    const editor = await person(pages.deps, 'editor')
    await published(pages.deps, editor, 'job', { title: 'Bientôt close' }, { deadline: '2026-12-01' })
    await published(pages.deps, editor, 'job', { title: 'Plus tard' }, { deadline: '2027-02-01' })
    const { text } = await pages.as(editor).get('/brouillons')
    expect(text).toContain('Bientôt close')
    expect(text).not.toContain('Plus tard')
  })

  test('offers each kind to whom may write it', async () => {
    const { text } = await pages.as(await person(pages.deps, 'contributor')).get('/publier')
    for (const path of ['/emplois', '/ressources', '/actualites', '/agenda', '/annuaire'])
      expect(text).toContain(`href="${path}/nouveau"`)
    const member = await person(pages.deps, 'member')
    const only = (await pages.as(member).get('/publier')).text
    expect([...only.matchAll(/href="(\/\w+)\/nouveau"/g)].map(([, path]) => path)).toEqual(['/forum'])
    const speaker = { ...member, memberships: [{ organisationId: 'x', role: 'contributor' as const }] }
    const theirs = (await pages.as(speaker).get('/publier')).text
    expect(theirs).toContain('href="/emplois/nouveau"')
    expect(theirs).not.toContain('href="/annuaire/nouveau"')
  })

  test('takes a page that is none for a whole one', async () => {
    const editor = await person(pages.deps, 'editor')
    for (let n = 1; n <= 41; n++) await drafted(pages.deps, editor, 'news', { title: `Brouillon ${n}` })
    const { text } = await pages.as(editor).get('/brouillons?page=2.5')
    expect(text).toContain('href="/brouillons?etat=brouillons&amp;page=3"')
    expect(text).toContain('href="/brouillons"')
    expect(text).not.toContain('2,5')
  })

  test('is where one arrives, if one has work there', async () => {
    expect((await pages.as(await person(pages.deps, 'editor')).get('/tableau-de-bord')).location).toBe(
      '/brouillons',
    )
    expect((await pages.as(await person(pages.deps, 'member')).get('/tableau-de-bord')).location).toBe('/')
  })
})

describe('the language', () => {
  test('of a visitor is the one they chose, then their browser’s', async () => {
    const visitor = pages.as()
    expect((await visitor.get('/', { 'accept-language': 'en-GB,en;q=0.9' })).text).toContain(
      '<html lang="en"',
    )
    expect((await visitor.get('/')).text).toContain('<html lang="fr"')
    const answer = await visitor.post('/langue', { langue: 'en', retour: '/emplois?q=bois' })
    expect(answer).toMatchObject({ status: 303, location: '/emplois?q=bois' })
    expect((await visitor.get('/')).text).toContain('<html lang="en"')
  })

  test.each([
    ['en;q=0.3, fr;q=0.9', 'fr'],
    ['de, fr;q=0.5, en;q=0.8', 'en'],
    ['fr;q=0, en;q=0.1', 'en'],
    ['en, fr', 'en'],
    ['fr;q=0', 'fr'],
    ['frr, eng', 'fr'],
    ['nonsense;q=x', 'fr'],
  ])('of a browser that asks for ‘%s’ is %s', async (asked, language) => {
    const { text } = await pages.as().get('/', { 'accept-language': asked })
    expect(text).toContain(`<html lang="${language}"`)
  })

  test('sets no cookie before it is chosen', async () => {
    const visitor = pages.as()
    for (const path of ['/', '/emplois', '/recherche?q=x', '/mentions-legales']) await visitor.get(path)
    expect(visitor.cookies.size).toBe(0)
  })

  test('of a member is kept with the account', async () => {
    const member = await person(pages.deps, 'member')
    await pages.as(member).post('/langue', { langue: 'en', retour: '/' })
    const [row] = await pages.deps.db.read.select().from(users).where(eq(users.id, member.id))
    expect(row).toMatchObject({ locale: 'en', name: member.name })
  })

  test('leads back to this site and to no other', async () => {
    for (const retour of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
      '',
    ])
      expect((await pages.as().post('/langue', { langue: 'fr', retour })).location).toBe('/')
    expect((await pages.as().post('/langue', { langue: 'xx', retour: '/' })).status).toBe(303)
  })
})

describe('robots', () => {
  const found = async (path: string) =>
    [...(await pages.as().get(path)).text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url)

  test('find our own open pages and nothing else', async () => {
    const editor = await person(pages.deps, 'editor')
    await published(pages.deps, editor, 'job', { title: 'À trouver' })
    await drafted(pages.deps, editor, 'job', { title: 'Brouillon' })
    await received(pages.deps, 'job', { title: 'D’ailleurs' })
    expect((await pages.as().get('/robots.txt')).text).toContain('Sitemap: https://hub.example/sitemap.xml')
    expect(await found('/sitemap.xml')).toEqual(['https://hub.example/sitemap-0.xml'])
    const { headers } = await pages.as().get('/sitemap.xml')
    expect(headers.get('content-type')).toContain('application/xml')
    expect(await found('/sitemap-0.xml')).toEqual([
      'https://hub.example/',
      ...[
        'ressources',
        'emplois',
        'marches',
        'appels',
        'actualites',
        'agenda',
        'forum',
        'propositions',
        'engagements',
        'annuaire',
      ].map((path) => `https://hub.example/${path}`),
      'https://hub.example/emplois/a-trouver',
    ])
  })

  test('find them in parts, when there are very many', async () => {
    const editor = await person(pages.deps, 'editor')
    const { db } = pages.deps
    await published(pages.deps, editor, 'job', { title: 'Première' })
    await db.write([{ sql: "UPDATE sqlite_sequence SET seq = 2998 WHERE name = 'entries'", args: [] }])
    await published(pages.deps, editor, 'news', { title: 'Ancienne' })
    await published(pages.deps, editor, 'news', { title: 'Récente' })
    const part = (n: number) => `https://hub.example/sitemap-${n}.xml`
    expect(await found('/sitemap.xml')).toEqual([part(0), part(2), part(3)])
    expect(await found('/sitemap-2.xml')).toEqual(['https://hub.example/actualites/ancienne'])
    expect(await found('/sitemap-3.xml')).toEqual(['https://hub.example/actualites/recente'])
    expect((await pages.as().get('/sitemap-1.xml')).status).toBe(404)
    expect((await pages.as().get('/sitemap-999999999.xml')).status).toBe(404)
  })
})

describe('a footer page', () => {
  test('says that it is to be written, until it is', async () => {
    for (const path of ['/mentions-legales', '/confidentialite', '/conditions', '/contact']) {
      const { text } = await pages.as().get(path)
      expect(text).toContain('reste à écrire')
      expect(text).toContain('<meta name="robots" content="noindex"/>')
    }
    await set({ legal: 'Publié par **Les Ateliers**.' })
    const { text } = await pages.as().get('/mentions-legales')
    expect(text).toContain('<strong>Les Ateliers</strong>')
    expect(text).not.toContain('reste à écrire')
  })

  test('on accessibility claims nothing that no audit has shown, and every page repeats what it says', async () => {
    const first = (await pages.as().get('/accessibilite')).text
    expect(first).toContain('<strong>non conforme</strong>')
    expect(first).not.toMatch(/reste à écrire|(partiellement|totalement) conforme/)
    const footer = async () => read((await pages.as().get('/emplois')).text)
    expect(await footer()).toContain('Accessibilité : non conforme')
    await set({ accessibility: 'Après audit, ce site est **partiellement conforme** au RGAA.' })
    expect(await footer()).toContain('Accessibilité : partiellement conforme')
    await set({ accessibility: '' })
    expect(await footer()).toContain('Accessibilité : non conforme')
  })

  test('is offered to the admin to write, and to nobody else', async () => {
    expect((await pages.as(await person(pages.deps, 'admin')).get('/contact')).text).toContain(
      'Écrire cette page',
    )
    await set({ contact: 'Le jeudi, rue des Bons-Enfants.' })
    const written = (await pages.as(await person(pages.deps, 'admin')).get('/contact')).text
    expect(written).toContain('Modifier cette page')
    expect(written).toContain('href="/reglages/pages/contact"')
    expect((await pages.as(await person(pages.deps, 'editor')).get('/contact')).text).not.toContain(
      '/reglages',
    )
    await set({ contact: '' })
  })

  test('for writing to the site shows the ways there are, while it is to be written', async () => {
    const silent = (await pages.as().get('/contact')).text
    expect(silent).toContain('n’a pas encore donné d’adresse')
    expect(silent).toContain('href="/signaler"')
    expect(await pageFaults(silent)).toEqual([])
    expect((await pages.as().get('/conditions')).text).not.toContain('href="/signaler"')
    for (const [from, shown] of [
      ['Le réseau <bonjour@reseau.example>', 'mailto:bonjour@reseau.example'],
      ['bonjour@reseau.example', 'mailto:bonjour@reseau.example'],
      ['no-reply@reseau.example', null],
    ] as const) {
      const env = { SMTP_URL: 'smtp://localhost:1', MAIL_FROM: from }
      const speaking = await openPages({ env })
      const { text } = await speaking.as().get('/contact')
      expect(/href="(mailto:[^"]*)"/.exec(text)?.[1] ?? null).toBe(shown)
      await speaking.close()
    }
  })
})
