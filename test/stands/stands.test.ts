import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { memberships } from '../../db/schema/accounts.ts'
import { standNotices, stands, villages } from '../../db/schema/stands.ts'
import { userById, viewerOf } from '../../server/accounts/store.ts'
import { mostUnconfirmed } from '../../server/stands/commands.ts'
import { mostNotices } from '../../server/stands/board.ts'
import { forgetStands, keptDays } from '../../server/stands/forget.ts'
import { pathIn } from '../accounts/browser.ts'
import { open, openInquiries, visitor } from '../inquiries/place.ts'
import { pageFaults } from '../support/markup.ts'
import { person, published, received } from '../support/publish.ts'
import { until } from '../support/until.ts'

let pages: Awaited<ReturnType<typeof openInquiries>>
let path = ''
let village = ''
beforeEach(async () => {
  pages = await openInquiries()
  const event = await open.event(pages)
  path = event.path
  village = await found('Village de l’insertion', 'insertion', 1)
})
afterEach(() => pages.close())

const host = () => pages.as(pages.editor)
const rows = () => pages.deps.db.read.select().from(stands)
const day = 86_400_000

async function found(name: string, family: string, count: number): Promise<string> {
  const id = pages.deps.newId()
  const answer = await host().post(`${path}/villages`, {
    acte: 'fonder',
    id,
    name,
    family,
    stands: String(count),
  })
  expect(answer.status).toBe(303)
  return id
}

const request = (name: string, more: Record<string, string> = {}) => ({
  ...{
    village,
    name,
    does: 'Du maraîchage <b>bio</b>',
    seeks: 'Un local',
    shows: 'Des légumes',
    tables: '2',
  },
  ...{
    contactName: 'Awa Diallo',
    email: `${name.toLowerCase()}@exemple.example`,
    power: 'true',
    panels: '0',
  },
  ...more,
})

/** Asks without an account, and gives back the way that the letter shows. */
async function asks(name: string, more: Record<string, string> = {}): Promise<string> {
  const before = pages.deps.letters.length
  const answer = await visitor(pages).post(`${path}/stand`, request(name, more))
  expect(answer.text).toContain('Ouvrez votre boîte aux lettres')
  return pathIn(pages.deps.letters.slice(before)[0]?.text ?? '', 'stand')
}

/** And confirms. */
async function asked(name: string): Promise<{ own: string; id: string }> {
  const own = await asks(name)
  expect((await visitor(pages).post(own, { acte: 'envoyer' })).status).toBe(303)
  await until('the host is told', () =>
    pages.deps.letters.some(({ subject }) => subject.startsWith(`${name} demande`)),
  )
  return { own, id: own.split('/')[2] ?? '' }
}

const decide = (id: string, acte: string, decision = '') =>
  host().post(`${path}/stands/${id}/decision`, { acte, decision })
const stateOf = async (id: string) => (await rows()).find((row) => row.id === id)?.state

