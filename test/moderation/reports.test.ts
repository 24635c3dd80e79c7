import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entries } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import { decisions, reports } from '../../db/schema/moderation.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import type { Entry } from '../../server/entries/load.ts'
import { withdraw } from '../../server/entries/withdrawal.ts'
import { decide } from '../../server/moderation/decide.ts'
import { thing } from '../../server/moderation/queries.ts'
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

const settle = (id: string | undefined, outcome: string, reason = '') =>
  rooms.as(moderator).post(`/moderation/signalements/${id}/decision`, { outcome, reason })

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

  test('is where a moderator who takes a publication away says why: nothing is taken before', async () => {
    const entry = await anEntry('Retirée sans un mot')
    const { path, id } = entry.envelope
    for (const at of [path, `${path}/publication`])
      expect((await rooms.as(moderator).post(at, { _method: 'DELETE' })).location).toBe(
        `/moderation/fiches/${id}`,
      )
    expect((await visitor().get(path)).status).toBe(200)
    const about = { thing: await thing(rooms.deps, { subject: 'entry', subjectId: objectOf(entry) }) }
    await expect(
      decide(rooms.deps, moderator, { ...about, report: undefined }, { outcome: 'removed', reason: ' ' }),
    ).rejects.toMatchObject({ code: 'invalid', fields: { reason: 'required' } })
    const at = `/moderation/fiches/${id}/decision`
    expect((await rooms.as(moderator).post(at, { outcome: 'removed', reason: 'Hors sujet' })).status).toBe(
      303,
    )
    expect((await visitor().get(path)).status).toBe(410)
    expect((await rooms.as(moderator).get(`/moderation/fiches/${id}`)).status).toBe(404)
  })

  test('that names a draft shows nothing of it, and a moderator finds no draft by its id', async () => {
    const draft = await drafted(rooms.deps, editor, 'news', { title: 'Brouillon secret', body: 'Pas encore' })
    const subjectId = objectOf(draft)
    const row = { subject: 'entry' as const, subjectId, reason: 'Quoi ?', reporter: '' }
    await rooms.deps.db.write([
      rooms.deps.db.make.insert(reports).values({ id: rooms.deps.newId(), ...row, createdAt: 1 }),
    ])
    const list = await rooms.as(moderator).get('/moderation/signalements')
    expect(list.text).toContain('Quoi ?')
    const single = `/moderation/fiches/${draft.envelope.id}`
    expect((await rooms.as(moderator).get(single)).status).toBe(404)
    await withdraw(rooms.deps, editor, draft)
    for (const { text } of [list, await rooms.as(moderator).get('/moderation/signalements')])
      for (const words of ['Brouillon secret', 'Pas encore']) expect(text).not.toContain(words)
    expect((await rooms.as(moderator).get(single)).status).toBe(404)
    const decided = await rooms.as(moderator).post(`${single}/decision`, { outcome: 'removed', reason: 'x' })
    expect(decided.status).toBe(404)
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
    expect(queue).toContain('une personne d’un autre serveur, loin.example')
    expect(queue).not.toContain('https://loin.example/actor')
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
