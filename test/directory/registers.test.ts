import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { memberships } from '../../db/schema/accounts.ts'
import { entries } from '../../db/schema/entries.ts'
import { registerFindings } from '../../db/schema/registers.ts'
import { userById, viewerOf } from '../../server/accounts/store.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { loadEntry } from '../../server/entries/load.ts'
import { locales } from '../../views/language.tsx'
import { pageFaults } from '../support/markup.ts'
import { openHubAt, type TestHub } from '../support/hub.ts'
import { openSite } from '../support/site.ts'
import { person, published, received } from '../support/publish.ts'
import { until } from '../support/until.ts'
import { formIn, openPages, type Pages } from '../web/pages.ts'

let pages: Pages
let editor: Viewer
beforeAll(async () => {
  pages = await openPages()
  editor = await person(pages.deps, 'editor')
})
afterAll(() => pages.close())

const none = { siren: null, siret: null, rna: null, formerSirets: [], serves: [] }
const give = (title: string, fields = {}) =>
  published(pages.deps, editor, 'organisation', { title }, { ...none, ...fields })
const rows = () => pages.deps.db.read.select().from(registerFindings)
const finding = {
  ...{ register: 'sirene', number: '732829320', foundOn: '2026-11-20' },
  source: 'https://repertoire.example/732829320',
}
const pageOf = async (path: string, viewer?: Viewer) => (await pages.as(viewer).get(path)).text

test('an organisation is said to be what is known of it, and no more', async () => {
  const { envelope: declared } = await give('Sans numéro', { noSiret: true })
  const text = await pageOf(declared.path)
  expect(text).toContain('Déclarée par l’organisation. Elle dit être une association sans SIREN ni SIRET.')
  expect(text).toContain('Aucun numéro bien formé ne l’accompagne.')
  const { envelope: numbered } = await give('La Poste', { siret: '35600000049837' })
  const said = await pageOf(numbered.path)
  expect(said).toContain('Numéro bien formé\u00a0: SIRET 35600000049837.')
  expect(said).toContain('Personne n’a noté ici l’avoir cherchée dans un répertoire.')
  for (const one of [text, said]) expect(one).not.toMatch(/vérifiée|certifiée/i)
})

test('an editor records that it was found, once, with source and day; another number undoes it', async () => {
  const { envelope } = await give('Cherchée', { siren: '732829320' })
  const path = `${envelope.path}/identite`
  const browser = pages.as(editor)
  const form = formIn(await browser.get(path), path)
  const wrong = await browser.post(path, { ...form, ...finding, number: '1', foundOn: '2027-01-01' })
  expect([wrong.status, await pageFaults(wrong.text)]).toEqual([422, []])
  for (const field of ['number', 'foundOn']) expect(wrong.text).toContain(`id="f-${field}-error"`)
  const evil = await browser.post(path, { ...form, ...finding, source: 'javascript:alert(1)' })
  expect(evil.status).toBe(422)
  for (let times = 0; times < 2; times++)
    expect((await browser.post(path, { ...form, ...finding })).location).toBe(path)
  expect(await rows()).toHaveLength(1)
  const shown = await pageOf(envelope.path)
  expect(shown).toContain('Trouvée le 20 novembre 2026 sous le numéro 732829320\u00a0: répertoire Sirene.')
  expect(shown).toContain('href="https://repertoire.example/732829320"')
  // Who did it is said to those who work here, and to nobody else.
  expect(shown).not.toContain(editor.name)
  for (const locale of locales) {
    const list = await pages.as({ ...editor, locale }).get(path)
    expect(list.text).toContain(editor.name)
    expect(await pageFaults(list.text)).toEqual([])
  }
  const edit = `${envelope.path}/modifier`
  const changed = { ...formIn(await browser.get(edit), edit), siren: '130005481', outcome: 'publish' }
  expect((await browser.post(edit, changed)).status).toBe(303)
  expect(await pageOf(envelope.path)).not.toContain('Trouvée le')
  const [row] = await rows()
  expect((await browser.post(`${path}/${row?.id}/effacer`, {})).status).toBe(303)
  expect(await rows()).toEqual([])
})

test('nobody else records it: not its own people, not a visitor, not for what another hub says', async () => {
  const { envelope } = await give('La mienne', { siren: '732829320' })
  const plain = await person(pages.deps, 'member')
  await pages.deps.db.write([
    pages.deps.db.make
      .insert(memberships)
      .values({ userId: plain.id, organisationId: envelope.id, role: 'editor', createdAt: pages.deps.now() }),
  ])
  const user = await userById(pages.deps.db, plain.id)
  const own = user === undefined ? plain : await viewerOf(pages.deps.db, user, null)
  expect(own.memberships).toHaveLength(1)
  const path = `${envelope.path}/identite`
  expect((await pages.as(own).post(path, finding)).status).toBe(403)
  expect((await pages.as(own).get(path)).status).toBe(403)
  expect((await pages.as().post(path, finding)).status).toBe(401)
  expect(await pageOf(envelope.path, own)).not.toContain(path)
  // Another organisation's record is not reached through this one.
  await pages.as(editor).post(path, finding)
  const other = await give('Autre', { siren: '130005481' })
  const [row] = await rows()
  await pages.as(editor).post(`${other.envelope.path}/identite/${row?.id}/effacer`, {})
  expect(await rows()).toHaveLength(1)

  const { apId } = await received(pages.deps, 'organisation', { title: 'D’ailleurs' })
  const far = await loadEntry(pages.deps, eq(entries.apId, apId))
  const shown = await pageOf(far?.envelope.path ?? '')
  expect(shown).toContain('C’est ailleurs.example qui le dit\u00a0: ce site ne l’a pas cherchée.')
  expect((await pages.as(editor).post(`${far?.envelope.path}/identite`, finding)).status).toBe(403)
})

test('the actor of the organisation says it as the word of its hub', async () => {
  const site = await openSite()
  const hub: TestHub = await openHubAt(site, { started: false })
  try {
    const entry = await hub.publish('organisation', { title: 'Vue' }, { siren: '732829320', handle: 'vue' })
    const { recordFinding } = await import('../../server/registers/commands.ts')
    await recordFinding(hub.deps, hub.admin, entry, { ...finding, register: 'sirene', id: hub.deps.newId() })
    hub.federation.start()
    const seen = async () => {
      const headers = { accept: 'application/activity+json' }
      return (await fetch(hub.actor('vue'), { headers })).text()
    }
    await until('the actor says it', async () => (await seen()).includes('Identité, selon Le hub hub'))
    expect(await seen()).toContain('Trouvée le 20 novembre 2026 sous le numéro 732829320')
  } finally {
    await hub.stop()
  }
})
