import { statSync } from 'node:fs'
import { createClient } from '@libsql/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { beside, checkIntegrity, copyDatabase } from '../../db/snapshot.ts'
import { ids, note, openTestDatabase, plain, type TestDatabase } from './database.ts'

let t: TestDatabase
beforeEach(async () => {
  t = await openTestDatabase()
})
afterEach(() => t.close())

const log = (): number => statSync(`${t.dir}/maillon.db-wal`).size

test('a connection beside the hub never gathers the log: two that do can lose writes (tursodatabase/libsql#2271)', async () => {
  const setting = await beside(t.url, (client) => client.execute('PRAGMA wal_autocheckpoint'))
  expect(setting.rows[0]?.[0]).toBe(0)
})

test('a copy and a check leave the log as it is, and the hub writes on meanwhile', async () => {
  for (let n = 0; n < 20; n++)
    await t.db.write(Array.from({ length: 20 }, (_, at) => note(`${n}-${at}`, 'x'.repeat(1000))))
  const before = log()
  expect(before).toBeGreaterThan(100_000)
  const copy = `${t.dir}/copy.db`
  const [written] = await Promise.all([t.db.write([note('meanwhile')]), copyDatabase(t.url, copy)])
  expect(written).toHaveLength(1)
  await checkIntegrity(t.url)
  expect(log()).toBeGreaterThanOrEqual(before)
  const copied = createClient({ url: `file:${copy}` })
  expect((await ids(copied)).length).toBeGreaterThanOrEqual(400)
  copied.close()
})

test('damage is found: a page that cannot be, and a row that points to nothing', async () => {
  await expect(checkIntegrity(t.url)).resolves.toBeUndefined()
  await t.db.write([plain('CREATE TABLE owned (id TEXT REFERENCES notes(id) DEFERRABLE INITIALLY DEFERRED)')])
  await t.outside.execute('PRAGMA foreign_keys = OFF')
  await t.outside.execute("INSERT INTO owned VALUES ('nobody')")
  await expect(checkIntegrity(t.url)).rejects.toThrow('points to one that is not there')
})
