import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '../../server/accounts/viewer.ts'
import type { Entry } from '../../server/entries/load.ts'
import { locales } from '../../views/language.tsx'
import { openRooms, type Rooms } from '../moderation/rooms.ts'
import { addFollower, openSink, type Sink } from '../peers/sink.ts'
import { settled } from '../support/deliveries.ts'
import { openHubAt, type TestHub } from '../support/hub.ts'
import { pageFaults } from '../support/markup.ts'
import { follow, stateOf } from '../support/network.ts'
import { person } from '../support/publish.ts'
import { read } from '../support/read.ts'
import { openSite } from '../support/site.ts'
import { until } from '../support/until.ts'
import { formIn } from './pages.ts'

let here: TestHub
let there: TestHub
let sink: Sink
let rooms: Rooms
let admin: Viewer
let editor: Viewer
let organisation: Entry
const path = '/demenagement/ateliers_du_fleuve'
const account = () => `@ateliers_du_fleuve@${there.host}`
beforeAll(async () => {
  const sites = [await openSite(), await openSite()] as const
  sink = await openSink()
  const neighbours = [...sites, sink]
  here = await openHubAt(sites[0], { handle: 'ici', name: 'Ici', neighbours })
  there = await openHubAt(sites[1], { handle: 'ailleurs', name: 'Ailleurs', neighbours })
  organisation = await here.publish('organisation', { title: 'Les Ateliers du fleuve' })
  await there.publish('organisation', { title: 'Les Ateliers du fleuve' })
  await settled(here)
  await settled(there)
  rooms = await openRooms({ deps: here.deps, federation: here.federation })
  const typed = { sudoAt: here.deps.now() }
  admin = { ...here.admin, ...typed }
  const member = await person(here.deps, 'member')
  const membership = { organisationId: organisation.envelope.id, role: 'editor' as const }
  editor = { ...member, ...typed, memberships: [membership] }
})
afterAll(async () => {
  await here.stop()
  await there.stop()
  await sink.close()
})

const paths = ['/demenagement/ici', path, '/reseau/abonnements/liste']

describe('the room of moving', () => {
  test.each(locales)('is sound in %s', async (locale) => {
    for (const one of paths) {
      const { status, text } = await rooms.as({ ...admin, locale }).get(one)
      expect([status, await pageFaults(text)], one).toEqual([200, []])
      expect(text.match(/<h1\b/g), one).toHaveLength(1)
    }
  })

  test('is for those who answer for the account, and asks their password again', async () => {
    const lists = `${path}/abonnes.csv`
    for (const one of [...paths, lists, '/demenagement', '/reseau/abonnements.csv'])
      expect((await rooms.as().get(one)).status, one).toBe(401)
    const hubEditor = { ...(await person(here.deps, 'editor')), sudoAt: here.deps.now() }
    const contributor = { organisationId: organisation.envelope.id, role: 'contributor' as const }
    for (const stranger of [
      hubEditor,
      { ...editor, memberships: [] },
      { ...editor, memberships: [contributor] },
    ])
      for (const one of [path, lists, ...paths])
        expect((await rooms.as(stranger).get(one)).status, one).toBe(403)
    expect((await rooms.as(editor).get(path)).status).toBe(200)
    expect((await rooms.as(editor).get('/demenagement/ici')).status).toBe(403)
    // What moves with the hub, or not at all, has no room of its own.
    for (const handle of ['emplois', 'instance', 'rien'])
      expect((await rooms.as(admin).get(`/demenagement/${handle}`)).status).toBe(404)
    const late = rooms.as({ ...admin, sudoAt: null })
    expect((await late.get(path)).location).toContain('/compte/verification')
    expect((await late.post(`${path}/depart`, { target: account() })).location).toContain(
      '/compte/verification',
    )
  })

  test('is found from the page of the organisation, by those who answer for it', async () => {
    expect((await rooms.as(editor).get(organisation.envelope.path)).text).toContain(`href="${path}"`)
    expect((await rooms.as().get(organisation.envelope.path)).text).not.toContain(path)
  })
})

