import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { comments, entries } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import { decisions, reports } from '../../db/schema/moderation.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import type { Entry } from '../../server/entries/load.ts'
import { drafted, person, published, received } from '../support/publish.ts'
import { formIn } from '../web/pages.ts'
import { answerFrom, openRooms, stranger, type Rooms } from './rooms.ts'

let rooms: Rooms
let moderator: Viewer
let editor: Viewer
beforeAll(async () => {
  rooms = await openRooms()
  moderator = await person(rooms.deps, 'moderator')
  editor = await person(rooms.deps, 'editor')
})
afterAll(() => rooms.close())

const anEntry = (title: string): Promise<Entry> => published(rooms.deps, editor, 'news', { title })

/** Each from an address of its own: what is throttled is one address. */
let addresses = 0
const visitor = (address = `198.51.100.${(addresses += 1)}`) => rooms.as(undefined, address)

async function report(query: string, fields: Record<string, string>) {
  const browser = visitor()
  const page = await browser.get(`/signaler?${query}`)
  expect(page.status).toBe(200)
  return browser.post('/signaler', { ...formIn(page, '/signaler'), ...fields })
}

const reportsOn = (subjectId: string) =>
  rooms.deps.db.read.select().from(reports).where(eq(reports.subjectId, subjectId))

const objectOf = ({ envelope }: Entry): string => `/ap/objects/${envelope.id}`

const settle = (id: string | undefined, outcome: string, reason = '') =>
  rooms.as(moderator).post(`/moderation/signalements/${id}/decision`, { outcome, reason })

