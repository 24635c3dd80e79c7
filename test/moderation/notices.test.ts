import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { notices } from '../../db/schema/moderation.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { deleteAccount } from '../../server/accounts/departure.ts'
import type { Letter } from '../../server/deps.ts'
import { writeComment } from '../../server/entries/comments.ts'
import type { Entry } from '../../server/entries/load.ts'
import { sendNotices } from '../../server/moderation/notices.ts'
import { report } from '../../server/moderation/reports.ts'
import { person, published } from '../support/publish.ts'
import { openRooms, type Rooms } from './rooms.ts'

let rooms: Rooms
let moderator: Viewer
let member: Viewer
let editor: Viewer
let entry: Entry
beforeAll(async () => {
  rooms = await openRooms({ mail: true })
  const { db, hub, now } = rooms.deps
  await db.write(hub.steps({ holdLinks: 0 }, null, now()))
  await hub.reload()
  await person(rooms.deps, 'admin')
  moderator = await person(rooms.deps, 'moderator')
  member = await person(rooms.deps, 'member')
  editor = await person(rooms.deps, 'editor')
  entry = await published(rooms.deps, editor, 'news', { title: 'Une fête de quartier' })
})
afterAll(() => rooms.close())

async function said(body: string): Promise<string> {
  const id = rooms.deps.newId()
  await writeComment(rooms.deps, member, entry.envelope, { id, body, parentId: null })
  return id
}

async function sent(): Promise<Letter[]> {
  rooms.deps.letters.length = 0
  await sendNotices(rooms.deps)
  return [...rooms.deps.letters]
}

const reported = async (subjectId: string, email: string | null, viewer: Viewer | null = null) => {
  const id = rooms.deps.newId()
  await report(
    rooms.deps,
    viewer,
    { subject: 'entry', subjectId, host: null },
    {
      ...{ id, email, reason: 'Achetez <b>mes</b> montres', forward: false },
    },
  )
  return id
}

const settle = (id: string, outcome: string, reason = '', publicReason = '') =>
  rooms.as(moderator).post(`/moderation/signalements/${id}/decision`, { outcome, reason, publicReason })

describe('whoever wrote a comment', () => {
  test('is told that it is published once it was read, with the way to it', async () => {
    const id = await said('Bravo, voyez https://asso.example/photos')
    await rooms.as(moderator).post(`/moderation/commentaires/${id}/decision`, { outcome: 'shown' })
    const [letter, ...others] = await sent()
    expect([letter?.to, others]).toEqual([member.email, []])
    expect(letter?.subject).toContain('Votre réponse est publiée')
    expect(letter?.text).toContain(`https://hub.example${entry.envelope.path}`)
    expect(await sent()).toEqual([])
  })

  test('is told that it was taken away, never with what moderators note for one another', async () => {
    const id = await said('Bof')
    await rooms.as(moderator).post(`/moderation/commentaires/${id}/decision`, {
      outcome: 'deleted',
      reason: 'Encore cette personne',
    })
    const [letter] = await sent()
    expect(letter?.subject).toContain('Votre réponse est effacée')
    expect(letter?.text).not.toContain('Encore cette personne')
    expect(letter?.text).toContain('https://hub.example/signaler')
  })
})

describe('whoever reported', () => {
  test('is told what came of it, without a word that somebody else chose', async () => {
    const bad = await published(rooms.deps, editor, 'news', { title: 'ACHETEZ PIEGE' })
    const subject = `/ap/objects/${bad.envelope.id}`
    const id = await reported(subject, 'nadia@exemple.example')
    await reported(subject, null)
    await reported(subject, null, member)
    expect((await settle(id, 'removed', 'Publicité')).status).toBe(303)
    const letters = await sent()
    expect(letters.map(({ to }) => to).toSorted()).toEqual(
      [editor.email, member.email, 'nadia@exemple.example'].toSorted(),
    )
    const mine = letters.find(({ to }) => to === 'nadia@exemple.example')
    expect(mine?.text).toContain('a agi')
    expect(JSON.stringify(mine)).not.toMatch(/PIEGE|piege|montres|Publicité/)
  })

  test('is told as well that nothing was found wrong', async () => {
    const id = await reported(`/ap/objects/${entry.envelope.id}`, 'nadia@exemple.example')
    await settle(id, 'none')
    expect((await sent())[0]?.text).toContain('laisser en place')
  })

  test('hears of it once, when the relay is back', async () => {
    const id = await reported(`/ap/objects/${entry.envelope.id}`, 'nadia@exemple.example')
    await settle(id, 'none')
    rooms.deps.letters.length = 0
    const { mailer } = rooms.deps
    rooms.deps.mailer = () => Promise.reject(new Error('away'))
    await sendNotices(rooms.deps)
    rooms.deps.mailer = mailer
    await Promise.all([sendNotices(rooms.deps), sendNotices(rooms.deps)])
    expect(rooms.deps.letters.filter(({ to }) => to === 'nadia@exemple.example')).toHaveLength(1)
  })
})

test('nothing of what is owed stays behind somebody who leaves', async () => {
  const id = await said('Adieu')
  await rooms
    .as(moderator)
    .post(`/moderation/commentaires/${id}/decision`, { outcome: 'hidden', reason: 'x' })
  expect(await rooms.deps.db.read.select().from(notices)).toHaveLength(1)
  await deleteAccount(rooms.deps, member, [])
  expect(await rooms.deps.db.read.select().from(notices)).toEqual([])
})
