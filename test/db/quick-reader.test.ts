import { eq, inArray, sql } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { prepared } from '../../db/prepared.ts'
import { note, openTestDatabase, plain, type TestDatabase } from './database.ts'

const notes = sqliteTable('notes', { id: text().primaryKey(), body: text(), seen: integer() })

let t: TestDatabase
beforeEach(async () => {
  t = await openTestDatabase()
})
afterEach(() => t.close())

const bodyOf = async (id: string): Promise<string | null | undefined> =>
  (await t.db.read.select({ body: notes.body }).from(notes).where(eq(notes.id, id)))[0]?.body

describe('what is read by queries', () => {
  test('is the last commit, each time the same query is asked', async () => {
    expect(await bodyOf('a')).toBeUndefined()
    await t.db.write([note('a', 'one')])
    expect(await bodyOf('a')).toBe('one')
    await t.db.write([plain("UPDATE notes SET body = 'two' WHERE id = 'a'")])
    expect(await bodyOf('a')).toBe('two')
  })

  test('has numbers as long as a moment, and nothing where there is nothing', async () => {
    await t.db.write([
      plain('INSERT INTO notes (id, body, seen) VALUES (?, ?, ?)', ['a', null, 1_795_421_160_000]),
    ])
    expect(await t.db.read.select({ body: notes.body, seen: notes.seen }).from(notes)).toEqual([
      { body: null, seen: 1_795_421_160_000 },
    ])
  })

  test('goes on when a table has changed its form', async () => {
    await t.db.write([note('a', 'one')])
    await bodyOf('a')
    await t.db.write([plain('ALTER TABLE notes ADD COLUMN colour TEXT')])
    expect(await bodyOf('a')).toBe('one')
  })

  test('never holds the log: what was read whole is let go', async () => {
    await t.db.write(Array.from({ length: 100 }, (_, number) => note(`u${number}`)))
    expect(await t.db.read.select({ id: notes.id }).from(notes)).toHaveLength(100)
    await t.db.read.select({ id: notes.id }).from(notes).limit(1)
    const { rows } = await t.outside.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    expect(rows[0]?.['busy']).toBe(0)
  })

  test('is only read: the connection refuses to write, and never gathers the log', async () => {
    expect(await t.db.read.values(sql`PRAGMA query_only`)).toEqual([[1]])
    expect(await t.db.read.values(sql`PRAGMA wal_autocheckpoint`)).toEqual([[0]])
    await expect(t.db.read.delete(notes)).rejects.toThrow()
  })

  test('comes by more texts of queries than are kept', async () => {
    await t.db.write([note('a', 'one')])
    for (let count = 1; count < 500; count++) {
      const ids = Array.from({ length: count }, (_, number) => (number === 0 ? 'a' : `x${number}`))
      expect(await t.db.read.select({ id: notes.id }).from(notes).where(inArray(notes.id, ids))).toHaveLength(
        1,
      )
    }
    expect(await bodyOf('a')).toBe('one')
  })
})

test('a query of the hot paths is written once for each database, and belongs to it', async () => {
  let built = 0
  const byId = prepared((read) => {
    built += 1
    return read
      .select({ id: notes.id })
      .from(notes)
      .where(eq(notes.id, sql.placeholder('id')))
      .prepare()
  })
  await t.db.write([note('a', 'one'), note('b')])
  expect(await byId(t.db).all({ id: 'a' })).toEqual([{ id: 'a' }])
  expect(await byId(t.db).all({ id: 'b' })).toEqual([{ id: 'b' }])
  const other = await openTestDatabase()
  expect(await byId(other.db).all({ id: 'a' })).toEqual([])
  await other.close()
  expect(built).toBe(2)
})
