import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kinds, type KindName } from '../../server/kinds/index.ts'
import { departments } from '../../server/places/departments.ts'
import type { Answer, Browser } from '../accounts/browser.ts'
import { pageFaults } from '../support/markup.ts'
import { crawl, isFile, isHtml, routesOf, type Page } from './crawl.ts'
import { fill } from './filled.ts'
import { marked, names } from './house.ts'
import { openHubWithPseudo, type Hub } from './hub.ts'
import { tag } from './pseudo.ts'
import { latinWords } from './latin-words.ts'

let hub: Hub
let visitor: Browser
let admin: Browser
let entries: ReadonlyMap<KindName, string>
let pages: { forAll: Page[]; forWriters: Page[] }
let routes: ReturnType<typeof routesOf>

beforeAll(async () => {
  hub = await openHubWithPseudo()
  routes = routesOf(hub.app)
  visitor = hub.visitor()
  admin = await hub.admin()
  const filled = await fill(hub, admin)
  entries = filled.entries
  await admin.post('/compte', { name: 'Zoé', locale: tag })
  const plain = routes.map(({ path }) => path).filter((path) => !/[:*]/.test(path) && !isElsewhere(path))
  const starts = [...questions, ...plain, ...filled.led, ...hub.links()]
  pages = {
    forWriters: await crawl(routes, admin, starts),
    forAll: await crawl(routes, visitor, starts, { 'accept-language': tag }),
  }
}, 120_000)
afterAll(() => hub.close())

const stringsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? value.split('\n')
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : []

/** By whom the pages of this hub were filled: samples of kinds, names of people, places and networks. */
const written = [
  ...kinds.flatMap(({ sample }) => stringsIn(sample)),
  ...['Le hub d’essai', 'Camille (admin)', 'Camille (contributor)', 'Zoé', 'Gennevilliers', 'bois', 'Hub'],
  ...['emplois', 'zeppelin', 'Boucle Nord de Seine', 'Nanterre', ...names],
  ...kinds.map(({ path }) => path.slice(1)),
  ...departments.map(([, name]) => name),
]
  .filter((words) => words.length > 2)
  .toSorted((a, b) => b.length - a.length)

/** Pages that look otherwise for what was asked: empty lists, what is near, a month. No link leads there. */
const questions = [
  ...['/recherche?q=bois', '/recherche?q=zeppelin', '/emplois?q=zeppelin', '/emplois?place=92036&around=1'],
  ...['/emplois?near=48.9%2C2.3', '/ressources?near=48.9%2C2.3', '/agenda?near=48.9%2C2.3', '/rappels'],
  ...['/agenda/mois/2026-11', '/agenda/semaine/2026-W49', '/emplois/carte', '/recherche/carte?q=bois'],
  ...['/interagir?compte=emplois', '/alertes/nouvelle?kind=job', '/notifications?sujet=duty'],
  ...['/brouillons?etat=en-ligne', '/brouillons?etat=closes', '/messages?etat=traites'],
  ...[`/embed/emplois?lang=${tag}`, `/hors-ligne?lang=${tag}`, '/rien'],
]

/** Spoken by programs to programs, or in a language of the address. */
const programs =
  /^\/(?:api|ap|ns|media|apercus|nodeinfo|\.well-known|embed|oembed|healthz|readyz)\b|^\/(?:robots\.txt|favicon\.ico|hors-ligne|sw\.js|identite\.css|notifications\/flux|compte\/donnees)$/
const isElsewhere = (path: string): boolean => programs.test(path) || isFile(path)

/** Each with the reason why nobody is led there in this hub. */
const unseen: Readonly<Record<string, string>> = {
  '/setup': 'once, before there is a hub: its own test reads it',
  '/styles': 'only on a hub at a local address, for those who draw its pages',
  '/styles/fin': 'the same',
  '/serveurs-bloques': 'only where an administrator shows the list',
  '/moderation/journal': 'leads to the decisions, for those who kept its address',
  '/notifications/:n{[0-9]{1,15}}': 'leads on to what it tells of',
  '/notifications/fin/:which/:user/:key': 'only by a header of letters about what happened since',
  '/:name{@[a-z0-9_]+}': 'leads on to the page of an account',
  '/:part{sitemap-\\d{1,9}\\.xml}': 'read by search engines',
  '/projets/:id/:key/fichiers/:file': 'a file',
  '/appels/:ref/jury/:submission/fichiers/:file': 'a file',
}

