import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '../../server/accounts/viewer.ts'
import type { Letter } from '../../server/deps.ts'
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
      ...{ id, email, reason: 'Achetez <b>mes</b> montres', forward: false, outcome: false },
    },
  )
  return id
}

const settle = (id: string, outcome: string, reason = '', publicReason = '') =>
  rooms.as(moderator).post(`/moderation/signalements/${id}/decision`, { outcome, reason, publicReason })

describe('whoever reported without an account', () => {
  test('is told what came of it, without a word that somebody else chose', async () => {
    const bad = await published(rooms.deps, editor, 'news', { title: 'ACHETEZ PIEGE' })
    const subject = `/ap/objects/${bad.envelope.id}`
    const id = await reported(subject, 'nadia@exemple.example')
    await reported(subject, null)
    await reported(subject, null, member)
    expect((await settle(id, 'removed', 'Publicité')).status).toBe(303)
    // Those who have one are told by notifications.
    const [mine, ...others] = await sent()
    expect([mine?.to, others]).toEqual(['nadia@exemple.example', []])
    expect(mine?.text).toContain('a agi')
    expect(JSON.stringify(mine)).not.toMatch(/PIEGE|piege|montres|Publicité/)
  })

  test('gets one letter, however often they reported it', async () => {
    const bad = await published(rooms.deps, editor, 'news', { title: 'Encore' })
    const subject = `/ap/objects/${bad.envelope.id}`
    await reported(subject, 'nadia@exemple.example')
    const id = await reported(subject, 'nadia@exemple.example')
    await reported(subject, 'lou@exemple.example')
    await settle(id, 'removed', 'Publicité')
    expect((await sent()).map(({ to }) => to).toSorted()).toEqual([
      'lou@exemple.example',
      'nadia@exemple.example',
    ])
    expect(await sent()).toEqual([])
  })

  test('is told as well that nothing was found wrong', async () => {
    const id = await reported(`/ap/objects/${entry.envelope.id}`, 'nadia@exemple.example')
    await settle(id, 'none')
    expect((await sent())[0]?.text).toContain('laisser en place')
  })

  test('is not asked for twice in a round while no letter leaves', async () => {
    const bad = await published(rooms.deps, editor, 'news', { title: 'Toujours' })
    const subject = `/ap/objects/${bad.envelope.id}`
    await reported(subject, 'nadia@exemple.example')
    const id = await reported(subject, 'lou@exemple.example')
    await settle(id, 'removed', 'Publicité')
    const { mailer } = rooms.deps
    let tries = 0
    rooms.deps.mailer = () => {
      tries += 1
      return Promise.reject(new Error('away'))
    }
    await sendNotices(rooms.deps)
    rooms.deps.mailer = mailer
    expect(tries).toBe(1)
    expect(await sent()).toHaveLength(2)
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
