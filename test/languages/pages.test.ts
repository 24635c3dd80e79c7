import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../server/app.tsx'
import { hashPassword } from '../../server/accounts/password.ts'
import { insertUser } from '../../server/accounts/store.ts'
import { createFederation, foundingActors } from '../../server/federation/index.ts'
import { kinds, type KindName } from '../../server/kinds/index.ts'
import { departments } from '../../server/places/departments.ts'
import { addLanguage, catalogues } from '../../views/language.tsx'
import { Browser } from '../accounts/browser.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { pageFaults } from '../support/markup.ts'
import { person, published } from '../support/publish.ts'
import { pseudoLanguage, tag } from './pseudo.ts'
import { latinWords } from './latin-words.ts'

let deps: TestDeps
let visitor: Browser
let admin: Browser
const entries = new Map<string, string>()

beforeAll(async () => {
  addLanguage(pseudoLanguage(catalogues))
  deps = await openTestDeps({ mail: true })
  await deps.db.write(await foundingActors(deps, { handle: 'hub', name: 'Hub' }))
  deps.log.error = ((...a: unknown[]) => console.log(a)) as never
  const app = createApp(deps, createFederation(deps))
  const writer = await person(deps, 'admin')
  for (const { name } of kinds) {
    const shared = { title: 'Titre', summary: 'Phrase.', body: 'Texte.', tags: ['bois'], place: '92036' }
    const { envelope } = await published(deps, writer, name as KindName, shared)
    entries.set(name, envelope.path)
  }
  const password = 'une phrase longue à retenir'
  const passwordHash = await hashPassword(password)
  await deps.db.write(
    insertUser(deps.db, {
      ...{ id: deps.newId(), email: 'zoe@hub.example', name: 'Zoé', role: 'admin', passwordHash },
      createdAt: deps.now(),
    }),
  )
  visitor = new Browser(app, deps.hub)
  admin = new Browser(app, deps.hub)
  await admin.post('/connexion', { email: 'zoe@hub.example', password })
  await admin.post('/compte', { name: 'Zoé', locale: tag })
})
afterAll(() => deps.close())

const stringsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? value.split('\n')
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : []

/** By whom the pages of this hub were filled: samples of kinds, names of people, places and networks. */
const written = [
  ...kinds.flatMap(({ sample }) => stringsIn(sample)),
  ...['Le hub d’essai', 'Camille (admin)', 'Zoé', 'Gennevilliers', 'Titre', 'bois'],
  ...departments.map(([, name]) => name),
]
  .filter((words) => words.length > 2)
  .toSorted((a, b) => b.length - a.length)

const forAll = () => [
  ...['/', '/recherche?q=bois', '/reseau', '/connexion', '/mot-de-passe/oubli', '/mentions-legales'],
  ...[...kinds.map(({ path }) => path), ...entries.values()],
]

const forWriters = () => [
  ...['/publier', '/brouillons', '/compte', '/compte/mot-de-passe', '/compte/jetons', '/compte/alertes'],
  ...['/utilisateurs', '/utilisateurs/inviter', '/reglages', '/reglages/federation', '/moderation'],
  ...['/moderation/signalements', '/moderation/regles', '/moderation/blocages', '/moderation/decisions'],
  ...['/messages', '/demandes', '/facilitation', '/facilitation/dossiers', '/reseau/serveurs'],
  ...['/verifications', '/annuaire/carte', '/annuaire/reseaux', '/assemblees', '/agenda/mois/2026-11'],
  ...['/propositions-suivies', '/bilan-des-appels', '/ressources/interventions', '/marches/correspondances'],
  ...kinds.map(({ path }) => `${path}/nouveau`),
  ...[...entries.values()].flatMap((path) => [path, `${path}/modifier`, `${path}/apercu`, `${path}/retirer`]),
]

describe('in a language that came by a file', () => {
  test('pages say its tag and its direction, and hold no word of another that is not somebody’s', async () => {
    const left: string[] = []
    for (const path of forAll()) {
      const { status, text } = await visitor.get(path, { 'accept-language': tag })
      expect(status, path).toBe(200)
      expect(text, path).toContain(`<html lang="${tag}" dir="rtl">`)
      expect(await pageFaults(text), path).toEqual([])
      left.push(...latinWords(text, written).map((word) => `${path}: ${word}`))
    }
    expect([...new Set(left)]).toEqual([])
  })

  test('the pages of those who write and run the hub too', async () => {
    const left: string[] = []
    for (const path of forWriters()) {
      const { status, text } = await admin.get(path)
      if (status !== 200) {
        left.push(path + status)
        continue
      }
      if (!text.includes(`<html lang="${tag}" dir="rtl">`)) {
        left.push(path + ' NOT')
        continue
      }
      left.push(...latinWords(text, written).map((word) => `${path}: ${word}`))
    }
    expect([...new Set(left)]).toEqual([])
  })
})
