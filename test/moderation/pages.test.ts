import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { users } from '../../db/schema/accounts.ts'
import { decisions } from '../../db/schema/moderation.ts'
import { changeUser } from '../../server/accounts/store.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { writeComment } from '../../server/entries/comments.ts'
import type { Entry } from '../../server/entries/load.ts'
import { locales } from '../../views/language.tsx'
import { pageFaults } from '../support/markup.ts'
import { person, published } from '../support/publish.ts'
import { formIn } from '../web/pages.ts'
import { answerFrom, openRooms, stranger, type Rooms } from './rooms.ts'

let rooms: Rooms
let admin: Viewer
let entry: Entry
let answer: { id: string }
let reportId: string
let heard: string
beforeAll(async () => {
  rooms = await openRooms()
  const { deps } = rooms
  admin = await person(deps, 'admin')
  entry = await published(deps, admin, 'news', { title: 'Un « titre » & <autre>' })
  for (const host of ['un.example', 'deux.example'])
    answer = await answerFrom(deps, await stranger(deps, host), entry.envelope.id, `Bonjour de ${host}`)
  const visitor = rooms.as()
  for (const query of [`page=${entry.envelope.path}`, `page=${entry.envelope.path}`]) {
    const form = formIn(await visitor.get(`/signaler?${query}`), '/signaler')
    await visitor.post('/signaler', { ...form, reason: 'Deux\nlignes <b>' })
  }
  const moderator = rooms.as(admin)
  await moderator.post('/moderation/blocages', {
    ...{ type: 'host', target: 'mauvais.example', reason: 'Arnaques', confirmed: 'true' },
  })
  const third = await answerFrom(deps, await stranger(deps, 'trois.example'), entry.envelope.id, 'Trois')
  await moderator.post(`/moderation/commentaires/${third.id}/decision`, { outcome: 'hidden', reason: 'Non' })
  reportId = await shownAndReported()
  const settled = await shownAndReported()
  await moderator.post(`/moderation/signalements/${settled}/transmission`, { content: 'Des insultes.' })
  await moderator.post(`/moderation/signalements/${settled}/decision`, { outcome: 'handled', reason: 'Vu' })
  await deps.db.write(deps.hub.steps({ moderationLog: 'public' }, null, deps.now()))
  await deps.hub.reload()
})

/** An answer of another server that everybody reads, and that somebody would have reported there too. */
async function shownAndReported(): Promise<string> {
  const { deps } = rooms
  const { id } = await answerFrom(deps, await stranger(deps, 'quatre.example'), entry.envelope.id, 'Quatre')
  await rooms.as(admin).post(`/moderation/commentaires/${id}/decision`, { outcome: 'shown' })
  heard = `commentaire=${id}`
  const form = formIn(await rooms.as().get(`/signaler?${heard}`), '/signaler')
  await rooms.as().post('/signaler', { ...form, reason: 'Des insultes, à ma fille.', forward: 'true' })
  return String(form['id'])
}
afterAll(() => rooms.close())

async function isSound(
  path: string,
  viewer: Viewer | undefined,
  locale: string,
  status = 200,
): Promise<void> {
  const asked = viewer === undefined ? undefined : { ...viewer, locale: locale as 'fr' | 'en' }
  const answer = await rooms.as(asked).get(path, { 'accept-language': locale })
  expect(answer.status, path).toBe(status)
  expect(answer.text).toContain(`<html lang="${locale}"`)
  expect(await pageFaults(answer.text), path).toEqual([])
  expect(answer.text.match(/<h1\b/g), path).toHaveLength(1)
}

