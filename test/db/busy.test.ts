import { createClient } from '@libsql/client'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openEngine, type Engine } from '../../db/engine.ts'
import { openWriter } from '../../db/writer.ts'
import { ids, note, openTestDatabase, plain, run, type TestDatabase } from './database.ts'

// What the engine does after SQLITE_BUSY, and why nothing of ours goes on with a connection that met it.

let t: TestDatabase
let mine: Engine
beforeEach(async () => {
  t = await openTestDatabase()
  mine = openEngine(t.url, { timeout: 0 })
})
afterEach(async () => {
  mine.close()
  await t.close()
})

const say = (sql: string) => mine.values(plain(sql))
const insert = (id: string) => `INSERT INTO notes (id) VALUES ('${id}')`
/** Another connection writes meanwhile, and commits. */
async function meanwhile(work: () => unknown): Promise<void> {
  const other = await t.outside.transaction('write')
  await other.execute(insert('theirs'))
  await work()
  await other.commit()
}
const busy = { code: expect.stringMatching(/^SQLITE_BUSY/) }

describe('a trap of the engine: after a statement that met SQLITE_BUSY', () => {
  // Only these connections are open: closing waits for a lock that such a statement holds.
  beforeEach(() => t.db.close())

  test('the next one is acknowledged, and never kept', async () => {
    await meanwhile(() => expect(() => say(insert('refused'))).toThrow(expect.objectContaining(busy)))
    say(insert('lost'))
    expect(await ids(t.outside)).toEqual(['theirs'])
    // It holds the lock as well: nobody else can write.
    await expect(t.outside.execute(insert('held up'))).rejects.toMatchObject(busy)
    // Only the same words, asked again, heal it; what was acknowledged meanwhile is gone for good.
    say(insert('refused'))
    expect(await ids(t.outside)).toEqual(['refused', 'theirs'])
  })

  test('a BEGIN that was refused is healed when it is asked again, and by nothing else', async () => {
    await meanwhile(() => expect(() => say('BEGIN IMMEDIATE')).toThrow(expect.objectContaining(busy)))
    say('BEGIN IMMEDIATE')
    say(insert('kept'))
    say('COMMIT')
    expect(await ids(t.outside)).toEqual(['kept', 'theirs'])
  })

  test('no transaction ends that another statement began', async () => {
    await meanwhile(() => expect(() => say(insert('refused'))).toThrow(expect.objectContaining(busy)))
    say('BEGIN IMMEDIATE')
    say(insert('lost'))
    expect(() => say('COMMIT')).toThrow(/statements in progress/)
    expect(await ids(t.outside)).toEqual(['theirs'])
  })

  test('one that read before it wrote (BUSY_SNAPSHOT) goes on seeing the old world after its ROLLBACK', async () => {
    say('BEGIN')
    say('SELECT * FROM notes')
    await t.outside.execute(insert('theirs'))
    expect(() => say(insert('refused'))).toThrow(expect.objectContaining({ code: 'SQLITE_BUSY_SNAPSHOT' }))
    say('ROLLBACK')
    expect(() => say('BEGIN IMMEDIATE')).toThrow(expect.objectContaining({ code: 'SQLITE_BUSY_SNAPSHOT' }))
  })

  test('the client is no better: this is why no command goes through it (libsql-client-ts#352)', async () => {
    const client = createClient({ url: t.url, concurrency: 1, timeout: 0 })
    await meanwhile(() => expect(client.execute(insert('refused'))).rejects.toMatchObject(busy))
    await client.execute(insert('lost'))
    expect(await ids(t.outside)).toEqual(['theirs'])
    client.close()
  })

  test('transactions of one client that are begun together starve each other', async () => {
    const client = createClient({ url: t.url, timeout: 0 })
    const begun = await Promise.allSettled(
      Array.from({ length: 10 }, async () => (await client.transaction('write')).commit()),
    )
    expect(begun.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0)
    client.close()
  })
})

test('the writer says nothing more to a connection that met SQLITE_BUSY, and loses nothing', async () => {
  const met = new Set<Engine>()
  const spokenTo: string[] = []
  let opened = 0
  const wary: typeof openEngine = (url) => {
    opened += 1
    const engine = openEngine(url, { timeout: 0 })
    const watched = (sql: string, ask: () => never | ReturnType<Engine['execute']>) => {
      if (met.has(engine)) spokenTo.push(sql)
      try {
        return ask()
      } catch (error) {
        if (error instanceof Error && /locked/.test(error.message)) met.add(engine)
        throw error
      }
    }
    return {
      ...engine,
      execute: (statement) => watched(statement.sql, () => engine.execute(statement)),
      values: (statement) => watched(statement.sql, () => ({ ...engine.execute(statement) })).rows,
      get inTransaction() {
        return engine.inTransaction
      },
    }
  }
  await t.db.close()
  const writer = await openWriter(t.url, () => Promise.resolve(), wary)
  await meanwhile(() =>
    expect(writer.submit([note('refused')])).rejects.toMatchObject({ code: 'unavailable' }),
  )
  await writer.submit([note('kept')])
  expect(await ids(t.outside)).toEqual(['kept', 'theirs'])
  expect(met.size).toBe(5)
  expect(opened).toBe(6)
  expect(spokenTo).toEqual([])
  await writer.close()
})

test('a lock that another program holds is waited for; what is answered afterwards is there', async () => {
  // Longer than the writer waits at once, so that it meets SQLITE_BUSY and replaces its connection.
  const other = run('hold-write.program.ts', t.url, '2600')
  expect((await other.lines.next()).value).toBe('held')
  const during = await Promise.allSettled([t.db.write([note('a')]), t.db.write([note('b')])])
  expect(during.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
  await t.db.write([note('c')])
  await other.kill()
  expect(await ids(t.outside)).toEqual(['a', 'b', 'c', 'theirs'])
  // Another program can write again at once: no abandoned BEGIN is left.
  await t.outside.execute(insert('d'))
  await t.db.write([note('e')])
  expect(await ids(t.outside)).toEqual(['a', 'b', 'c', 'd', 'e', 'theirs'])
  const [settings] = await t.db.write([plain('PRAGMA synchronous')])
  const [keys] = await t.db.write([plain('PRAGMA foreign_keys')])
  expect([settings, keys].map((set) => Number(set?.rows[0]?.[0]))).toEqual([2, 1])
})
