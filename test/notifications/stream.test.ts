import { createAdaptorServer } from '@hono/node-server'
import type { AddressInfo, Server } from 'node:net'
import { eq } from 'drizzle-orm'
import { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sessions, users } from '../../db/schema/accounts.ts'
import { comments, entries } from '../../db/schema/entries.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { markAllRead } from '../../server/notifications/commands.ts'
import type { Env } from '../../server/web/env.ts'
import { onError } from '../../server/web/failures.tsx'
import { locale } from '../../server/web/middleware/locale.ts'
import { notificationRoutes } from '../../server/web/notifications/routes.tsx'
import { streamed } from '../../server/web/notifications/stream.ts'
import { drafted } from '../support/publish.ts'
import { until } from '../support/until.ts'
import { openTalk, type Talk } from './place.ts'

let talk: Talk
let server: Server
let base: string
let stopping: AbortController
const listeners: Listener[] = []

beforeEach(async () => {
  talk = await openTalk()
  stopping = new AbortController()
  await serve(90)
})
afterEach(async () => {
  await closeServer()
  await talk.close()
})

async function serve(beatMs: number): Promise<void> {
  const limits = { ofOne: 2, all: 3, lookMs: 30, beatMs }
  const routes = notificationRoutes(talk.deps, stopping.signal, limits)
  const people = [talk.editor, talk.anna, talk.bruno]
  const app = new Hono<Env>()
  app.onError(onError(talk.deps))
  // Who asks is given: the session itself is a row.
  app.use((c, next) => {
    const who = people.find(({ id }) => id === c.req.header('x-who')) ?? null
    c.set('viewer', who)
    c.set('sessionId', who && `session-${who.id}`)
    c.set('requestId', 'r')
    return next()
  })
  app.use(locale(talk.deps))
  app.route('/', routes)
  for (const { id } of people)
    await talk.deps.db.write([
      talk.deps.db.make
        .insert(sessions)
        .values({
          ...{ id: `session-${id}`, userId: id, createdAt: 1, expiresAt: talk.deps.now() / 1000 + 3600 },
        })
        .onConflictDoNothing(),
    ])
  server = createAdaptorServer({ fetch: app.fetch }) as Server
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function closeServer(): Promise<void> {
  stopping.abort()
  for (const one of listeners.splice(0)) one.leave()
  await new Promise((done) => server.close(done))
}

/** The same, where no beat comes for an hour: what is said is said by the looks between. */
async function withoutBeats(): Promise<void> {
  await closeServer()
  stopping = new AbortController()
  await serve(3_600_000)
}

interface Listener {
  response: Response
  text(): string
  ended(): boolean
  leave(): void
}

async function listen(
  who: Viewer | null,
  query = '',
  headers: Record<string, string> = {},
): Promise<Listener> {
  const leaving = new AbortController()
  const response = await fetch(`${base}/notifications/flux${query}`, {
    headers: { ...(who === null ? {} : { 'x-who': who.id }), ...headers },
    signal: leaving.signal,
  })
  let text = ''
  let ended = false
  const read = async (): Promise<void> => {
    for await (const part of response.body ?? []) text += new TextDecoder().decode(part)
  }
  void read()
    .catch(() => undefined)
    .then(() => (ended = true))
  const listener = { response, text: () => text, ended: () => ended, leave: () => leaving.abort() }
  listeners.push(listener)
  return listener
}

const heard = (one: Listener, words: string) => until(words, () => one.text().includes(words))

describe('a page that is open', () => {
  test('is told of what concerns its reader, with a number and a sentence of ours, kept by no cache', async () => {
    const stream = await listen(talk.editor)
    expect(stream.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(stream.response.headers.get('cache-control')).toBe('private, no-store')
    expect(stream.response.headers.get('x-accel-buffering')).toBe('no')
    await heard(stream, '"count":0')
    await talk.say(talk.anna, 'Des mots secrets')
    await talk.gather()
    await heard(stream, '"say":"1\u00a0notification non lue"')
    expect(stream.text()).toMatch(/event: notifications\nid: \d+\ndata: \{"count":1/)
    // Nobody's words: what may be read is read on the page.
    expect(stream.text()).not.toMatch(/secrets|Anna|Menuisière/)
  })

  test('is not told of what concerns somebody else', async () => {
    const [editors, brunos] = [await listen(talk.editor), await listen(talk.bruno)]
    await talk.say(talk.anna, 'Une question')
    await talk.gather()
    await heard(editors, '"count":1')
    await until('two beats', () => brunos.text().split(':\n\n').length > 2)
    expect(brunos.text()).not.toContain('"count":1')
  })

  test('counts down without a word when something is read elsewhere', async () => {
    await talk.say(talk.anna, 'Une question')
    await talk.gather()
    const stream = await listen(talk.editor)
    await heard(stream, '"count":1,"say":""')
    await markAllRead(talk.deps, talk.editor, 1_000)
    await heard(stream, '"count":0,"say":""')
  })

  test('hears what came while it was away, by the id that it had last', async () => {
    await talk.say(talk.anna, 'Une question')
    await talk.gather()
    const again = await listen(talk.editor, '', { 'last-event-id': '0' })
    await heard(again, '"say":"1\u00a0notification non lue"')
  })

  test('of an entry is offered new answers, by their number, and not those of a draft', async () => {
    const { id } = talk.entry.envelope
    const stream = await listen(talk.bruno, `?fiche=${id}&reponses=0`)
    await talk.say(talk.anna, 'Une réponse')
    await heard(stream, '"say":"1\u00a0nouvelle réponse\u00a0– afficher"')
    await talk.say(talk.anna, 'Une autre')
    await heard(stream, '2\u00a0nouvelles réponses')
  })
})

describe('an enemy', () => {
  test('hears nothing more with a session that was ended, not even until the next beat', async () => {
    await withoutBeats()
    const [editors, annas] = [await listen(talk.editor), await listen(talk.anna)]
    await heard(editors, '"count":0')
    const { db } = talk.deps
    await db.write([db.make.delete(sessions).where(eq(sessions.userId, talk.editor.id))])
    await talk.say(talk.bruno, 'Une question')
    await talk.gather()
    await until('the end', () => editors.ended())
    expect(editors.text()).not.toContain('"count":1')
    expect(annas.ended()).toBe(false)
  })

  test('is not told how many answers an entry has once it is hidden, nor those that wait or were hidden', async () => {
    const { id, n } = talk.entry.envelope
    const { db } = talk.deps
    const stream = await listen(talk.bruno, `?fiche=${id}&reponses=0`)
    const first = await talk.say(talk.anna, 'Une réponse')
    await heard(stream, '1\u00a0nouvelle réponse')
    const state = (to: 'held' | 'hidden') =>
      db.write([db.make.update(comments).set({ state: to }).where(eq(comments.id, first))])
    await state('held')
    await heard(stream, 'event: reponses\ndata: {"count":0,"say":""}')
    await state('hidden')
    await db.write([db.make.update(entries).set({ state: 'hidden' }).where(eq(entries.n, n))])
    await db.write([db.make.update(comments).set({ state: 'shown' }).where(eq(comments.id, first))])
    const beats = stream.text().split(':\n\n').length
    await until('two beats', () => stream.text().split(':\n\n').length > beats + 1)
    expect(stream.text().match(/event: reponses/g)).toHaveLength(2)
  })

  test('cannot tell an id of ours that is not public from one that is nobody’s', async () => {
    const draft = await drafted(talk.deps, talk.editor, 'news', { title: 'Secrète' })
    const nothing = talk.deps.newId()
    const [one, other] = await Promise.all(
      [draft.envelope.id, nothing].map((id) => listen(talk.bruno, `?fiche=${id}&reponses=-1`)),
    )
    if (one === undefined || other === undefined) throw new Error('Nobody listens.')
    await until('two beats', () => [one, other].every(({ text }) => text().split(':\n\n').length > 2))
    expect(one.text()).not.toContain('reponses')
    expect(one.text()).toBe(other.text().slice(0, one.text().length))
  })

  test.each([
    '?vu=NaN&reponses=NaN&fiche=%00',
    `?vu=${'9'.repeat(40)}&reponses=1e309&fiche=${'a'.repeat(300)}`,
    '?vu=-1&reponses=-9007199254740991&fiche[]=1',
    '?vu[]=1&fiche=__proto__&reponses=0x10',
  ])('gets the stream of everybody with %s', async (query) => {
    const stream = await listen(talk.bruno, query, { 'last-event-id': '1\u00a0event: x' })
    expect(stream.response.status).toBe(200)
    await heard(stream, '"count":0')
    expect(stream.text()).not.toMatch(/NaN|event: x|reponses/)
  })

  test('holds no stream open by asking for its head alone', async () => {
    for (const _ of [1, 2, 3, 4]) {
      const head = await fetch(`${base}/notifications/flux`, {
        method: 'HEAD',
        headers: { 'x-who': talk.editor.id },
      })
      expect([head.status, await head.text()]).toEqual([200, ''])
    }
    expect((await listen(talk.editor)).response.status).toBe(200)
  })

  test('who reads nothing of what they are sent is left, and nothing of it is kept', () => {
    const ended: unknown[] = []
    const { stream } = streamed(
      {
        ...{ userId: 'u', sessionId: 's', locale: 'fr', entry: null, toldAnswers: 0 },
        told: { count: 0, newest: 0 },
      },
      (one) => ended.push(one),
    )
    let sent = 0
    for (; ended.length === 0 && sent < 10_000; sent++) stream.send('data: x\n\n')
    expect(sent).toBeLessThan(100)
    expect(() => stream.send('data: y\n\n')).not.toThrow()
    expect(() => stream.end()).not.toThrow()
  })
})

describe('the stream', () => {
  test('is for members: a visitor is sent to sign in', async () => {
    expect((await listen(null)).response.status).toBe(401)
  })

  test('is open to a few windows of one person, to a number of people, and again once one is closed', async () => {
    const first = await listen(talk.editor)
    await listen(talk.editor)
    const third = await listen(talk.editor)
    expect([third.response.status, third.response.headers.get('retry-after')]).toEqual([429, '60'])
    await listen(talk.anna)
    expect((await listen(talk.bruno)).response.status).toBe(429)
    first.leave()
    await until('room for another', async () => (await listen(talk.bruno)).response.status === 200)
  })

  test('ends for whoever signed out, and for whoever’s account was closed, within a beat', async () => {
    const [editors, annas] = [await listen(talk.editor), await listen(talk.anna)]
    const { db } = talk.deps
    await db.write([db.make.delete(sessions).where(eq(sessions.userId, talk.editor.id))])
    await until('the end', () => editors.ended())
    expect(annas.ended()).toBe(false)
    await db.write([db.make.update(users).set({ state: 'disabled' }).where(eq(users.id, talk.anna.id))])
    await until('the other end', () => annas.ended())
  })

  test('ends when the hub stops, and none is opened then', async () => {
    const stream = await listen(talk.editor)
    stopping.abort()
    await until('the end', () => stream.ended())
    expect((await listen(talk.editor)).response.status).toBe(429)
  })
})