describe('an organisation without an account', () => {
  test('asks by its mailbox, is accepted with a sentence, and is then on the page of the forum', async () => {
    const form = await visitor(pages).get(`${path}/stand`)
    expect(form.text).toContain('Village de l’insertion')
    expect(await pageFaults(form.text)).toEqual([])
    const { own, id } = await asked('Halage')
    expect((await visitor(pages).get(`${path}/stands`)).text).not.toContain('Halage')
    expect((await visitor(pages).get(`${path}/stands/${id}`)).status).toBe(404)
    const list = await host().get(`${path}/stands/demandes`)
    for (const said of ['Halage', 'Awa Diallo', 'halage@exemple.example', 'Tables\u00a0: 2', 'Électricité'])
      expect(list.text).toContain(said)
    expect(await pageFaults(list.text)).toEqual([])
    expect((await decide(id, 'accepter', 'Bienvenue, près de l’entrée.')).status).toBe(303)
    await until(
      'the answer',
      () => pages.deps.letters.at(-1)?.subject === 'Votre stand est accepté\u00a0: Une annonce (event)',
    )
    expect(pages.deps.letters.at(-1)?.text).toContain('Bienvenue, près de l’entrée.')
    const sheet = await visitor(pages).get(`${path}/stands/${id}`)
    expect(sheet.text).toContain('Du maraîchage &lt;b&gt;bio&lt;/b&gt;')
    expect(sheet.text).not.toContain('halage@exemple.example')
    expect(sheet.text).not.toContain('Awa Diallo')
    expect(await pageFaults(sheet.text)).toEqual([])
    const all = await visitor(pages).get(`${path}/stands`)
    expect(all.text).toContain('Halage')
    expect(await pageFaults(all.text)).toEqual([])
    expect((await visitor(pages).get(path)).text).toContain('1 sur 1')
    expect(await pageFaults((await visitor(pages).get(own)).text)).toEqual([])
  })

  test('is read by nobody before its address is confirmed, and its letter repeats nothing that was typed', async () => {
    await asks('ACHETEZ', { seeks: 'https://piege.example' })
    expect(`${pages.deps.letters[0]?.subject}${pages.deps.letters[0]?.text}`).not.toMatch(/ACHETEZ|piege/)
    expect((await host().get(`${path}/stands/demandes`)).text).not.toContain('ACHETEZ')
    const [row] = await rows()
    expect((await decide(row?.id ?? '', 'accepter')).status).toBe(404)
    pages.deps.pass(day + 1)
    const own = pathIn(pages.deps.letters[0]?.text ?? '', 'stand')
    expect((await visitor(pages).post(own, { acte: 'envoyer' })).status).toBe(409)
    await forgetStands(pages.deps)
    expect(await rows()).toEqual([])
  })

  test('keeps what it typed when a field must be mended', async () => {
    const answer = await visitor(pages).post(`${path}/stand`, request('Halage', { email: 'pas', does: '' }))
    expect(answer.status).toBe(422)
    expect(answer.text.match(/field-error/g)).toHaveLength(2)
    expect(answer.text).toContain('Un local')
  })

  test('corrects its sheet, puts notices up and takes its stand back', async () => {
    const { own, id } = await asked('Halage')
    expect(
      (await visitor(pages).post(own, { acte: 'afficher', direction: 'offer', text: 'Une remorque' })).status,
    ).toBe(403)
    await decide(id, 'accepter')
    const form = { ...request('Halage'), acte: 'corriger', does: 'Des fleurs' }
    expect((await visitor(pages).post(own, form)).status).toBe(303)
    const annonce = pages.deps.newId()
    const notice = { acte: 'afficher', annonce, direction: 'need', text: 'Une <i>remorque</i>' }
    for (let press = 0; press < 2; press += 1) await visitor(pages).post(own, notice)
    expect(await pages.deps.db.read.select().from(standNotices)).toHaveLength(1)
    const sheet = await visitor(pages).get(`${path}/stands/${id}`)
    expect(sheet.text).toContain('Des fleurs')
    expect(sheet.text).toContain('Une &lt;i&gt;remorque&lt;/i&gt;')
    await visitor(pages).post(own, { acte: 'trouver', annonce })
    expect((await visitor(pages).get(`${path}/stands/${id}`)).text).toContain('Trouvé')
    expect(await pageFaults((await visitor(pages).get(own)).text)).toEqual([])
    expect((await visitor(pages).post(own, { acte: 'retirer' })).location).toBe('/stand/retire')
    expect(await rows()).toEqual([])
    expect((await visitor(pages).get(`${path}/stands/${id}`)).status).toBe(404)
    await until(
      'the host is told',
      () => pages.deps.letters.at(-1)?.subject.startsWith('Halage retire') === true,
    )
  })
})

