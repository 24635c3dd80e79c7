import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { comments } from '../../db/schema/entries.ts'
import { decisions } from '../../db/schema/moderation.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { writeComment } from '../../server/entries/comments.ts'
import type { Entry } from '../../server/entries/load.ts'
import { person, published } from '../support/publish.ts'
import { answerFrom, openRooms, stranger, type Rooms } from './rooms.ts'

let rooms: Rooms
let moderator: Viewer
let entry: Entry
beforeAll(async () => {
  rooms = await openRooms()
  moderator = await person(rooms.deps, 'moderator')
  entry = await published(rooms.deps, await person(rooms.deps, 'editor'), 'news', {
    title: 'Une fête de quartier',
  })
})
afterAll(() => rooms.close())

const stateOf = async (id: string) =>
  (await rooms.deps.db.read.select().from(comments).where(eq(comments.id, id)))[0]?.state

const pageFor = async (viewer?: Viewer): Promise<string> =>
  (await rooms.as(viewer).get(entry.envelope.path)).text

const decide = (id: string, outcome: string, reason = '') =>
  rooms.as(moderator).post(`/moderation/commentaires/${id}/decision`, { outcome, reason })

const held = async (words: string, host = `${rooms.deps.newId()}.example`) => {
  const answer = await answerFrom(rooms.deps, await stranger(rooms.deps, host), entry.envelope.id, words)
  expect(answer.state).toBe('held')
  return answer
}

describe('a first answer of someone unknown', () => {
  test('is on nobody’s page, and waits in the moderators’ queue with where it stands', async () => {
    await held('Bonjour de loin')
    expect(await pageFor()).not.toContain('Bonjour de loin')
    expect(await pageFor(await person(rooms.deps, 'member'))).not.toContain('Bonjour de loin')
    const queue = await rooms.as(moderator).get('/moderation')
    expect(queue.status).toBe(200)
    expect(queue.text).toContain('Bonjour de loin')
    expect(queue.text).toContain(`href="${entry.envelope.path}"`)
    expect(queue.headers.get('cache-control')).toBe('private, no-store')
  })

  test('appears when a moderator shows it, and what its author writes next appears at once', async () => {
    const { id } = await held('Je viendrai', 'connue.example')
    const answer = await decide(id, 'shown')
    expect([answer.status, answer.location]).toEqual([303, '/moderation'])
    expect(await pageFor()).toContain('Je viendrai')
    const next = await answerFrom(
      rooms.deps,
      await stranger(rooms.deps, 'connue.example'),
      entry.envelope.id,
      'Avec des amis',
    )
    expect(next.state).toBe('shown')
  })

  test('does not open the way to others of the same server', async () => {
    const { id } = await held('Moi aussi', 'grand.example')
    await decide(id, 'shown')
    const other = await stranger(rooms.deps, 'grand.example', 'lea')
    expect((await answerFrom(rooms.deps, other, entry.envelope.id, 'Bonjour')).state).toBe('held')
  })

  test('waits every time where the rule is to read everything', async () => {
    const { deps } = rooms
    await deps.db.write(deps.hub.steps({ holdComments: 'always' }, null, deps.now()))
    await deps.hub.reload()
    const author = await stranger(deps, 'connue.example')
    expect((await answerFrom(deps, author, entry.envelope.id, 'Encore moi')).state).toBe('held')
    await deps.db.write(deps.hub.steps({ holdComments: 'first' }, null, deps.now()))
    await deps.hub.reload()
  })
})

test('an answer of a member that is held is seen by its author and by no other member', async () => {
  const author = await person(rooms.deps, 'member')
  const id = rooms.deps.newId()
  await writeComment(rooms.deps, author, entry.envelope, { id, parentId: null, body: 'Un mot de trop' })
  await rooms.deps.db.write([
    rooms.deps.db.make.update(comments).set({ state: 'held' }).where(eq(comments.id, id)),
  ])
  expect(await pageFor(author)).toContain('Un mot de trop')
  expect(await pageFor(await person(rooms.deps, 'member'))).not.toContain('Un mot de trop')
  expect(await pageFor()).not.toContain('Un mot de trop')
})