describe('who would leave', () => {
  test('is told beside the field when nobody is there', async () => {
    const browser = rooms.as(editor)
    for (const [target, words] of [
      ['n’importe quoi', 'Écrivez @nom@site'],
      ['', 'Écrivez @nom@site'],
      [`@personne@${there.host}`, 'personne n’y porte ce nom'],
      [`@ici@${here.host}`, 'C’est ce site lui-même'],
      ['@x@127.0.0.3', 'n’est pas celle d’un site public'],
    ] as const) {
      const { status, text } = await browser.post(path, { target })
      expect([status, read(text).includes(words)], target).toEqual([422, true])
      expect(text, target).toContain(`value="${target}"`)
    }
  })

  test('is told what to do there when the account does not list this one', async () => {
    const { text } = await rooms.as(editor).post(path, { target: account() })
    expect(read(text)).toContain('ne dit pas encore qu’il était ici avant')
    expect(read(text)).toContain(`@ateliers_du_fleuve@${here.host}`)
    expect(text).not.toContain(`${path}/depart`)
    // Nor by a form that was made up.
    const made = await rooms.as(editor).post(`${path}/depart`, { target: account() })
    expect([made.status, read(made.text).includes('Pas encore')]).toEqual([200, true])
  })

  test('says there that it was here, and may take it back', async () => {
    const theirs = await openRooms({ deps: there.deps, federation: there.federation })
    const browser = theirs.as({ ...there.admin, sudoAt: there.deps.now() })
    const former = here.actor('ateliers_du_fleuve')
    const added = await browser.post(`${path}/anciennes-adresses`, {
      former: `@ateliers_du_fleuve@${here.host}`,
    })
    expect([added.status, added.location]).toEqual([303, path])
    const page = await browser.get(path)
    expect(read(page.text)).toContain(`@ateliers_du_fleuve@${here.host}`)
    const end = `${path}/anciennes-adresses/fin`
    expect(formIn(page, end)).toEqual({ id: former })
    await browser.post(end, formIn(page, end))
    expect(read((await browser.get(path)).text)).toContain('Aucune ancienne adresse')
    await browser.post(`${path}/anciennes-adresses`, { former })
    expect((await browser.post(`${path}/anciennes-adresses`, { former: 'rien' })).status).toBe(422)
  })

  test('reads what will happen, agrees, and the pages say where they went', async () => {
    await addFollower(here, sink, 'ateliers_du_fleuve')
    const browser = rooms.as(editor)
    const asked = await browser.post(path, { target: account() })
    expect(await pageFaults(asked.text)).toEqual([])
    expect(read(asked.text)).toContain('Plus rien de nouveau ne pourra être publié ici en ce nom')
    const gone = await browser.post(`${path}/depart`, formIn(asked, `${path}/depart`))
    expect([gone.status, gone.location]).toEqual([303, path])
    await settled(here)
    expect(sink.posts.map(({ type }) => type)).toEqual(['Update', 'Move'])
    const own = await rooms.as().get(organisation.envelope.path)
    expect(await pageFaults(own.text)).toEqual([])
    expect(read(own.text)).toContain(`Les Ateliers du fleuve a déménagé`)
    expect(own.text).toContain(`href="${there.origin}/annuaire/les-ateliers-du-fleuve"`)
    expect(own.text).not.toContain('/interagir?compte=ateliers_du_fleuve')
    expect(read((await rooms.as().get('/reseau')).text)).toContain('Les Ateliers du fleuve a déménagé')
  })

  test('publishes nothing new in that name, and is told why beside it', async () => {
    const form = formIn(await rooms.as(admin).get('/actualites/nouveau'), '/actualites/nouveau')
    const sent = { ...form, title: 'Encore', summary: 'Un mot.', organisation: organisation.envelope.id }
    const answer = await rooms.as(admin).post('/actualites/nouveau', { ...sent, outcome: 'publish' })
    expect(answer.status).toBe(422)
    expect(read(answer.text)).toContain('Cette structure a déménagé sur un autre site')
  })

  test('comes back', async () => {
    const browser = rooms.as(editor)
    const page = await browser.get(path)
    expect(read(page.text)).toContain(`il est parti vers ${account()}`)
    expect(await pageFaults(page.text)).toEqual([])
    expect((await browser.post(`${path}/retour`)).status).toBe(303)
    const back = read((await browser.get(path)).text)
    expect(back).toContain('Le prochain sera possible à partir du 30 novembre 2026')
    expect(read((await rooms.as().get(organisation.envelope.path)).text)).not.toContain('a déménagé')
  })
})

