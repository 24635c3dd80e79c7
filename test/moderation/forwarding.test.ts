import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { events } from '../../db/schema/entries.ts'
import { reports } from '../../db/schema/moderation.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import type { Entry } from '../../server/entries/load.ts'
import { messageFrom } from '../support/messages.ts'
import { person, published, received } from '../support/publish.ts'
import { formIn } from '../web/pages.ts'
import { answerFrom, openRooms, stranger, type Rooms } from './rooms.ts'

let rooms: Rooms
let moderator: Viewer
let member: Viewer
let entry: Entry
beforeAll(async () => {
  rooms = await openRooms()
  const { db, hub, now } = rooms.deps
  await db.write(hub.steps({ holdComments: 'never' }, null, now()))
  await hub.reload()
  moderator = await person(rooms.deps, 'moderator')
  member = await person(rooms.deps, 'member')
  entry = await published(rooms.deps, await person(rooms.deps, 'editor'), 'news', { title: 'Une fête' })
})
afterAll(() => rooms.close())

const reason = 'Des insultes, signées.'

/** A member reports something of another server, and asks that it be told. */
async function reported(query: string, subjectId: string, forward = true): Promise<string> {
  const browser = rooms.as(member, `198.51.100.${reportedSoFar++}`)
  const form = formIn(await browser.get(`/signaler?${query}`), '/signaler')
  // Asked for, never assumed.
  expect(form).not.toHaveProperty('forward')
  await browser.post('/signaler', { ...form, reason, ...(forward ? { forward: 'true' } : {}) })
  const [row] = await rooms.deps.db.read.select().from(reports).where(eq(reports.subjectId, subjectId))
  return row?.id ?? ''
}
let reportedSoFar = 1

async function anAnswer(host: string) {
  const author = await stranger(rooms.deps, host)
  return { author, ...(await answerFrom(rooms.deps, author, entry.envelope.id, 'Grossier')) }
}

const pass = (id: string, content: string, viewer: Viewer | undefined = moderator) =>
  rooms.as(viewer).post(`/moderation/signalements/${id}/transmission`, { content })
const told = async (id: string) => rooms.deps.db.read.select().from(events).where(eq(events.subject, id))
const queue = async (query = '') => (await rooms.as(moderator).get(`/moderation/signalements${query}`)).text

describe('a report about something of another server', () => {
  test('is passed on by a moderator, in words they read again, and says so with its day', async () => {
    const { author, id: answer, apId } = await anAnswer('impoli.example')
    const id = await reported(`commentaire=${answer}`, apId)
    const before = await queue()
    expect(before).toContain('souhaite que impoli.example soit prévenu, sans son nom')
    expect(before).toContain(`action="/moderation/signalements/${id}/transmission"`)
    const wakes = rooms.wakes()
    const sent = await pass(id, 'Des insultes.')
    expect([sent.status, sent.location]).toEqual([303, `/moderation/signalements#signalement-${id}`])
    expect(rooms.wakes()).toBe(wakes + 1)
    const [event] = await told(id)
    expect(event?.type).toBe('report.forwarded')
    expect(JSON.parse(event?.data ?? '')).toEqual({
      actor: author.id,
      things: [apId],
      content: 'Des insultes.',
    })
    const after = await queue()
    expect(after).toMatch(/Transmis à impoli\.example le .*lundi 23 novembre 2026.* Pas encore remis/s)
    expect(after).not.toContain(`action="/moderation/signalements/${id}/transmission"`)
    expect((await rooms.as(moderator).get('/moderation/decisions')).text).toContain('Signalement transmis')
  })

  test('leaves once, without a word of who reported', async () => {
    const { id: answer, apId } = await anAnswer('deux.example')
    const id = await reported(`commentaire=${answer}`, apId)
    const both = await Promise.all([pass(id, 'Une fois'), pass(id, 'Deux fois')])
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409])
    const said = await told(id)
    expect(said).toHaveLength(1)
    for (const word of [member.id, member.name, member.email])
      expect(JSON.stringify(said)).not.toContain(word)
  })

  test('may be about an entry, and is offered though nobody asked for it', async () => {
    const { apId } = await received(rooms.deps, 'job', { title: 'Une offre louche' })
    const id = await reported(`objet=${apId}`, apId, false)
    expect(await queue()).not.toContain('souhaite que ailleurs.example')
    expect((await pass(id, 'Arnaque')).status).toBe(303)
    expect(JSON.parse((await told(id))[0]?.data ?? '')).toMatchObject({
      ...{ actor: 'https://ailleurs.example/ap/actors/hub', things: [apId] },
    })
  })

  test('is not passed on without a word, and the words that are too long come back', async () => {
    const { id: answer, apId } = await anAnswer('muet.example')
    const id = await reported(`commentaire=${answer}`, apId)
    for (const content of ['  ', 'x'.repeat(2001)]) {
      const again = await pass(id, content)
      expect(again.status).toBe(422)
      expect(again.text).toContain(`id="t-${id}-content-error"`)
    }
    expect(await told(id)).toEqual([])
  })

  test('cannot be passed on once there is nothing left to show', async () => {
    const { id: answer, apId } = await anAnswer('parti.example')
    const id = await reported(`commentaire=${answer}`, apId)
    await rooms.deps.db.write([{ sql: 'DELETE FROM comments WHERE ap_id = ?', args: [apId] }])
    expect((await pass(id, 'Trop tard')).status).toBe(409)
    expect(await told(id)).toEqual([])
  })

  test('is passed on by nobody but a moderator', async () => {
    const { id: answer, apId } = await anAnswer('role.example')
    const id = await reported(`commentaire=${answer}`, apId)
    expect(
      (await rooms.as().post(`/moderation/signalements/${id}/transmission`, { content: 'x' })).status,
    ).toBe(401)
    for (const role of ['editor', 'facilitator', 'member'] as const)
      expect((await pass(id, 'x', await person(rooms.deps, role))).status).toBe(403)
    expect(await told(id)).toEqual([])
  })
})

