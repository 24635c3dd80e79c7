import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { comments } from '../../db/schema/entries.ts'
import { reports } from '../../db/schema/moderation.ts'
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
  const { db, hub, now } = rooms.deps
  await db.write(hub.steps({ holdComments: 'never' }, null, now()))
  await hub.reload()
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