test('an editor of an organisation here asks for it, and is known', async () => {
  const organisation = await published(pages.deps, pages.editor, 'organisation', { title: 'Les Jardins' })
  const member = await person(pages.deps, 'member')
  const role = { userId: member.id, organisationId: organisation.envelope.id, role: 'editor' as const }
  await pages.deps.db.write([
    pages.deps.db.make.insert(memberships).values({ ...role, createdAt: 0 } as never),
  ])
  const user = await userById(pages.deps.db, member.id)
  if (user === undefined) throw new Error('nobody')
  const viewer = await viewerOf(pages.deps.db, user, null)
  const sent = request('Les Jardins', { organisation: organisation.envelope.id, email: viewer.email })
  const answer = await pages.as(viewer).post(`${path}/stand`, sent)
  expect(answer.location).toMatch(/^\/stand\//)
  expect((await rows())[0]).toMatchObject({ organisationId: organisation.envelope.id, state: 'asked' })
  await decide((await rows())[0]?.id ?? '', 'accepter')
  const sheet = await visitor(pages).get(`${path}/stands/${(await rows())[0]?.id}`)
  expect(sheet.text).toContain(`href="${organisation.envelope.path}"`)
  // Whoever only says so is a stranger.
  await asks('Faux', { organisation: organisation.envelope.id })
  expect((await rows()).find(({ name }) => name === 'Faux')?.organisationId).toBe(null)
})

describe('the host', () => {
  test('accepts no more than a village holds, however many are pressed at once', async () => {
    const all = []
    for (const name of ['Un', 'Deux', 'Trois']) all.push(await asked(name))
    const answers = await Promise.all(all.map(({ id }) => decide(id, 'accepter')))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409, 409])
    expect((await rows()).filter(({ state }) => state === 'accepted')).toHaveLength(1)
    const kept = (await rows()).find(({ state }) => state === 'accepted')
    await decide(kept?.id ?? '', 'refuser')
    const other = (await rows()).find(({ state }) => state === 'asked')
    expect((await decide(other?.id ?? '', 'accepter')).status).toBe(303)
  })

  test('accepts one twice as once, with one letter', async () => {
    const { id } = await asked('Halage')
    await Promise.all([1, 2, 3].map(() => decide(id, 'accepter')))
    await until('the letter', () =>
      pages.deps.letters.some(({ subject }) => subject.startsWith('Votre stand')),
    )
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(pages.deps.letters.filter(({ subject }) => subject.startsWith('Votre stand'))).toHaveLength(1)
  })

  test('alone lays villages out and decides: neither a member, nor whoever hosts another event', async () => {
    const { id } = await asked('Halage')
    const member = pages.as(await person(pages.deps, 'contributor'))
    expect((await member.get(`${path}/stands/demandes`)).status).toBe(403)
    expect((await member.post(`${path}/stands/${id}/decision`, { acte: 'accepter' })).status).toBe(403)
    expect((await member.post(`${path}/villages`, { acte: 'supprimer', id: village })).status).toBe(403)
    const other = await open.event(pages)
    expect((await host().post(`${other.path}/stands/${id}/decision`, { acte: 'accepter' })).status).toBe(404)
    expect(await stateOf(id)).toBe('asked')
    const empty = await found('Village vide', 'scop', 3)
    await host().post(`${other.path}/villages`, { acte: 'supprimer', id: empty })
    const bare = { acte: 'changer', id: empty, name: 'Autre', family: 'scop', stands: '9' }
    expect((await host().post(`${other.path}/villages`, bare)).status).toBe(409)
    expect(await pages.deps.db.read.select().from(villages)).toMatchObject([
      {},
      { name: 'Village vide', stands: 3 },
    ])
  })

  test('neither shrinks a village below its stands, nor takes it from under a request', async () => {
    const { id } = await asked('Halage')
    const gone = await host().post(`${path}/villages`, { acte: 'supprimer', id: village })
    expect([gone.status, gone.text.includes('décidez d’abord')]).toEqual([409, true])
    expect(await pageFaults(gone.text)).toEqual([])
    await host().post(`${path}/villages`, {
      acte: 'changer',
      id: village,
      name: 'Insertion',
      family: 'insertion',
      stands: '2',
    })
    const { id: second } = await asked('Relais')
    await decide(id, 'accepter')
    await decide(second, 'accepter')
    const less = { acte: 'changer', id: village, name: 'Insertion', family: 'insertion', stands: '1' }
    expect((await host().post(`${path}/villages`, less)).status).toBe(409)
  })
})

