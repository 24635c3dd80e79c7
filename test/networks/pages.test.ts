import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { networkNeeds, networkReceipts } from '../../db/schema/networks.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import type { WholeEntry } from '../../server/entries/whole.ts'
import { foundingActors } from '../../server/federation/index.ts'
import { partyOfEntry } from '../../server/networks/parties.ts'
import { editorOf, hosted } from '../support/hosted.ts'
import { pageFaults } from '../support/markup.ts'
import { person, published } from '../support/publish.ts'
import { formIn, openPages, type Pages } from '../web/pages.ts'

let pages: Pages
let admin: Viewer
let network: WholeEntry
let scop: WholeEntry
let theirs: Viewer
let ours: Viewer
beforeAll(async () => {
  pages = await openPages()
  const { deps } = pages
  await deps.db.write(await foundingActors(deps, { handle: 'hub', name: 'Le hub' }))
  admin = await person(deps, 'admin')
  network = await hosted(deps, admin, 'Le Réseau du Fleuve', { status: 'network' })
  scop = await hosted(deps, admin, 'La Scop du Bois', { status: 'scop' })
  theirs = await editorOf(deps, network)
  ours = await editorOf(deps, scop)
})
afterAll(() => pages.close())

const membersPath = () => `${network.envelope.path}/membres`
const joiningPath = () => `${scop.envelope.path}/adhesions`
const numberOf = async (entry: WholeEntry) =>
  String((await partyOfEntry(pages.deps.db, entry.envelope.id))?.n)

describe('two organisations of one hub', () => {
  test('become members by two forms, each of its own editors; each page says what was said', async () => {
    const form = await pages.as(ours).get(joiningPath())
    expect(form.text).toContain('Le Réseau du Fleuve')
    expect(await pageFaults(form.text)).toEqual([])
    const asked = await pages.as(ours).post(joiningPath(), { other: await numberOf(network), address: '' })
    expect([asked.status, asked.location]).toEqual([303, joiningPath()])
    // One side alone: on its own page as such, on the other's nowhere.
    expect((await pages.as().get(scop.envelope.path)).text).toContain('annoncé par la structure seulement')
    expect((await pages.as().get(membersPath())).text).not.toContain('La Scop du Bois')
    const manage = await pages.as(theirs).get(membersPath())
    expect(manage.text).toContain('Demandes à examiner')
    expect(await pageFaults(manage.text)).toEqual([])
    const [, yes = ''] = /action="([^"]+\/oui)"/.exec(manage.text) ?? []
    expect((await pages.as(theirs).post(yes)).status).toBe(303)
    expect((await pages.as(theirs).post(yes)).status).toBe(303)
    const shown = await pages.as().get(membersPath())
    expect(shown.text).toContain('La Scop du Bois')
    expect(await pageFaults(shown.text)).toEqual([])
    expect((await pages.as().get(network.envelope.path)).text).toContain('La Scop du Bois')
    expect((await pages.as().get(scop.envelope.path)).text).not.toContain('annoncé par')
    const list = await pages.as().get('/annuaire/reseaux')
    expect(list.text.replaceAll('\u00a0', ' ')).toContain('1 membre')
    expect(await pageFaults(list.text)).toEqual([])
  })

  test('bring what they have open to the network’s page; the network passes it on once', async () => {
    const job = await published(pages.deps, admin, 'job', {
      title: 'Un poste <b>au bois</b>',
      organisation: scop.envelope.id,
    })
    expect((await pages.as().get(membersPath())).text).toContain('Un poste &lt;b&gt;au bois&lt;/b&gt;')
    expect((await pages.as().get(membersPath())).text).not.toContain('/relais')
    const relay = { entry: job.envelope.id }
    const path = `${network.envelope.path}/relais`
    expect((await pages.as().post(path, relay)).status).toBe(401)
    expect((await pages.as(ours).post(path, relay)).status).toBe(403)
    expect((await pages.as(theirs).get(membersPath())).text).toContain(path)
    for (let at = 0; at < 2; at++) expect((await pages.as(theirs).post(path, relay)).status).toBe(303)
    const { rows } = await pages.deps.db.query("SELECT count(*) FROM events WHERE type = 'network.relayed'")
    expect(rows[0]?.[0]).toBe(1)
    const shown = await pages.as().get(membersPath())
    expect(shown.text).toContain('Relayé')
    expect(shown.text).toMatch(/Offres relayées<\/dt><dd[^>]*>1</)
    const draft = await pages.as(theirs).post(path, { entry: 'nichts' })
    expect(draft.status).toBe(404)
  })

  test('choose from the list, or give an address, and are told what is wrong', async () => {
    const wrong = [
      {},
      { other: '1', address: '@a@b.example' },
      { address: 'pas une adresse' },
      { address: 'javascript:alert(1)' },
      { address: `${pages.deps.hub.origin}/annuaire/rien` },
      { address: '@personne@hub.example' },
      { other: '999999' },
    ]
    for (const sent of wrong) {
      const answer = await pages.as(ours).post(joiningPath(), sent as Record<string, string>)
      expect([422, 404]).toContain(answer.status)
      expect(await pageFaults(answer.text)).toEqual([])
    }
    const sought = await pages.as(ours).post(joiningPath(), { address: '@reseau@ailleurs.example' })
    expect(sought.status).toBe(303)
    const shown = await pages.as(ours).get(joiningPath())
    expect(shown.text).toContain('@reseau@ailleurs.example')
    expect(shown.text).toContain('Recherché en ce moment')
  })

  test('are managed by nobody else', async () => {
    const stranger = await person(pages.deps, 'member')
    for (const viewer of [undefined, stranger, theirs]) {
      const status = viewer === undefined ? 401 : 403
      expect((await pages.as(viewer).get(joiningPath())).status).toBe(status)
      expect((await pages.as(viewer).post(joiningPath(), { other: '1' })).status).toBe(status)
    }
    // A page of members is a network's alone.
    expect((await pages.as().get(`${scop.envelope.path}/membres`)).status).toBe(404)
  })

  test('part by the form of either', async () => {
    const page = await pages.as(ours).get(joiningPath())
    const [, no = ''] = /action="([^"]+\/fin)"/.exec(page.text) ?? []
    expect((await pages.as(theirs).post(no)).status).toBe(403)
    expect((await pages.as(ours).post(no)).status).toBe(303)
    expect((await pages.as().get(scop.envelope.path)).text).not.toContain('Le Réseau du Fleuve')
    expect((await pages.as(theirs).get(membersPath())).text).toContain('par la structure')
  })
})