describe('an answer', () => {
  test('is hidden only with a reason, and nothing typed is lost without one', async () => {
    const { id } = await held('Publicité')
    const refused = await decide(id, 'hidden')
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(`id="d-${id}-reason-error"`)
    expect(await stateOf(id)).toBe('held')
    expect((await decide(id, 'hidden', 'Hors sujet')).status).toBe(303)
    expect(await stateOf(id)).toBe('hidden')
    expect(await pageFor()).not.toContain('Publicité')
  })

  test('that was hidden can be shown again from the list of decisions', async () => {
    const { id } = await held('Mal compris')
    await decide(id, 'hidden', 'Trop vite jugé')
    const log = await rooms.as(moderator).get('/moderation/decisions')
    expect(log.text).toContain('Trop vite jugé')
    const undo = /action="(\/moderation\/decisions\/[^"]+\/annulation)"/.exec(log.text)?.[1] ?? ''
    expect((await rooms.as(moderator).post(undo)).status).toBe(303)
    expect(await stateOf(id)).toBe('shown')
    expect((await rooms.as(moderator).get('/moderation/decisions')).text).not.toContain(`action="${undo}"`)
  })

  test('that was deleted keeps no word, and does not come back', async () => {
    const { id, apId } = await held('Une insulte')
    expect((await decide(id, 'deleted', 'Insulte')).status).toBe(303)
    const [row] = await rooms.deps.db.read.select().from(comments).where(eq(comments.id, id))
    expect(row).toMatchObject({ state: 'deleted', html: '', body: '', authorName: '' })
    expect((await decide(id, 'shown')).status).toBe(409)
    expect(await stateOf(id)).toBe('deleted')
    const [recorded] = await rooms.deps.db.read.select().from(decisions).where(eq(decisions.subjectId, apId))
    expect(recorded).toMatchObject({
      ...{ action: 'comment-deleted', reason: 'Insulte', by: moderator.id, at: rooms.deps.now() },
    })
  })

  test('of a member is deleted from its page by a moderator who says why, and that is recorded', async () => {
    const author = await person(rooms.deps, 'member')
    const id = rooms.deps.newId()
    await writeComment(rooms.deps, author, entry.envelope, { id, parentId: null, body: 'À retirer' })
    const path = `${entry.envelope.path}/commentaires/${id}`
    const asked = (await rooms.as(moderator).get(`${path}/effacer`)).location ?? ''
    expect((await rooms.as(moderator).post(`${asked}/decision`, { outcome: 'deleted' })).status).toBe(422)
    expect(await stateOf(id)).toBe('shown')
    await rooms.as(moderator).post(`${asked}/decision`, { outcome: 'deleted', reason: 'Insulte' })
    expect(await stateOf(id)).toBe('deleted')
    const rows = await rooms.deps.db.read
      .select()
      .from(decisions)
      .where(eq(decisions.subjectId, `/ap/objects/${id}`))
    expect(rows).toMatchObject([{ action: 'comment-deleted', by: moderator.id, reason: 'Insulte' }])
  })
})

describe('the moderators’ rooms', () => {
  const doors = ['/moderation', '/moderation/signalements', '/moderation/blocages', '/moderation/decisions']

  test.each(doors)('%s ask a visitor to log in and turn others away', async (path) => {
    expect((await rooms.as().get(path)).status).toBe(401)
    for (const role of ['member', 'contributor', 'editor', 'facilitator'] as const)
      expect((await rooms.as(await person(rooms.deps, role)).get(path)).status).toBe(403)
    expect((await rooms.as(await person(rooms.deps, 'admin')).get(path)).status).toBe(200)
  })

  test('take no decision from anybody else', async () => {
    const { id } = await held('Patience')
    const editor = await person(rooms.deps, 'editor')
    const acts = [
      [`/moderation/commentaires/${id}/decision`, { outcome: 'shown' }],
      ['/moderation/blocages', { type: 'host', target: 'a.example', reason: 'x', confirmed: 'true' }],
      [`/moderation/blocages/${id}/levee`, {}],
    ] as const
    for (const [path, fields] of acts) {
      expect((await rooms.as().post(path, fields)).status, path).toBe(401)
      expect((await rooms.as(editor).post(path, fields)).status, path).toBe(403)
    }
    expect(await stateOf(id)).toBe('held')
  })

  test('know nothing of an answer that is not there', async () => {
    expect((await decide('nobody', 'shown')).status).toBe(404)
    expect((await rooms.as(moderator).get('/moderation/commentaires/nobody')).status).toBe(404)
  })
})