test('what waits is reported by a moderator from where they decide, and by nobody else', async () => {
  const { db, hub, now } = rooms.deps
  const rule = async (holdComments: 'first' | 'never') => {
    await db.write(hub.steps({ holdComments }, null, now()))
    await hub.reload()
  }
  await rule('first')
  const { id, apId } = await anAnswer('attente.example')
  await rule('never')
  const single = (await rooms.as(moderator).get(`/moderation/commentaires/${id}`)).text
  const href = `/signaler?objet=${encodeURIComponent(apId)}`
  expect(single).toContain(`href="${href}"`)
  for (const viewer of [undefined, member]) expect((await rooms.as(viewer).get(href)).status).toBe(404)
  const browser = rooms.as(moderator, '198.51.100.203')
  const form = formIn(await browser.get(href), '/signaler')
  expect((await browser.post('/signaler', { ...form, reason, forward: 'true' })).status).toBe(303)
  expect((await pass(String(form['id']), 'Publicité')).status).toBe(303)
})

describe('a message to the editors', () => {
  test('is reported by those who read it, and its server is told by a moderator', async () => {
    const { deps } = rooms
    const author = await stranger(deps, 'lettre.example')
    const message = await messageFrom(deps, author, { public: false, html: '<p>Confidence</p>' })
    const editor = rooms.as(await person(deps, 'editor'), '198.51.100.201')
    expect((await editor.get('/messages')).text).toContain(`href="/signaler?message=${message.id}"`)
    const form = formIn(await editor.get(`/signaler?message=${message.id}`), '/signaler')
    expect((await editor.post('/signaler', { ...form, reason, forward: 'true' })).status).toBe(303)
    const id = String(form['id'])
    const open = await queue()
    for (const words of ['À propos d’un message', 'Confidence', 'souhaite que lettre.example'])
      expect(open).toContain(words)
    expect((await pass(id, 'Harcèlement')).status).toBe(303)
    expect(JSON.parse((await told(id))[0]?.data ?? '')).toEqual({
      ...{ actor: author.id, things: [message.apId], content: 'Harcèlement' },
    })
    expect(
      (await rooms.as(moderator).post(`/moderation/signalements/${id}/decision`, { outcome: 'none' })).status,
    ).toBe(303)
    expect((await rooms.as(moderator).get('/moderation/decisions')).text).toContain(
      'un message de bruno de lettre.example',
    )
  })

  test('is not told to exist to anybody else who would report it', async () => {
    const { deps } = rooms
    const author = await stranger(deps, 'secret.example')
    const { id, apId } = await messageFrom(deps, author, { public: false, html: '<p>Confidence</p>' })
    for (const viewer of [undefined, member, await person(deps, 'contributor')]) {
      const browser = rooms.as(viewer, '198.51.100.202')
      for (const query of [`message=${id}`, `objet=${apId}`])
        expect((await browser.get(`/signaler?${query}`)).status, query).toBe(404)
      const sent = await browser.post('/signaler', { id: deps.newId(), objet: apId, reason: 'x' })
      expect([sent.status, sent.text.includes('Confidence')]).toEqual([422, false])
    }
  })
})

test('what was written here is passed on to nobody, whatever the form says', async () => {
  const browser = rooms.as(member, '198.51.100.200')
  const page = await browser.get(`/signaler?page=${entry.envelope.path}`)
  expect(page.text).not.toContain('name="forward"')
  await browser.post('/signaler', { ...formIn(page, '/signaler'), reason, forward: 'true' })
  const where = eq(reports.subjectId, `/ap/objects/${entry.envelope.id}`)
  const [row] = await rooms.deps.db.read.select().from(reports).where(where)
  expect(row).toMatchObject({ wishesForward: false })
  expect((await pass(row?.id ?? '', 'x')).status).toBe(409)
})
