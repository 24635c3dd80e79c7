import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { users } from '../../db/schema/accounts.ts'
import { openReader } from '../../db/open.ts'
import { ids, note, openTestDatabase, plain, type TestDatabase } from './database.ts'

let t: TestDatabase
beforeEach(async () => {
  t = await openTestDatabase()
})
afterEach(() => t.close())

const setting = async (name: string): Promise<number> => {
  const [answer] = await t.db.write([plain(`PRAGMA ${name}`)])
  return Number(answer?.rows[0]?.[0])
}
const readerSetting = async (name: string): Promise<unknown> =>
  (await t.db.query(`PRAGMA ${name}`)).rows[0]?.[0]

describe('the connection that writes', () => {
  test('waits for the disk at each commit, and keeps references whole', async () => {
    expect(await setting('synchronous')).toBe(2)
    expect(await setting('foreign_keys')).toBe(1)
    const { rows } = await t.outside.execute('PRAGMA journal_mode')
    expect(rows[0]?.[0]).toBe('wal')
  })

  test('is the only one: fifty commands at once meet no lock of their own', async () => {
    const all = Array.from({ length: 50 }, (_, n) => t.db.write([note(String(n))]))
    await expect(Promise.all(all)).resolves.toHaveLength(50)
  })

  test('gathers the log into the file, so that it does not grow for ever', async () => {
    for (let n = 0; n < 30; n++)
      await t.db.write(Array.from({ length: 100 }, (_, at) => note(`${n}-${at}`, 'x'.repeat(1000))))
    const { rows } = await t.outside.execute('PRAGMA wal_checkpoint(PASSIVE)')
    expect(Number(rows[0]?.['log'])).toBeLessThan(2000)
  })
})

describe('the connection that reads', () => {
  test('cannot write, however it is asked', async () => {
    const user = { id: 'u', email: 'a@b.example', name: 'A', createdAt: 0 }
    await expect(t.db.query("INSERT INTO notes (id) VALUES ('a')")).rejects.toThrow(/readonly/)
    await expect(t.db.query('DROP TABLE notes')).rejects.toThrow(/readonly/)
    await expect(t.db.read.insert(users).values(user)).rejects.toThrow()
    await expect(t.db.make.insert(users).values(user)).rejects.toThrow()
    await expect(t.db.make.delete(users)).rejects.toThrow()
    expect(await ids(t.outside)).toEqual([])
    expect(await readerSetting('query_only')).toBe(1)
  })

  test('never gathers the log: SQLite 3.45.1 can lose writes when two do (tursodatabase/libsql#2271)', async () => {
    expect(await readerSetting('wal_autocheckpoint')).toBe(0)
    const reader = await openReader(t.url)
    const { rows } = await reader.execute('PRAGMA wal_autocheckpoint')
    expect(rows[0]?.[0]).toBe(0)
    reader.close()
  })

  test('maps no file into memory, where two that gather the log could meet', async () => {
    expect([await readerSetting('mmap_size'), await setting('mmap_size')]).toEqual([0, 0])
    expect(await t.db.read.values(sql`PRAGMA mmap_size`)).toEqual([[0]])
  })

  test('is one connection, whose settings hold for every query that runs at once', async () => {
    const all = await Promise.all(Array.from({ length: 30 }, () => readerSetting('query_only')))
    expect(new Set(all)).toEqual(new Set([1]))
  })

  test('sees what a command did as soon as it is answered, and nothing of one that failed', async () => {
    await t.db.write([note('a')])
    await t.db.write([note('b'), note('a')]).catch(() => undefined)
    expect((await t.db.query('SELECT id FROM notes')).rows.map((row) => row['id'])).toEqual(['a'])
  })
})