describe('what a network asks for', () => {
  const path = () => `${network.envelope.path}/besoins`
  const rows = () => pages.deps.db.read.select().from(networkNeeds)
  const need = {
    sort: 'money',
    title: 'Un mi-temps pour <i>animer</i>',
    amount: '15 000',
    fromDay: '2027-01-01',
    untilDay: '2027-12-31',
    details: 'Salaire et déplacements',
    state: 'open',
  }

  test('is written by its editors, once however often the form is sent, and read by everybody', async () => {
    const form = formIn(await pages.as(theirs).get(`${path()}/nouveau`), `${path()}/nouveau`)
    for (let at = 0; at < 2; at++)
      expect((await pages.as(theirs).post(`${path()}/nouveau`, { ...form, ...need })).status).toBe(303)
    expect((await rows()).length).toBe(1)
    const shown = (await pages.as().get(membersPath())).text
    expect(shown).toContain('Un mi-temps pour &lt;i&gt;animer&lt;/i&gt;')
    expect(shown.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain('15 000 €')
    expect((await pages.as(ours).get(`${path()}/nouveau`)).status).toBe(403)
    expect((await pages.as().post(`${path()}/nouveau`, { ...form, ...need })).status).toBe(401)
  })

  test('comes back with what was typed, all faults at once', async () => {
    const form = formIn(await pages.as(theirs).get(`${path()}/nouveau`), `${path()}/nouveau`)
    const sent = { ...form, ...need, title: '', amount: '-3', untilDay: '2026-12-31', details: 'gardé' }
    const answer = await pages.as(theirs).post(`${path()}/nouveau`, sent)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('gardé')
    expect(await pageFaults(answer.text)).toEqual([])
    expect((answer.text.match(/field-wrong/g) ?? []).length).toBeGreaterThan(1)
  })

  test('that two people change at once is a conflict, with both texts', async () => {
    const [one] = await rows()
    const at = `${path()}/${one?.id}`
    const form = formIn(await pages.as(theirs).get(at), at)
    expect((await pages.as(admin).post(at, { ...form, title: 'Le premier' })).status).toBe(303)
    const late = await pages.as(theirs).post(at, { ...form, title: 'Le second' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Le premier')
    expect(late.text).toContain('Le second')
    expect(await pageFaults(late.text)).toEqual([])
    const again = formIn(late, at)
    expect((await pages.as(theirs).post(at, again)).status).toBe(303)
    expect((await rows())[0]).toMatchObject({ title: 'Le second', revision: 3 })
  })

  test('says what was received, and names nobody without their agreement', async () => {
    const [one] = await rows()
    const at = `${path()}/${one?.id}`
    const form = formIn(await pages.as(theirs).get(at), `${at}/recus`)
    const gift = { ...form, day: '2026-11-20', what: 'Une subvention', amount: '5000', giver: 'Mme Secret' }
    const refused = await pages.as(theirs).post(`${at}/recus`, gift)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Sans son accord')
    expect(await pageFaults(refused.text)).toEqual([])
    expect(await pages.deps.db.read.select().from(networkReceipts)).toEqual([])
    for (let twice = 0; twice < 2; twice++)
      expect(
        (
          await pages
            .as(theirs)
            .post(`${at}/recus`, { ...gift, giver: '', source: 'https://source.example/' })
        ).status,
      ).toBe(303)
    const shown = (await pages.as().get(membersPath())).text.replaceAll(/[\u00a0\u202f]/g, ' ')
    expect(shown).toContain('Reçu : 5 000 €. Demandé : 15 000 €.')
    expect(shown).toContain('sans nom')
    expect(shown).not.toContain('Mme Secret')
    expect(await pages.deps.db.read.select().from(networkReceipts)).toHaveLength(1)
    // Another network's editors do nothing here.
    const other = await hosted(pages.deps, admin, 'Un autre réseau', { status: 'network' })
    const stranger = await editorOf(pages.deps, other)
    const elsewhere = `${other.envelope.path}/besoins/${one?.id}`
    expect((await pages.as(stranger).get(elsewhere)).status).toBe(404)
    expect((await pages.as(stranger).post(`${elsewhere}/effacer`)).status).toBe(404)
    expect((await pages.as(stranger).post(`${at}/effacer`)).status).toBe(403)
  })

  test('is counted when it is met, and no figure stands where nothing is asked', async () => {
    const [one] = await rows()
    const at = `${path()}/${one?.id}`
    const form = formIn(await pages.as(theirs).get(at), at)
    expect((await pages.as(theirs).post(at, { ...form, state: 'met' })).status).toBe(303)
    expect((await pages.as().get(membersPath())).text).toContain('1 sur 1')
    expect((await pages.as(theirs).post(`${at}/effacer`)).status).toBe(303)
    expect((await pages.as().get(membersPath())).text).toContain('pas de donnée')
    expect(await pages.deps.db.read.select().from(networkReceipts)).toEqual([])
  })
})