describe('the list of followers', () => {
  test('is a file for those who answer, kept by nobody on the way, and no formula', async () => {
    const { db } = here.deps
    await addFollower(here, sink, 'ateliers_du_fleuve', { name: 'zoe' })
    await db.write([{ sql: "UPDATE actors SET handle = '-2+3' WHERE handle = 'zoe'", args: [] }])
    const { text, headers } = await rooms.as(editor).get(`${path}/abonnes.csv`)
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(text).toBe(`Account address\n'-2+3@${sink.host}\namel@${sink.host}\n`)
  })

  test('of before says who has come along, and keeps nothing', async () => {
    const before = `Account address\namel@${sink.host}\n"@bo@ailleurs.example"\nAMEL@${sink.host},\nchloe@loin.example\n`
    const dump = await here.deps.db.query('SELECT count(*) FROM actors')
    const { status, text } = await rooms.as(editor).post(`${path}/abonnes`, { list: before })
    expect([status, await pageFaults(text)]).toEqual([200, []])
    expect(read(text)).toContain('1 sur 3 vous suivent déjà ici.')
    expect(read(text)).toContain('bo@ailleurs.example')
    expect((await here.deps.db.query('SELECT count(*) FROM actors')).rows).toEqual(dump.rows)
    const many = Array.from({ length: 700 }, (_, at) => `p${at}@loin.example`)
    const long = await rooms
      .as(editor)
      .post(`${path}/abonnes`, { list: [...many, `amel@${sink.host}`].join('\n') })
    expect(read(long.text)).toContain('1 sur 701 vous suivent déjà ici.')
    expect((await rooms.as(editor).post(`${path}/abonnes`, { list: 'rien' })).status).toBe(422)
  })
})

describe('a list of whom to follow', () => {
  const list = '/reseau/abonnements/liste'

  test('is read before anybody is asked: what is new, known and wrong, line by line', async () => {
    await follow(here, there.actor('emplois'))
    const typed = [
      'Account address,Show boosts',
      `emplois@${there.host},true`,
      `ressources@${there.host},true`,
      'pas une adresse',
      `ici@${here.host}`,
      `ressources@${there.host}`,
    ].join('\r\n')
    const browser = rooms.as(admin)
    const { text } = await browser.post(list, { list: typed })
    expect(await pageFaults(text)).toEqual([])
    const seen = read(text)
    expect(seen).toContain('1 compte à suivre')
    expect(seen).toContain('1 compte déjà suivi')
    expect(seen).toContain('Ligne 4 pas une adresse ce n’est pas une adresse')
    expect(seen).toContain(`Ligne 5 ici@${here.host} c’est ce site lui-même`)
    expect(seen).toContain('Ligne 6')
    expect((await browser.post(list, { list: ' \n' })).status).toBe(422)
  })

  test('is asked in the background; what came to nothing is said with its reason, until it is put away', async () => {
    const browser = rooms.as(admin)
    const typed = `ressources@${there.host}\npersonne@${there.host}\n`
    const read1 = await browser.post(list, { list: typed })
    const asked = await browser.post(`${list}/suivre`, formIn(read1, `${list}/suivre`))
    expect([asked.status, asked.location]).toEqual([303, list])
    await until('followed', async () => (await stateOf(here, there.actor('ressources'))) === 'accepted')
    const page = await until('the failure is said', async () => {
      const { text } = await browser.get(list)
      return text.includes(`${list}/oublier`) ? text : null
    })
    expect(await pageFaults(page)).toEqual([])
    expect(read(page)).toContain(`@personne@${there.host} Ce serveur répond, mais personne n’y porte ce nom`)
    await browser.post(`${list}/oublier`)
    expect((await browser.get(list)).text).not.toContain('personne@')
    const file = (await browser.get('/reseau/abonnements.csv')).text
    expect(file.split('\n')[0]).toBe('Account address,Show boosts,Notify on new posts,Languages')
    expect(file).toContain(`ressources@${there.host},true,false,`)
  })
})
