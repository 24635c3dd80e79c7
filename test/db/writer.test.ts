import { createClient } from '@libsql/client'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { guard, guardThat, openDatabase } from '../../db/open.ts'
import { ids, note, openTestDatabase, plain, run, type TestDatabase } from './database.ts'

let t: TestDatabase
beforeEach(async () => {
  t = await openTestDatabase()
})
afterEach(() => t.close())

describe('a command', () => {
  test('is all of its steps or none', async () => {
    await expect(t.db.write([note('a'), note('b'), note('a')])).rejects.toMatchObject({ code: 'conflict' })
    expect(await ids(t.outside)).toEqual([])
    await t.db.write([note('a'), note('b')])
    expect(await ids(t.outside)).toEqual(['a', 'b'])
  })

  test('that finds the world changed is undone whole and refused as a conflict', async () => {
    await t.db.write([note('a')])
    const see = (from: number) =>
      plain('UPDATE notes SET seen = seen + 1 WHERE id = ? AND seen = ?', ['a', from])
    const both = await Promise.allSettled([
      t.db.write([note('first'), see(0), guard()]),
      t.db.write([note('second'), see(0), guard()]),
    ])
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(both[1]).toMatchObject({ reason: { code: 'conflict', status: 409 } })
    expect(await ids(t.outside)).toEqual(['a', 'first'])
    const isEmpty = guardThat({ sql: 'SELECT count(*) = 0 FROM notes', args: [] })
    await expect(t.db.write([note('third'), isEmpty])).rejects.toMatchObject({ code: 'conflict' })
    await t.db.write([plain('DELETE FROM notes'), isEmpty, note('alone')])
    expect(await ids(t.outside)).toEqual(['alone'])
  })

  test('is answered with what each step did', async () => {
    const [first, second, third] = await t.db.write([
      note('a'),
      plain('UPDATE notes SET seen = 5'),
      plain('SELECT seen FROM notes'),
    ])
    expect([first?.rowsAffected, second?.rowsAffected, Number(third?.rows[0]?.['seen'])]).toEqual([1, 1, 5])
  })

  test('with a mistake in its SQL is an error of ours, not a refusal', async () => {
    const wrong = t.db.write([plain('INSERT INTO nowhere VALUES (1)')])
    await expect(wrong).rejects.toThrow('no such table')
    await expect(wrong).rejects.not.toHaveProperty('status')
    await t.db.write([note('after')])
    expect(await ids(t.outside)).toEqual(['after'])
  })
})

describe('commands that wait together', () => {
  test('are answered only once they can be read from outside', async () => {
    const seen = await Promise.all(
      Array.from({ length: 60 }, async (_, n) => {
        const id = String(n).padStart(3, '0')
        await t.db.write([note(id)])
        return (await ids(t.outside)).includes(id)
      }),
    )
    expect(seen.every(Boolean)).toBe(true)
  })

  test('share a transaction, and so its fsync: fifty of them write few pages', async () => {
    await t.outside.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    await Promise.all(Array.from({ length: 50 }, (_, n) => t.db.write([note(String(n))])))
    const { rows } = await t.outside.execute('PRAGMA wal_checkpoint(PASSIVE)')
    // Each transaction writes every page that it changed: fifty would write a hundred at least.
    expect(Number(rows[0]?.['log'])).toBeLessThan(20)
    expect(await ids(t.outside)).toHaveLength(50)
  })

  test('do not undo each other: one that fails fails alone', async () => {
    await t.db.write([note('taken')])
    const all = await Promise.allSettled([
      t.db.write([note('a')]),
      t.db.write([note('b'), note('taken')]),
      t.db.write([note('c')]),
      t.db.write([note('d'), plain('UPDATE notes SET seen = 1 WHERE id = ?', ['nobody']), guard()]),
      t.db.write([note('e'), plain('INSERT INTO nowhere VALUES (1)')]),
      t.db.write([note('f')]),
    ])
    expect(all.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ])
    expect(await ids(t.outside)).toEqual(['a', 'c', 'f', 'taken'])
  })

  test('a broken reference found only at the end costs only the command that made it', async () => {
    await t.db.write([
      plain('CREATE TABLE owned (id TEXT REFERENCES notes(id) DEFERRABLE INITIALLY DEFERRED)'),
    ])
    const all = await Promise.allSettled([
      t.db.write([note('a')]),
      t.db.write([note('b'), plain("INSERT INTO owned VALUES ('nobody')")]),
      t.db.write([plain("INSERT INTO owned VALUES ('c')"), note('c')]),
    ])
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await ids(t.outside)).toEqual(['a', 'c'])
  })

  test('are done in the order in which they came, however many', async () => {
    await Promise.all(
      Array.from({ length: 500 }, (_, n) =>
        t.db.write([plain('INSERT INTO notes (id, seen) SELECT ?, count(*) FROM notes', [String(n)])]),
      ),
    )
    const { rows } = await t.outside.execute('SELECT id, seen FROM notes')
    expect(rows).toHaveLength(500)
    for (const row of rows) expect(Number(row['seen'])).toBe(Number(row['id']))
  })

  test('are finished before the database closes; later ones are refused', async () => {
    const last = Array.from({ length: 120 }, (_, n) => t.db.write([note(String(n))]))
    const closing = t.db.close()
    await expect(t.db.write([note('late')])).rejects.toMatchObject({ code: 'unavailable', status: 503 })
    await closing
    await Promise.all(last)
    expect(await ids(t.outside)).toHaveLength(120)
    t.db = await openDatabase({ url: t.url })
  })
})

describe('a lock that another program holds', () => {
  test('does not stop reading', async () => {
    await t.db.write([note('a')])
    const other = await t.outside.transaction('write')
    await other.execute("INSERT INTO notes (id) VALUES ('b')")
    const { rows } = await t.db.query('SELECT id FROM notes')
    expect(rows.map((row) => row['id'])).toEqual(['a'])
    other.close()
  })
})

test('kill -9 in the middle of writing loses nothing that was answered, and tears nothing', async () => {
  for (let round = 0; round < 3; round++) {
    await t.db.close()
    t.outside.close()
    const before = createClient({ url: t.url })
    await before.execute('DELETE FROM notes')
    before.close()
    const writing = run('write-on.program.ts', t.url)
    const answered: string[] = []
    while (answered.length < 150 + round * 70) answered.push(String((await writing.lines.next()).value))
    writing.process.kill('SIGKILL')
    for (let line = await writing.lines.next(); line.done !== true; line = await writing.lines.next())
      answered.push(line.value)
    t.db = await openDatabase({ url: t.url })
    t.outside = createClient({ url: t.url, concurrency: 1, timeout: 0 })
    const kept = new Set(await ids(t.outside))
    expect(answered.filter((id) => !kept.has(id))).toEqual([])
    const { rows } = await t.outside.execute('PRAGMA integrity_check')
    expect(rows[0]?.[0]).toBe('ok')
  }
})