describe('a visitor', () => {
  test('writes to a stand without learning its address; its keeper can answer, and it is counted', async () => {
    const { id } = await asked('Halage')
    await decide(id, 'accepter')
    await until('the answer', () => pages.deps.letters.at(-1)?.subject.startsWith('Votre stand') === true)
    const said = { name: 'Zoé', email: 'zoe@exemple.example', body: 'Vos paniers ?' }
    const sent = await visitor(pages).post(`${path}/stands/${id}/contact`, said)
    expect(sent.text).toContain('C’est parti')
    expect(sent.text).not.toContain('halage@exemple.example')
    expect(pages.deps.letters.at(-1)).toMatchObject({ to: 'halage@exemple.example', replyTo: said.email })
    expect((await visitor(pages).get(`${path}/stands`)).text).toMatch(
      /Contacts demandés aux stands<\/dt><dd[^>]*>1/,
    )
    const wrong = await visitor(pages).post(`${path}/stands/${id}/contact`, { ...said, body: '' })
    expect([wrong.status, await pageFaults(wrong.text)]).toEqual([422, []])
    const one = pages.as(undefined, '203.0.113.252')
    const statuses = []
    for (let n = 0; n < 25; n += 1)
      statuses.push(
        (await one.post(`${path}/stands/${id}/contact`, { ...said, email: `p${n}@x.example` })).status,
      )
    expect(statuses.filter((status) => status === 200)).toHaveLength(20)
  })

  test('asks for no stand where there is none: over, called off, withdrawn, from elsewhere, without mail', async () => {
    const cancelled = await open.event(pages, { status: 'cancelled' })
    expect((await visitor(pages).get(`${cancelled.path}/stand`)).status).toBe(409)
    await received(pages.deps, 'event', { title: 'D’ailleurs' })
    const [remote = ''] = /\/agenda\/d-ailleurs[^"]*/.exec((await visitor(pages).get('/agenda')).text) ?? []
    expect((await visitor(pages).get(`${remote}/stand`)).status).toBe(404)
    expect((await host().get(`${remote}/villages`)).status).toBe(404)
    const { mailer } = pages.deps
    pages.deps.mailer = null
    expect((await visitor(pages).post(`${path}/stand`, request('Halage'))).status).toBe(409)
    pages.deps.mailer = mailer
    pages.deps.pass(10 * day)
    expect((await visitor(pages).post(`${path}/stand`, request('Halage'))).status).toBe(409)
    expect(await rows()).toEqual([])
  })
})

describe('what strangers cause', () => {
  test('is bounded: requests that nobody confirmed, and notices of one board', async () => {
    const [{ n: villageN } = { n: 0 }] = await pages.deps.db.read.select().from(villages)
    const { db, newId, now } = pages.deps
    const blank = {
      does: 'x',
      seeks: '',
      shows: '',
      contactName: 'x',
      tables: 0,
      panels: 0,
      power: false,
      needs: '',
    }
    const unconfirmed = (n: number) => ({
      ...{ ...blank, id: newId(), villageN, name: `P${n}`, email: `p${n}@x.example`, locale: 'fr' as const },
      ...{ state: 'asked' as const, createdAt: now() },
    })
    await db.write(
      Array.from({ length: mostUnconfirmed }, (_, n) => db.make.insert(stands).values(unconfirmed(n))),
    )
    const answer = await visitor(pages).post(`${path}/stand`, request('Halage'))
    expect([answer.status, answer.text.includes('Un local')]).toEqual([429, true])
    await db.write([db.make.delete(stands)])
    const { own, id } = await asked('Halage')
    await decide(id, 'accepter')
    for (let n = 0; n <= mostNotices; n += 1)
      await visitor(pages).post(own, { acte: 'afficher', direction: 'offer', text: `n° ${n}` })
    expect(await db.read.select().from(standNotices)).toHaveLength(mostNotices)
  })

  test('opens with no forged key, and no board is another’s to write on', async () => {
    const { own, id } = await asked('Halage')
    await decide(id, 'accepter')
    await host().post(`${path}/villages`, {
      acte: 'changer',
      id: village,
      name: 'V',
      family: 'scop',
      stands: '2',
    })
    const other = await asked('Relais')
    await decide(other.id, 'accepter')
    expect((await visitor(pages).get(own.replace(id, other.id))).status).toBe(410)
    const annonce = pages.deps.newId()
    await visitor(pages).post(own, { acte: 'afficher', annonce, direction: 'offer', text: 'À nous' })
    await visitor(pages).post(other.own, { acte: 'enlever', annonce })
    await visitor(pages).post(other.own, { acte: 'trouver', annonce })
    expect(await pages.deps.db.read.select().from(standNotices)).toMatchObject([
      { text: 'À nous', metAt: null },
    ])
  })
})

test('contacts are erased by their term, and what was not accepted goes wholly; sheets stay', async () => {
  const { id } = await asked('Halage')
  await asked('Relais')
  await decide(id, 'accepter')
  pages.deps.pass((keptDays + 10) * day)
  await forgetStands(pages.deps)
  expect(await rows()).toMatchObject([{ name: 'Halage', email: '', contactName: '' }])
  const sheet = await visitor(pages).get(`${path}/stands/${id}`)
  expect([sheet.status, sheet.text.includes('On ne peut plus écrire à ce stand.')]).toEqual([200, true])
  const entry = await pages.deps.db.read.select().from(stands).where(eq(stands.id, id))
  expect(entry).toHaveLength(1)
})
