import { eq, sql } from 'drizzle-orm'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { guard, guardThat, openDatabase, type Database } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { kinds } from '../../server/kinds/index.ts'
import { eachKind, least } from './schema.ts'

// On a real libSQL file, made by the migrations alone.

let folder: string
let db: Database

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'maillon-kinds-'))
  db = await openDatabase({ url: `file:${join(folder, 'maillon.db')}` })
})

afterAll(async () => {
  await db.close()
  rmSync(folder, { recursive: true, force: true })
})

const insertEntry = (n: number, kind: string) =>
  db.make.insert(entries).values({
    n,
    id: `id-${n}`,
    kind,
    slug: `slug-${n}`,
    title: 'Titre',
    state: 'published',
    createdAt: 0,
    updatedAt: 0,
  })

test.each(kinds.map((kind, position) => [kind.name, kind, position + 1] as const))(
  'the fields of a %s come back from its table as they went in, and go with the entry',
  async (_, kind, n) => {
    const row = { entryN: n, ...kind.sample }
    await db.write([insertEntry(n, kind.name), db.make.insert(kind.table).values(row)])
    const mine = sql`entry_n = ${n}`
    expect(await db.read.select().from(kind.table).where(mine)).toEqual([row])
    await db.write([db.make.delete(entries).where(eq(entries.n, n))])
    expect(await db.read.select().from(kind.table).where(mine)).toEqual([])
  },
)

test.each(eachKind)('a %s that says as little as it may fits in its table', async (_, kind) => {
  const row = { entryN: 50, ...kind.fields.parse(least) }
  await db.write([insertEntry(50, kind.name), db.make.insert(kind.table).values(row)])
  expect(await db.read.select().from(kind.table)).toEqual([row])
  await db.write([db.make.delete(entries).where(eq(entries.n, 50))])
})

test('a command whose guard does not hold leaves nothing behind, and a guard that holds leaves no row', async () => {
  const touch = db.make.update(entries).set({ title: 'Autre' }).where(eq(entries.id, 'nobody'))
  await expect(db.write([insertEntry(60, 'news'), touch, guard()])).rejects.toMatchObject({
    code: 'conflict',
  })
  expect(await db.read.select().from(entries).where(eq(entries.n, 60))).toEqual([])
  const never = { sql: 'SELECT count(*) > 0 FROM entries', args: [] }
  await expect(db.write([guardThat(never)])).rejects.toMatchObject({ code: 'conflict' })
  await expect(db.write([guardThat({ sql: 'SELECT NULL', args: [] })])).rejects.toMatchObject({
    code: 'conflict',
  })
  await db.write([insertEntry(60, 'news'), guard()])
  expect(await db.read.select({ n: entries.n }).from(entries)).toEqual([{ n: 60 }])
  expect((await db.query('SELECT count(*) AS kept FROM guards')).rows[0]?.['kept']).toBe(0)
})

test('the search finds words without their accents and by their beginning, and forgets what is deleted', async () => {
  const found = async (words: string) =>
    (await db.query('SELECT rowid FROM entries_search WHERE entries_search MATCH ?', [words])).rows.map(
      (row) => Number(row[0]),
    )
  const add = (n: number, title: string) => ({
    sql: 'INSERT INTO entries_search (rowid, title, summary, body, tags) VALUES (?, ?, ?, ?, ?)',
    args: [n, title, '', 'Un réseau d’économie solidaire', 'insertion'],
  })
  await db.write([add(7, 'Été à Châtillon'), add(9, 'Atelier vélo')])
  expect(await found('ete chatillon')).toEqual([7])
  expect(await found('RESEAU')).toEqual([7, 9])
  expect(await found('title: vel*')).toEqual([9])
  expect(await found('tags: insertion')).toEqual([7, 9])
  await db.write([
    { sql: 'DELETE FROM entries_search WHERE rowid = ?', args: [7] },
    add(7, 'Hiver à Nanterre'),
  ])
  expect(await found('chatillon')).toEqual([])
  expect(await found('nanterre')).toEqual([7])
})
