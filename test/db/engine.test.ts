import { createClient, type Client } from '@libsql/client'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { alone, openEngine, type Engine } from '../../db/engine.ts'
import type { Statement } from '../../db/open.ts'
import { ids, note, openTestDatabase, plain, type TestDatabase } from './database.ts'

let t: TestDatabase
let engine: Engine
let client: Client
beforeEach(async () => {
  t = await openTestDatabase()
  engine = openEngine(t.url, { timeout: 0 })
  client = createClient({ url: t.url, concurrency: 1, timeout: 0 })
})
afterEach(async () => {
  engine.close()
  client.close()
  await t.close()
})

const first = (text: string, ...args: unknown[]): unknown =>
  // What types keep out is what these tests are about.
  engine.values({ sql: text, args: args as Statement['args'] })[0]?.[0]

describe('a text of more than one statement', () => {
  const two = "INSERT INTO notes (id) VALUES ('a'); INSERT INTO notes (id) VALUES ('b')"

  test('is half done, in silence, by the client as it comes', async () => {
    await client.execute(two)
    expect(await ids(client)).toEqual(['a'])
  })

  test('is refused by ours, whoever asks', async () => {
    await expect(t.db.write([plain(two)])).rejects.toThrow('More than one statement')
    await expect(t.db.query('SELECT 1; SELECT 2')).rejects.toThrow('More than one statement')
    await expect(t.db.read.values(sql.raw('SELECT 1; SELECT 2'))).rejects.toThrow()
    expect(await ids(t.outside)).toEqual([])
  })

  test.each([
    'SELECT 1;',
    'SELECT 1; -- and no more',
    'SELECT 1; /* nor here; */',
    "SELECT ';', 'it''s; so' AS \"a;b\"",
    '-- first; a word\nSELECT 1',
  ])('is not seen in %s', (text) => {
    expect(alone(text)).toBe(text)
  })

  test.each([
    'SELECT 1;SELECT 2',
    "SELECT ''';'; DROP TABLE notes",
    'SELECT 1; /* */ SELECT 2',
    "SELECT 1;'x'",
  ])('is seen in %s', (text) => {
    expect(() => alone(text)).toThrow('More than one statement')
  })
})

describe('a number', () => {
  test('is bound as REAL: in a text made by SQL it reads « 1.0 », in a column of integers it is one', async () => {
    expect(first('SELECT typeof(?)', 1)).toBe('real')
    expect(first("SELECT json_object('a', ?)", 1)).toBe('{"a":1.0}')
    expect(first("SELECT 'x' || ?", 1)).toBe('x1.0')
    expect(first("SELECT 'x' || ?", 1n)).toBe('x1')
    await t.db.write([plain('INSERT INTO notes (id, seen) VALUES (?, ?)', ['a', 7])])
    expect(first('SELECT typeof(seen) FROM notes')).toBe('integer')
    expect(first('SELECT id FROM notes WHERE seen = ? LIMIT ? OFFSET ?', 7, 1, 0)).toBe('a')
  })

  test('that is none is refused, where the engine alone would keep NULL', async () => {
    for (const nothing of [Number.NaN, undefined]) {
      expect(() => first('SELECT ?', nothing)).toThrow(TypeError)
      const args = ['a', nothing] as Statement['args']
      await expect(t.db.write([plain('INSERT INTO notes (id, body) VALUES (?, ?)', args)])).rejects.toThrow(
        TypeError,
      )
    }
    expect(await ids(t.outside)).toEqual([])
  })

  test('longer than a number of JavaScript holds is refused, where the engine alone would round it', () => {
    expect(first('SELECT 9007199254740993')).toBe(9_007_199_254_740_992)
    expect(() => first('SELECT ?', 9_007_199_254_740_993n)).toThrow(TypeError)
    expect(first('SELECT ?', 9_007_199_254_740_992n)).toBe(9_007_199_254_740_992)
  })

  test('may be yes or no, for which the engine alone ends the process', () => {
    expect([first('SELECT ?', true), first('SELECT ?', false)]).toEqual([1, 0])
  })
})

describe('what is answered', () => {
  test('counts changed rows, but none where rows are returned: those are counted themselves', async () => {
    const insert = (id: string, more = '') => plain(`INSERT INTO notes (id) VALUES ('${id}') ${more}`)
    const [plainly, returned] = await t.db.write([insert('a'), insert('b', 'RETURNING id')])
    expect([plainly?.rowsAffected, plainly?.rows.length]).toEqual([1, 0])
    expect([returned?.rowsAffected, returned?.rows.map((row) => row['id'])]).toEqual([0, ['b']])
    // Read to the end, so that it is kept and the next command is not held up by it.
    await t.db.write([note('c')])
    expect(await ids(t.outside)).toEqual(['a', 'b', 'c'])
  })

  test('has each value by its place and by its name', () => {
    const { rows } = engine.execute(plain('SELECT 1 AS one, NULL AS none'))
    expect([rows[0]?.[0], rows[0]?.['one'], rows[0]?.[1], rows[0]?.['none']]).toEqual([1, 1, null, null])
  })
})
