import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import { users } from '../../db/schema/accounts.ts'
import { alerts } from '../../db/schema/alerts.ts'
import { decisions } from '../../db/schema/moderation.ts'
import { notificationChoices, notifications } from '../../db/schema/notifications.ts'
import { openRelay, type Relay } from '../e2e/relay.ts'
import type { Machine } from '../support/processes.ts'
import { newId, openHub, post, titleOf } from './hub.ts'

let machine: Machine
let token: string
let relay: Relay
beforeEach(async () => {
  const hub = await openHub()
  machine = hub.machine
  token = hub.token
  relay = await openRelay()
})
afterEach(async () => {
  await machine?.clear()
  await relay?.close()
})

const mailFrom = 'hub@ruche.example'

/** A relay that takes a whole letter and never says so. */
async function openAbyss(): Promise<{ url: string; swallowed: Promise<void>; close(): void }> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream) => {
      stream.resume()
      stream.on('end', () => resolve())
    },
  })
  // The hub is killed while it waits.
  server.on('error', () => {})
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.server.address() as AddressInfo
  return { url: `smtp://127.0.0.1:${port}`, swallowed: promise, close: () => server.close() }
}

/** Written while no server holds the file: this reader's letter is due, and tells of all there is. */
async function due(email: string): Promise<void> {
  const db = await openDatabase({ url: `file:${machine.dataDir}/maillon.db` })
  await db.write([
    db.make.insert(alerts).values({
      ...{ id: newId(), reader: email, email, kind: 'job', query: '', rhythm: 'daily', locale: 'fr' },
      ...{ createdAt: 1, confirmedAt: 1, since: 1, sinceN: 0, dueAt: Date.now() - 1000 },
    }),
  ])
  await db.close()
}

describe('a hub killed while a digest leaves', () => {
  test('does not tell of it again when it is back, and goes on telling the others', async () => {
    const server = await machine.serve()
    const id = newId()
    expect(await post(server.url, token, id)).toBe(201)
    await server.stop()
    // What was published within the last minute is left to the next letter.
    await age()
    await due('zoe@exemple.example')
    const abyss = await openAbyss()
    const doomed = await machine.serve({ SMTP_URL: abyss.url, MAIL_FROM: mailFrom })
    await abyss.swallowed
    await doomed.kill()
    abyss.close()
    await due('lou@exemple.example')
    await again('zoe@exemple.example')
    const back = await machine.serve({ SMTP_URL: relay.url, MAIL_FROM: mailFrom })
    const letter = await relay.next('lou@exemple.example')
    expect(letter.text).toContain(titleOf(id))
    await back.stop()
    expect(relay.waiting('zoe@exemple.example')).toBe(0)
  }, 120_000)
})

test('a digest of notifications leaves by the relay in both forms, with the word of who moderates, once', async () => {
  const db = await openDatabase({ url: `file:${machine.dataDir}/maillon.db` })
  const [amel] = await db.read.select().from(users)
  if (amel === undefined) throw new Error('Nobody is here.')
  const [userId, id] = [amel.id, newId()]
  const about = { action: 'comment-hidden', subject: 'comment', subjectId: '/ap/objects/x', by: '' }
  await db.write([
    db.make.insert(decisions).values({ id, ...about, authorReason: 'Restons <b>courtois</b>.', at: 1 }),
    db.make.insert(notifications).values({
      ...{
        userId,
        topic: 'moderation',
        fact: `decision ${id}`,
        why: 'comment-hidden',
        createdAt: Date.now(),
      },
    }),
    db.make.insert(notificationChoices).values({ userId, rhythm: 'daily', dueAt: 1 }),
  ])
  await db.close()
  const env = { SMTP_URL: relay.url, MAIL_FROM: mailFrom }
  const server = await machine.serve(env)
  const letter = await relay.next(amel.email)
  expect(letter.subject).toContain('a été masquée')
  expect(letter.text).toContain('> Restons <b>courtois</b>.')
  expect(letter.html).toMatch(/<blockquote[^>]*><p>Restons &lt;b&gt;courtois&lt;\/b&gt;\.<\/p><\/blockquote>/)
  expect(letter.headers.get('list')).toMatchObject({
    unsubscribe: { url: expect.stringContaining('/fin/all/') },
  })
  const own = [...String(letter.html).matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href)
  expect(own.length).toBeGreaterThan(3)
  for (const href of own) expect(letter.text).toContain(href)
  await server.stop()
  await (await machine.serve(env)).stop()
  expect(relay.waiting(amel.email)).toBe(0)
}, 60_000)

async function age(): Promise<void> {
  const db = await openDatabase({ url: `file:${machine.dataDir}/maillon.db` })
  await db.write([{ sql: 'UPDATE entries SET published_at = published_at - 3600000', args: [] }])
  await db.close()
}

/** Another day: it would be told of it, had it not been told. */
async function again(email: string): Promise<void> {
  const db = await openDatabase({ url: `file:${machine.dataDir}/maillon.db` })
  await db.write([{ sql: 'UPDATE alerts SET due_at = 1 WHERE email = ?', args: [email] }])
  await db.close()
}