describe.each(locales)('in %s', (locale) => {
  test('every page of moderation is sound', async () => {
    for (const path of [
      '/moderation',
      '/moderation/signalements',
      '/moderation/blocages',
      '/moderation/signalements?etat=classes',
      '/moderation/regles',
      '/moderation/decisions',
      '/moderation/decisions?acte=unblocked&du=2026-11-01',
      `/moderation/commentaires/${answer.id}`,
      `/moderation/fiches/${entry.envelope.id}`,
    ])
      await isSound(path, admin, locale)
  })

  test('every page of reporting is sound', async () => {
    for (const path of [
      ...['/signaler', `/signaler?page=${entry.envelope.path}`, `/signaler?${heard}`, '/signaler/merci'],
      '/moderation/journal',
    ])
      await isSound(path, undefined, locale)
    await isSound(`/signaler?page=${entry.envelope.path}`, admin, locale)
  })

  test('every form that comes back is sound', async () => {
    const browser = rooms.as({ ...admin, locale })
    const visitor = rooms.as()
    for (const answered of [
      await browser.post(`/moderation/commentaires/${answer.id}/decision`, { outcome: 'deleted' }),
      await browser.post(`/moderation/fiches/${entry.envelope.id}/decision`, { reason: 'x' }),
      await browser.post('/moderation/blocages', { type: 'actor', target: 'x' }),
      await browser.post('/moderation/blocages', { type: 'host', target: 'a b', reason: 'y' }),
      await visitor.post('/signaler', { objet: entry.envelope.path }),
      await browser.post(`/moderation/signalements/${reportId}/transmission`, { content: '' }),
      await browser.post(`/moderation/signalements/${reportId}/decision`, { publicReason: 'a@b.example' }),
      await browser.post('/moderation/regles', { words: '!', domains: 'x', hosts: 'y', links: 'z' }),
    ]) {
      expect(answered.status).toBe(422)
      expect(await pageFaults(answered.text)).toEqual([])
    }
  })
})

test('the list of decisions names who decided, and still does when their account is gone', async () => {
  const { deps } = rooms
  const gone = await person(deps, 'moderator')
  await rooms.as(gone).post('/moderation/blocages', {
    ...{ type: 'host', target: 'passager.example', reason: 'Au revoir', confirmed: 'true' },
  })
  expect((await rooms.as(admin).get('/moderation/decisions')).text).toContain('Camille (moderator)')
  await deps.db.write([deps.db.make.delete(users).where(eq(users.id, gone.id))])
  const log = (await rooms.as(admin).get('/moderation/decisions')).text
  expect(log).not.toContain('Camille (moderator)')
  expect(log).toContain('un compte effacé')
  expect(log).toContain('Au revoir')
})

test('the list of decisions names whose answer was erased, as long as they have an account', async () => {
  const { deps } = rooms
  const member = await person(deps, 'member')
  const { envelope } = await published(deps, await person(deps, 'editor'), 'news', { title: 'Un débat' })
  const id = deps.newId()
  const named = { ...member, name: 'Odile Bizien' }
  await deps.db.write(changeUser(deps.db, member.id, { name: named.name }))
  await writeComment(deps, named, envelope, { id, parentId: null, body: 'Hors sujet' })
  const made = await rooms
    .as(admin)
    .post(`/moderation/commentaires/${id}/decision`, { outcome: 'deleted', reason: 'Insulte' })
  expect(made.status).toBe(303)
  const log = (await rooms.as(admin).get('/moderation/decisions')).text
  expect(log).toContain('Odile Bizien, sous')
  expect(log).not.toContain('inconnu')
})

test('older decisions are one link away, and each is on one page', async () => {
  const { deps } = rooms
  await deps.db.write(
    Array.from({ length: 120 }, (_, n) =>
      deps.db.make.insert(decisions).values({
        ...{ id: deps.newId(), action: 'blocked', subject: 'host', subjectId: `h${n}.example`, reason: '' },
        ...{ by: admin.id, at: deps.now() + n * 1000 },
      }),
    ),
  )
  const seen: string[] = []
  let path: string | undefined = '/moderation/decisions'
  for (let pages = 0; path !== undefined && pages < 10; pages++) {
    const { text } = await rooms.as(admin).get(path)
    seen.push(...[...text.matchAll(/\bh\d+\.example\b/g)].map(([name]) => name))
    path = /href="(\/moderation\/decisions\?avant=[^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(seen).toHaveLength(120)
  expect(new Set(seen)).toHaveProperty('size', 120)
})