describe('a queue that somebody has filled', () => {
  test('is read to its end, fifty at a time, and each author can be blocked from there', async () => {
    const { deps } = rooms
    await deps.db.write([{ sql: "UPDATE comments SET state = 'hidden' WHERE state = 'held'", args: [] }])
    for (let at = 0; at < 6; at++)
      for (let count = 0; count < 9; count++)
        await answerFrom(
          deps,
          await stranger(deps, `flot${at}.example`, `u${count}`),
          entry.envelope.id,
          `Réponse ${at}.${count}.`,
        )
    const first = (await rooms.as(moderator).get('/moderation')).text
    expect(first).toContain('Réponse 0.0.')
    expect(first).not.toContain('Réponse 5.8.')
    expect(first).toContain('href="/moderation?page=2"')
    const author = encodeURIComponent('https://flot5.example/users/u8')
    const second = (await rooms.as(moderator).get('/moderation?page=2')).text
    expect(second).toContain('Réponse 5.8.')
    expect(second).toContain(`href="/moderation/blocages?compte=${author}"`)
    const form = await rooms.as(moderator).get(`/moderation/blocages?compte=${author}`)
    expect(form.status).toBe(200)
    expect(form.text).toContain('value="https://flot5.example/users/u8"')
    expect(form.text).toMatch(/value="actor"[^>]* checked/)
    // A page that is there no longer leads to the last one.
    expect((await rooms.as(moderator).get('/moderation?page=9')).text).toContain('Réponse 5.8.')
  })

  test('keeps its page when something was forgotten', async () => {
    const { text } = await rooms.as(moderator).get('/moderation?page=2')
    const id = /id="reponse-([^"]+)"/.exec(text)?.[1] ?? ''
    const sent = { outcome: 'hidden', reason: '', retour: '/moderation?page=2' }
    const refused = await rooms.as(moderator).post(`/moderation/commentaires/${id}/decision`, sent)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(`id="d-${id}-reason-error"`)
  })
})

test('an answer whose author puts other words in its place while it is read is not shown', async () => {
  const { db } = rooms.deps
  const { id } = await held('Bien le bonjour')
  const { text } = await rooms.as(moderator).get(`/moderation/commentaires/${id}`)
  const lu = /name="lu" value="([^"]*)"/.exec(text)?.[1]
  expect(lu).toBe('')
  await db.write([
    db.make.update(comments).set({ html: '<p>Achetez</p>', updatedAt: 5 }).where(eq(comments.id, id)),
  ])
  const decision = (read: string) =>
    rooms.as(moderator).post(`/moderation/commentaires/${id}/decision`, { outcome: 'shown', lu: read })
  expect((await decision(lu ?? '')).status).toBe(409)
  expect(await stateOf(id)).toBe('held')
  expect((await decision('5')).status).toBe(303)
  expect(await stateOf(id)).toBe('shown')
})

test('an organisation is taken away after what it says itself, and the moderator is told so', async () => {
  const editor = await person(rooms.deps, 'editor')
  const organisation = await published(rooms.deps, editor, 'organisation', { title: 'Les Faux Ateliers' })
  const shared = { title: 'Une fausse assemblée', organisation: organisation.envelope.id }
  const news = await published(rooms.deps, editor, 'news', shared)
  const remove = ({ envelope }: Entry) =>
    rooms
      .as(moderator)
      .post(`/moderation/fiches/${envelope.id}/decision`, { outcome: 'removed', reason: 'Faux' })
  const refused = await remove(organisation)
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('dit encore elle-même une publication')
  for (const entry of [news, organisation]) expect((await remove(entry)).status).toBe(303)
})
