import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { foundingActors } from '../../server/federation/index.ts'
import { becomePerson } from '../../server/federation/members.ts'
import { kinds, type KindName } from '../../server/kinds/index.ts'
import { locales } from '../../views/language.tsx'
import { markHandled } from '../../server/messages/commands.ts'
import { stranger } from '../moderation/rooms.ts'
import { pageFaults } from '../support/markup.ts'
import { messageFrom } from '../support/messages.ts'
import { structureFaults } from '../support/structure.ts'
import { begun, drafted, person, published, received } from '../support/publish.ts'
import { openPages, type Pages } from './pages.ts'

let pages: Pages
let admin: Viewer
const paths = new Map<string, { open: string; draft: string; begun: string; id: string }>()
beforeAll(async () => {
  pages = await openPages()
  admin = await person(pages.deps, 'admin')
  await pages.deps.db.write(await foundingActors(pages.deps, { handle: 'hub', name: 'Le hub' }))
  await becomePerson(pages.deps, admin, 'camille')
  const { envelope } = await published(pages.deps, admin, 'organisation', { title: 'Les Ateliers du fleuve' })
  const author = await stranger(pages.deps, 'ailleurs.example', 'bruno')
  await messageFrom(pages.deps, author, { summary: 'Attention' })
  await markHandled(pages.deps, admin, (await messageFrom(pages.deps, author, { public: false })).id)
  for (const { name, path } of kinds) {
    const kind = name as KindName
    const shared = {
      ...{ summary: 'Un résumé.', body: '## Un titre\n\n- un\n- deux', place: '92036', licence: 'CC-BY-4.0' },
      ...{ tags: ['Réemploi', 'bois'], organisation: kind === 'organisation' ? null : envelope.id },
    }
    const open = await published(pages.deps, admin, kind, { ...shared, title: `${name} en ligne` })
    const draft = await drafted(pages.deps, admin, kind, { ...shared, title: `${name} en attente` })
    const half = await begun(pages.deps, admin, kind, { ...shared, title: `${name} à peine commencé` })
    await received(pages.deps, kind, {
      title: `${name} d’ailleurs`,
      url: `https://ailleurs.example${path}/1`,
    })
    const { path: own, id } = open.envelope
    paths.set(name, { open: own, id, draft: draft.envelope.path, begun: half.envelope.path })
  }
})
afterAll(() => pages.close())

async function isSound(path: string, locale: string, viewer?: Viewer): Promise<void> {
  const asked = viewer === undefined ? undefined : { ...viewer, locale: locale as 'fr' | 'en' }
  const { status, text } = await pages.as(asked).get(path, { 'accept-language': locale })
  expect(status, path).toBe(200)
  expect(text).toContain(`<html lang="${locale}"`)
  expect(await pageFaults(text), path).toEqual([])
  expect(structureFaults(text), path).toEqual([])
}

describe.each(locales)('in %s', (locale) => {
  describe.each(kinds.map((kind) => [kind.name, kind] as const))('%s', (name, kind) => {
    test('has a list and pages that validate, for visitors', async () => {
      const { open } = paths.get(name) ?? { open: '' }
      await isSound(kind.path, locale)
      await isSound(`${kind.path}?q=rien&past=1`, locale)
      await isSound(open, locale)
    })

    test('has posters, and pages to act on it from elsewhere', async () => {
      const { open, id } = paths.get(name) ?? { open: '', id: '' }
      await isSound(`${kind.path}/affiche`, locale)
      await isSound(`${open}/affiche`, locale)
      if (kind.section === null) return
      await isSound(`/interagir?compte=${kind.section}`, locale)
      for (const act of ['repondre', 'partager', 'aimer'])
        await isSound(`/interagir?acte=${act}&fiche=${id}`, locale)
    })

    test('has a form, a preview and all that one does to an entry, for those who write', async () => {
      const { open, draft, begun } = paths.get(name) ?? { open: '', draft: '', begun: '' }
      await isSound(`${kind.path}/nouveau`, locale, admin)
      for (const path of [open, draft, begun])
        for (const act of ['', '/modifier', '/apercu', '/retirer']) await isSound(path + act, locale, admin)
    })
  })

  test.each([
    '/',
    '/affiche',
    '/interagir',
    '/recherche',
    '/recherche?q=ligne&kind=job',
    '/etiquettes/bois',
    '/propositions-suivies',
    '/mentions-legales',
    '/confidentialite',
    '/accessibilite',
    '/conditions',
    '/contact',
    '/marches/correspondances',
  ])('%s validates', (path) => isSound(path, locale))

  test.each([
    '/',
    '/brouillons',
    '/brouillons?etat=en-ligne',
    '/brouillons?etat=closes',
    '/publier',
    '/verifications',
    '/messages',
    '/messages?etat=traites',
    '/compte/alertes',
  ])('%s validates for those who write', (path) => isSound(path, locale, admin))
})
