import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kinds, type KindName } from '../../server/kinds/index.ts'
import { departments } from '../../server/places/departments.ts'
import type { Answer, Browser } from '../accounts/browser.ts'
import { pageFaults } from '../support/markup.ts'
import { person, published } from '../support/publish.ts'
import { openHubWithPseudo, type Hub } from './hub.ts'
import { tag } from './pseudo.ts'
import { latinWords } from './latin-words.ts'

let hub: Hub
let visitor: Browser
let admin: Browser
const entries = new Map<string, string>()

beforeAll(async () => {
  hub = await openHubWithPseudo()
  const writer = await person(hub.deps, 'admin')
  for (const { name } of kinds) {
    const shared = { title: 'Titre', summary: 'Phrase.', body: 'Texte.', tags: ['bois'], place: '92036' }
    const { envelope } = await published(hub.deps, writer, name as KindName, shared)
    entries.set(name, envelope.path)
  }
  visitor = hub.visitor()
  admin = await hub.admin()
  await admin.post('/compte', { name: 'Zoé', locale: tag })
})
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
  ...['Le hub d’essai', 'Camille (admin)', 'Zoé', 'Gennevilliers', 'Titre', 'bois', 'Hub'],
  ...['emplois', 'titre', 'zeppelin', 'Boucle Nord de Seine'],
  ...departments.map(([, name]) => name),
]
  .filter((words) => words.length > 2)
  .toSorted((a, b) => b.length - a.length)

const forAll = () => [
  ...['/', '/recherche?q=bois', '/reseau', '/connexion', '/mot-de-passe/oubli', '/mentions-legales', '/rien'],
  ...[
    '/affiche',
    '/emplois/affiche',
    '/interagir',
    '/interagir?compte=emplois',
    '/signaler',
    '/facilitation',
  ],
  ...['/annuaire/carte', '/annuaire/reseaux', '/assemblees', '/ressources/logiciels-libres'],
  ...['/ressources/interventions', '/propositions-suivies', '/bilan-des-appels', '/marches/correspondances'],
  ...['/agenda/mois/2026-11', '/facilitation/demande', '/alertes/nouvelle?kind=job', '/etiquettes/bois'],
  ...[...kinds.map(({ path }) => path), ...entries.values()],
  ...[`${entries.get('tender')}/lots/1`, `${entries.get('job')}/affiche`],
  ...['/emplois/carte', '/recherche/carte?q=bois', '/agenda/semaine/2026-W49', '/accessibilite'],
  ...['/emplois/integrer', `/embed/emplois?lang=${tag}`, `/hors-ligne?lang=${tag}`],
  ...['/emplois?place=92036&around=1', '/emplois?q=zeppelin', '/recherche?q=zeppelin'],
]

const forWriters = () => [
  ...['/publier', '/brouillons', '/brouillons?etat=en-ligne', '/compte', '/compte/mot-de-passe'],
  ...['/compte/adresse', '/compte/jetons', '/compte/alertes', '/compte/fedivers', '/compte/suppression'],
  ...['/utilisateurs', '/utilisateurs/inviter', '/reglages', '/reglages/pages/contact'],
  ...['/reglages/federation', '/moderation', '/moderation/signalements', '/moderation/regles'],
  ...['/moderation/blocages', '/moderation/blocages/liste', '/moderation/decisions', '/moderation/citations'],
  ...['/messages', '/demandes', '/facilitation/dossiers', '/facilitation/annonce', '/reseau/serveurs'],
  ...['/reseau/abonnements/liste', '/verifications', '/marches/importer'],
  ...kinds.map(({ path }) => `${path}/nouveau`),
  ...[...entries.values()].flatMap((path) => [path, `${path}/modifier`, `${path}/apercu`, `${path}/retirer`]),
  ...['event', 'job', 'resource'].map((name) => `${entries.get(name)}/demandes`),
  ...['/notifications', '/notifications?sujet=duty', '/compte/notifications', '/reglages/identite'],
  ...['event', 'news'].map((name) => `${entries.get(name)}/historique`),
]

/** Nothing was filled in: every field says what is wrong with it. */
const emptyForms = () => [
  ...kinds.map(({ path }) => `${path}/nouveau`),
  ...['/reglages', '/utilisateurs/inviter', '/compte', '/compte/mot-de-passe', '/facilitation/demande'],
]

/** The language and the direction of a page, and what it says in another language that is not somebody’s word. */
const wrongIn = (path: string, { status, text }: Answer, expected = 200): string[] =>
  [
    ...(status === expected ? [] : [`answers ${status}`]),
    ...(text.includes(`<html lang="${tag}" dir="rtl">`) ? [] : ['is in another language']),
    ...latinWords(text, written),
  ].map((fault) => `${path}: ${fault}`)

describe('in a language that came by a file', () => {
  test('pages say its tag and its direction, and hold no word of another that is not somebody’s', async () => {
    const wrong: string[] = []
    for (const path of forAll()) {
      const answer = await visitor.get(path, { 'accept-language': tag })
      wrong.push(...wrongIn(path, answer, path === '/rien' ? 404 : 200))
    }
    expect(wrong).toEqual([])
  })

  test('so do the pages of those who write and run the hub', async () => {
    const wrong: string[] = []
    for (const path of forWriters()) wrong.push(...wrongIn(path, await admin.get(path)))
    expect(wrong).toEqual([])
  })

  test('so does what is wrong with a form', async () => {
    const wrong: string[] = []
    for (const path of emptyForms()) wrong.push(...wrongIn(path, await admin.post(path), 422))
    expect(wrong).toEqual([])
  })

  test('pages are sound', async () => {
    for (const path of ['/', '/emplois', '/compte', `${entries.get('event')}`])
      expect(await pageFaults((await admin.get(path)).text), path).toEqual([])
  })
})