/** The pages of entries are the same for every kind. */
const ofAnyKind = (route: string): string => {
  const kind = kinds.find(({ path }) => route.startsWith(`${path}/:ref`))
  return kind === undefined ? route : route.replace(kind.path, '/*')
}

/** The language and the direction of a page, and what it says in another language that is not somebody’s word. */
const wrongIn = (path: string, { status, text }: Answer, expected = 200): string[] =>
  [
    ...(status === expected ? [] : [`answers ${status}`]),
    ...(/<html lang="(?!ar-x-essai" dir="rtl">)/.test(text) ? ['is in another language'] : []),
    ...latinWords(text, written, titles(text)),
  ].map((fault) => `${path}: ${fault}`)

const titles = (text: string): string[] =>
  [
    ...new Set([...text.matchAll(new RegExp(`${marked}[a-z ]*`, 'g'))].map(([title]) => title.trim())),
  ].toSorted((a, b) => b.length - a.length)

const wrongAmong = (all: readonly Page[]): string[] =>
  all.filter(isHtml).flatMap((page) => wrongIn(page.path, page))

describe('in a language that came by a file', () => {
  test('pages say its tag and its direction, hold no word of another that is not somebody’s, and what is written in entries says its own', () => {
    expect(wrongAmong(pages.forAll)).toEqual([])
    expect(wrongIn('/rien', pages.forAll.find(({ path }) => path === '/rien') as Page, 404)).toEqual([])
  })

  test('so do the pages of those who write and run the hub', () => {
    expect(wrongAmong(pages.forWriters)).toEqual([])
  })

  test('these are all pages that there are, but for those with a reason', () => {
    const seen = new Set(
      [...pages.forAll, ...pages.forWriters].filter(isHtml).map(({ route }) => ofAnyKind(route)),
    )
    const lead = new Set(
      [...pages.forAll, ...pages.forWriters]
        .filter(({ status }) => status < 400 && status >= 300)
        .map(({ route }) => ofAnyKind(route)),
    )
    const missed = routes
      .map(({ path }) => path)
      .filter((path) => !isElsewhere(path) && !seen.has(ofAnyKind(path)) && !lead.has(ofAnyKind(path)))
    expect(missed.filter((path) => unseen[path] === undefined)).toEqual([])
    expect(
      Object.keys(unseen).filter((path) => seen.has(path) || !routes.some((route) => route.path === path)),
      'a reason for what is seen, or is no page any more',
    ).toEqual([])
  })

  test('no link leads nowhere, but that of a preview to what is published with it', () => {
    expect(
      [...pages.forAll, ...pages.forWriters]
        .filter(({ status, from }) => status >= 400 && from !== '' && !from.endsWith('/apercu'))
        .filter(({ status }) => ![401, 403].includes(status))
        .map(({ path, status, from }) => `${from} leads to ${path}, which answers ${status}`),
    ).toEqual([])
  })

  test('so does what is wrong with a form', async () => {
    const emptyForms = [
      ...kinds.map(({ path }) => `${path}/nouveau`),
      ...['/reglages', '/utilisateurs/inviter', '/compte', '/compte/mot-de-passe', '/facilitation/demande'],
    ]
    const wrong: string[] = []
    for (const path of emptyForms) wrong.push(...wrongIn(path, await admin.post(path), 422))
    expect(wrong).toEqual([])
  })

  test('pages are sound', async () => {
    for (const path of ['/', '/emplois', '/compte', `${entries.get('event')}`])
      expect(await pageFaults((await admin.get(path)).text), path).toEqual([])
  })
})