describe('anybody', () => {
  test('reports a publication without an account, is thanked, and is read by the moderators', async () => {
    const entry = await anEntry('Un prêt trop beau')
    const sent = await report(`page=${entry.envelope.path}`, {
      reason: 'Une arnaque.',
      email: 'zoe@example.org',
    })
    expect(sent.status).toBe(303)
    const thanks = await visitor().get(sent.location ?? '')
    expect(thanks.status).toBe(200)
    expect(thanks.text).toContain(`href="${entry.envelope.path}"`)
    const queue = (await rooms.as(moderator).get('/moderation/signalements')).text
    for (const words of ['Une arnaque.', 'mailto:zoe@example.org', 'Un prêt trop beau'])
      expect(queue).toContain(words)
  })

  test('is told what is missing, and finds again what was typed', async () => {
    const entry = await anEntry('Sans raison')
    const sent = await report(`page=${entry.envelope.path}`, { reason: ' ', email: 'pas une adresse' })
    expect(sent.status).toBe(422)
    for (const id of ['f-reason-error', 'f-email-error', 'value="pas une adresse"'])
      expect(sent.text).toContain(id)
    expect(await reportsOn(objectOf(entry))).toEqual([])
  })

  test('reports once, however often the form is sent', async () => {
    const entry = await anEntry('Double envoi')
    const browser = visitor()
    const form = formIn(await browser.get(`/signaler?page=${entry.envelope.path}`), '/signaler')
    for (const _ of [1, 2])
      expect((await browser.post('/signaler', { ...form, reason: 'Deux fois' })).status).toBe(303)
    expect(await reportsOn(objectOf(entry))).toHaveLength(1)
  })

  test('names an entry or an answer by any of its addresses', async () => {
    const { deps } = rooms
    const entry = await anEntry('Plusieurs noms')
    await deps.db.write(deps.hub.steps({ holdComments: 'never' }, null, deps.now()))
    await deps.hub.reload()
    const author = await stranger(deps, 'ouverte.example')
    const answer = await answerFrom(deps, author, entry.envelope.id, 'Bonjour')
    const { apId } = await received(deps, 'job', { title: 'Une offre reçue' })
    const ours = deps.hub.origin + entry.envelope.path
    const addresses = [
      [`objet=${ours}`, objectOf(entry)],
      [`objet=${deps.hub.origin}${objectOf(entry)}`, objectOf(entry)],
      [`objet=${encodeURIComponent(`${ours}#commentaire-${answer.id}`)}`, answer.apId],
      [`commentaire=${answer.id}`, answer.apId],
      [`objet=${apId}`, apId],
    ] as const
    for (const [query, subjectId] of addresses) {
      expect((await report(query, { reason: query })).status, query).toBe(303)
      expect((await reportsOn(subjectId)).map(({ reason }) => reason)).toContain(query)
    }
  })

  test('learns nothing of what is not shown', async () => {
    const draft = await drafted(rooms.deps, editor, 'news', { title: 'Un brouillon' })
    const entry = await anEntry('Avec une réponse cachée')
    const author = await stranger(rooms.deps, 'cachee.example')
    const answer = await answerFrom(rooms.deps, author, entry.envelope.id, 'Chut')
    await rooms.deps.db.write([
      rooms.deps.db.make.update(comments).set({ state: 'hidden' }).where(eq(comments.id, answer.id)),
    ])
    for (const query of [
      `page=/actualites/${draft.envelope.id}`,
      `objet=/ap/objects/${draft.envelope.id}`,
      `commentaire=${answer.id}`,
      'page=/nulle/part',
      'objet=https://inconnu.example/1',
    ])
      expect((await visitor().get(`/signaler?${query}`)).status, query).toBe(404)
  })

  test('who comes without an address is asked for one, and told when it leads nowhere', async () => {
    const entry = await anEntry('À la main')
    const sent = await report('', { objet: 'https://hub.example/rien', reason: 'Ceci' })
    expect(sent.status).toBe(422)
    expect(sent.text).toContain('f-objet-error')
    expect(sent.text).toContain('Ceci')
    const again = await report('', { objet: rooms.deps.hub.origin + entry.envelope.path, reason: 'Cela' })
    expect(again.status).toBe(303)
    expect(await reportsOn(objectOf(entry))).toHaveLength(1)
  })

  test('is slowed down after ten in an hour from one address, and others are not', async () => {
    const entry = await anEntry('Trop de signalements')
    const send = async (address: string) => {
      const browser = visitor(address)
      const form = formIn(await browser.get(`/signaler?page=${entry.envelope.path}`), '/signaler')
      return browser.post('/signaler', { ...form, reason: 'Encore une fois' })
    }
    for (let n = 0; n < 10; n++) expect((await send('203.0.113.50')).status).toBe(303)
    const refused = await send('203.0.113.50')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(refused.text).toContain('Encore une fois')
    expect((await send('203.0.113.51')).status).toBe(303)
    expect(await reportsOn(objectOf(entry))).toHaveLength(11)
  })
})

test('a member’s report bears their name, and a moderator is shown the way to decide at once', async () => {
  const entry = await anEntry('Signalé par un membre')
  const member = await person(rooms.deps, 'member')
  const browser = rooms.as(member)
  const page = await browser.get(`/signaler?page=${entry.envelope.path}`)
  expect(page.text).not.toContain('/moderation/fiches/')
  await browser.post('/signaler', { ...formIn(page, '/signaler'), reason: 'Bizarre' })
  expect(await reportsOn(objectOf(entry))).toMatchObject([{ reporter: member.id }])
  const queue = (await rooms.as(moderator).get('/moderation/signalements')).text
  expect(queue).toContain(member.name)
  expect(queue).not.toContain(member.id)
  const own = await rooms.as(moderator).get(`/signaler?page=${entry.envelope.path}`)
  expect(own.text).toContain(`href="/moderation/fiches/${entry.envelope.id}"`)
})

describe('a report', () => {
  test('that finds nothing wrong is closed, and nothing else changes', async () => {
    const entry = await anEntry('Rien à reprocher')
    await report(`page=${entry.envelope.path}`, { reason: 'Pas d’accord' })
    const [open] = await reportsOn(objectOf(entry))
    expect((await settle(open?.id, 'none')).status).toBe(303)
    expect(await reportsOn(objectOf(entry))).toMatchObject([{ outcome: 'none', closedBy: moderator.id }])
    expect((await visitor().get(entry.envelope.path)).status).toBe(200)
    expect((await settle(open?.id, 'removed', 'Trop tard')).status).toBe(409)
    expect((await visitor().get(entry.envelope.path)).status).toBe(200)
  })

  test('may take a publication away: its page answers 410, and everybody who reported it is answered', async () => {
    const entry = await anEntry('À retirer')
    for (const reason of ['Un', 'Deux']) await report(`page=${entry.envelope.path}`, { reason })
    const [first] = await reportsOn(objectOf(entry))
    expect((await settle(first?.id, 'removed')).status).toBe(422)
    const wakes = rooms.wakes()
    expect((await settle(first?.id, 'removed', 'Illégal')).status).toBe(303)
    expect(rooms.wakes()).toBe(wakes + 1)
    expect((await visitor().get(entry.envelope.path)).status).toBe(410)
    expect((await reportsOn(objectOf(entry))).map(({ outcome }) => outcome)).toEqual(['removed', 'removed'])
    const rows = await rooms.deps.db.read
      .select()
      .from(decisions)
      .where(eq(decisions.subjectId, objectOf(entry)))
    expect(rows).toMatchObject([{ action: 'entry-removed', reason: 'Illégal', by: moderator.id }])
  })

  test('may erase a publication of another server here, for good', async () => {
    const { apId } = await received(rooms.deps, 'job', { title: 'Une offre louche' })
    await report(`objet=${apId}`, { reason: 'Louche' })
    const [open] = await reportsOn(apId)
    expect((await settle(open?.id, 'removed', 'Arnaque')).status).toBe(303)
    await received(rooms.deps, 'job', { apId, title: 'Une offre louche' })
    expect(await rooms.deps.db.read.select().from(entries).where(eq(entries.apId, apId))).toEqual([])
  })

  test('may end with the author’s server blocked, and all of it gone', async () => {
    const entry = await anEntry('Assailli')
    const author = await stranger(rooms.deps, 'assaut.example')
    const answer = await answerFrom(rooms.deps, author, entry.envelope.id, 'Grossier')
    await report(`commentaire=${answer.id}`, { reason: 'Grossier' })
    const [open] = await reportsOn(answer.apId)
    expect((await settle(open?.id, 'host-blocked', 'Un serveur de plus')).status).toBe(303)
    expect((await visitor().get(entry.envelope.path)).text).not.toContain('Grossier')
    expect(await rooms.deps.db.read.select().from(actors).where(eq(actors.host, 'assaut.example'))).toEqual(
      [],
    )
    expect((await rooms.as(moderator).get('/moderation/blocages')).text).toContain('assaut.example')
  })

  test('from another server names an account of ours, and can be settled', async () => {
    const { deps } = rooms
    const row = {
      id: '/ap/actors/atelier',
      local: true,
      type: 'Organization',
      handle: 'atelier',
      name: 'L’atelier',
    }
    await deps.db.write([
      deps.db.make.insert(actors).values({ ...row, createdAt: deps.now() }),
      deps.db.make.insert(reports).values({
        ...{ id: deps.newId(), subject: 'actor', subjectId: '/ap/actors/atelier', reason: 'spam' },
        ...{ reporter: 'https://loin.example/actor', createdAt: deps.now() },
      }),
    ])
    const queue = (await rooms.as(moderator).get('/moderation/signalements')).text
    expect(queue).toContain('https://loin.example/actor')
    expect(queue).toContain('L’atelier')
    const [open] = await reportsOn('/ap/actors/atelier')
    expect((await settle(open?.id, 'handled', 'Vu avec eux')).status).toBe(303)
    expect(await reportsOn('/ap/actors/atelier')).toMatchObject([{ outcome: 'handled' }])
  })

  test('about what is gone meanwhile says so, and can only be closed', async () => {
    const { apId } = await received(rooms.deps, 'job', { title: 'Éphémère' })
    await report(`objet=${apId}`, { reason: 'Trop vite' })
    await rooms.deps.db.write([rooms.deps.db.make.delete(entries).where(eq(entries.apId, apId))])
    const [open] = await reportsOn(apId)
    const queue = (await rooms.as(moderator).get('/moderation/signalements')).text
    expect(queue).toContain('Ce qui était visé n’existe plus ici.')
    expect((await settle(open?.id, 'removed', 'x')).status).toBe(409)
    expect((await settle(open?.id, 'none')).status).toBe(303)
  })
})
