import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ids, note, openTestDatabase, plain, type TestDatabase } from './database.ts'

// A full disk, an I/O error or a lack of memory make the engine undo the whole transaction by itself. `OR ROLLBACK`
// and `RAISE(ROLLBACK)` are the same, on demand.

let t: TestDatabase
beforeEach(async () => {
  t = await openTestDatabase()
  await t.db.write([note('taken')])
})
afterEach(() => t.close())

const undoing = (id: string) => plain('INSERT OR ROLLBACK INTO notes (id) VALUES (?)', [id])

describe('a group that the engine itself has undone', () => {
  test('is done again one by one: only the guilty command is refused, and nothing of it is kept', async () => {
    const all = await Promise.allSettled([
      t.db.write([note('a')]),
      t.db.write([note('b'), undoing('taken'), note('b2')]),
      t.db.write([note('c')]),
      t.db.write([undoing('taken')]),
      t.db.write([note('d')]),
    ])
    expect(all.map((one) => (one.status === 'fulfilled' ? 'done' : one.reason.code))).toEqual([
      'done',
      'conflict',
      'done',
      'conflict',
      'done',
    ])
    expect(await ids(t.outside)).toEqual(['a', 'c', 'd', 'taken'])
  })

  test('does nothing twice, and answers each command once', async () => {
    let answers = 0
    await t.db.write([plain('INSERT INTO notes (id, seen) VALUES (?, 0)', ['counter'])])
    const more = plain("UPDATE notes SET seen = seen + 1 WHERE id = 'counter'")
    const count = async (...steps: Parameters<typeof t.db.write>[0]) => {
      await t.db.write(steps).catch(() => undefined)
      answers += 1
    }
    await Promise.all([count(more), count(more), count(more, undoing('taken')), count(more)])
    const { rows } = await t.outside.execute("SELECT seen FROM notes WHERE id = 'counter'")
    expect([Number(rows[0]?.['seen']), answers]).toEqual([3, 4])
  })

  test('by a trigger is no different, and the next command finds the connection sound', async () => {
    await t.outside.execute(`CREATE TRIGGER full BEFORE INSERT ON notes WHEN new.body = 'too much'
      BEGIN SELECT RAISE(ROLLBACK, 'database or disk is full'); END`)
    const all = await Promise.allSettled([
      t.db.write([note('a')]),
      t.db.write([note('b', 'too much')]),
      t.db.write([note('c')]),
    ])
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    await t.db.write([note('d')])
    expect(await ids(t.outside)).toEqual(['a', 'c', 'd', 'taken'])
  })
})

describe('commands that wait in great number', () => {
  test('leave the event loop free between groups of at most fifty', async () => {
    let done = 0
    const seen: number[] = []
    const all = Array.from({ length: 500 }, async (_, n) => {
      await t.db.write([note(`n${n}`)])
      done += 1
    })
    let timer = 0
    setTimeout(() => (timer = done), 0)
    const look = (): void => {
      seen.push(done)
      if (done < 500) setImmediate(look)
    }
    setImmediate(look)
    await Promise.all(all)
    const steps = [...new Set(seen)].map((count, at, counts) => count - (counts[at - 1] ?? 0))
    // A page, a timer, a socket: whatever comes has its turn after every group.
    expect(new Set(seen).size).toBeGreaterThanOrEqual(9)
    expect(timer).toBeLessThan(500)
    expect(Math.max(...steps)).toBeLessThanOrEqual(50)
  })
})
