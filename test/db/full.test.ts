import { Hono } from 'hono'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listEntries, readFilter } from '../../server/entries/list.ts'
import { Refusal } from '../../server/refusal.ts'
import type { Env } from '../../server/web/env.ts'
import { onError } from '../../server/web/failures.tsx'
import { openApi, type ApiHub, type Member } from '../api/hub.ts'
import { drafted } from '../support/publish.ts'
import { plain } from './database.ts'

let hub: ApiHub
let editor: Member
beforeEach(async () => {
  hub = await openApi()
  editor = await hub.enter('editor', 'write')
  expect((await editor.send('POST', '/entries', news('Avant'))).status).toBe(201)
})
afterEach(() => hub.close())

const long = 'Un mot après l’autre. '.repeat(1500)
const news = (title: string, body = long) => ({ kind: 'news', title, body, fields: {}, publish: true })

const write = (sql: string) => hub.deps.db.write([plain(sql)])
const pages = async (name: string): Promise<number> =>
  Number((await write(`PRAGMA ${name}`))[0]?.rows[0]?.[0])

/** As on a full disk: the file cannot grow by a single page. SQLite gives the same SQLITE_FULL. */
async function fill(): Promise<void> {
  await write(`PRAGMA max_page_count = ${await pages('page_count')}`)
  // What is free inside the file is used up.
  for (let tries = 0; tries < 50; tries++) {
    const { status } = await editor.send('POST', '/entries', news(`Remplir ${tries}`))
    if (status === 507) return
  }
  throw new Error('The database did not fill up.')
}
const makeRoom = () => write('PRAGMA max_page_count = 1073741823')

const titles = async (): Promise<string[]> =>
  (
    await listEntries(
      hub.deps,
      readFilter(null, () => undefined),
      100,
    )
  ).entries.map(({ envelope }) => envelope.title)

test('a full disk refuses what is new as problem details, goes on being read, and needs nobody to go on', async () => {
  await fill()
  const before = await titles()
  const refused = await editor.send('POST', '/entries', news('Trop tard'))
  expect(refused.status).toBe(507)
  expect(refused.headers.get('content-type')).toBe('application/problem+json')
  expect(refused.json).toMatchObject({ status: 507, detail: 'The disk is full.' })

  expect(await titles()).toEqual(before)
  expect(before).not.toContain('Trop tard')
  expect((await hub.visitor.get('/search?q=avant')).json.items).toHaveLength(1)

  await makeRoom()
  expect((await editor.send('POST', '/entries', news('De nouveau'))).status).toBe(201)
  expect(await titles()).toContain('De nouveau')
  expect(await titles()).toHaveLength(before.length + 1)
  const { rows } = await hub.deps.db.query('PRAGMA integrity_check')
  expect(rows[0]?.[0]).toBe('ok')
})

test('the same request sent again once there is room is published once', async () => {
  await fill()
  const id = hub.deps.newId()
  const sent = { ...news('Une fois'), id }
  for (let tries = 0; tries < 3; tries++)
    expect((await editor.send('POST', '/entries', sent)).status).toBe(507)
  await makeRoom()
  expect((await editor.send('POST', '/entries', sent)).status).toBe(201)
  expect((await editor.send('POST', '/entries', sent)).status).toBe(201)
  expect((await titles()).filter((title) => title === 'Une fois')).toHaveLength(1)
})

test('in a group, what needs no room is done, and only what does is refused', async () => {
  await write('CREATE TABLE counters (n INTEGER)')
  await write('INSERT INTO counters VALUES (0)')
  await fill()
  const more = plain('UPDATE counters SET n = n + 1')
  const large = plain(
    'INSERT INTO counters SELECT length(hex(randomblob(100))) FROM generate_series(1, 50000)',
  )
  const all = await Promise.allSettled([
    hub.deps.db.write([more]),
    hub.deps.db.write([more, large]),
    hub.deps.db.write([more]),
    hub.deps.db.write([more, large]),
    hub.deps.db.write([more]),
  ])
  expect(all.map((one) => (one.status === 'fulfilled' ? 'done' : one.reason.status))).toEqual([
    'done',
    507,
    'done',
    507,
    'done',
  ])
  const { rows } = await hub.deps.db.query('SELECT n FROM counters')
  expect(rows.map((row) => Number(row['n']))).toEqual([3])
})

test('a browser gets a page that says so, with the same status', async () => {
  await fill()
  const { deps } = hub
  const app = new Hono<Env>()
  app.onError(onError(deps))
  app.use(async (c, next) => {
    c.set('locale', 'fr')
    c.set('viewer', null)
    c.set('flash', null)
    await next()
  })
  app.post('/actualites', async (c) => {
    await drafted(deps, editor.viewer, 'news', { title: 'Une page', body: long })
    return c.text('kept')
  })
  const answer = await app.request('/actualites', { method: 'POST' })
  expect(answer.status).toBe(507)
  expect(answer.headers.get('content-type')).toContain('text/html')
  expect(answer.headers.get('cache-control')).toContain('no-store')
  expect(await answer.text()).toContain('<h1')
  await makeRoom()
  expect((await app.request('/actualites', { method: 'POST' })).status).toBe(200)
})

test('the refusal is one that callers know, not a bug', async () => {
  await fill()
  const all = await drafted(hub.deps, editor.viewer, 'news', {
    title: 'Sans place',
    body: long,
  }).catch((error: unknown) => error)
  expect(all).toBeInstanceOf(Refusal)
  expect(all).toMatchObject({ code: 'full', status: 507 })
})
