import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Database } from '../../db/open.ts'

/** What a killed server left on the disk. */
export interface Remains {
  /** Ids of published entries, by title: more than one would be a doubling. */
  published: ReadonlyMap<string, string[]>
  /** One line for everything that is there by half. */
  torn: string[]
}

/**
 * Looks at a copy of the files, so that the next server recovers from what its predecessor really left, and not from
 * what a reader has already mended. Nobody has the files open: copying them drops no one's locks.
 */
export async function examine(dataDir: string): Promise<Remains> {
  const folder = mkdtempSync(join(tmpdir(), 'maillon-remains-'))
  for (const end of ['', '-wal'])
    if (existsSync(join(dataDir, `maillon.db${end}`)))
      copyFileSync(join(dataDir, `maillon.db${end}`), join(folder, `maillon.db${end}`))
  const db = await openDatabase({ url: `file:${join(folder, 'maillon.db')}` })
  try {
    return { published: await publishedByTitle(db), torn: await tornIn(db) }
  } finally {
    await db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function publishedByTitle(db: Database): Promise<Map<string, string[]>> {
  const { rows } = await db.query("SELECT id, title FROM entries WHERE state = 'published'")
  const found = new Map<string, string[]>()
  for (const { id, title } of rows)
    found.set(String(title), [...(found.get(String(title)) ?? []), String(id)])
  return found
}

const whole: readonly [fault: string, sql: string][] = [
  ['entry without its own row', 'SELECT id FROM entries WHERE n NOT IN (SELECT entry_n FROM jobs)'],
  ['own row without entry', 'SELECT entry_n FROM jobs WHERE entry_n NOT IN (SELECT n FROM entries)'],
  [
    'entry without its tags',
    'SELECT id FROM entries WHERE (SELECT count(*) FROM entry_tags WHERE entry_n = n) <> 2',
  ],
  [
    'published entry that search cannot find',
    `SELECT id FROM entries WHERE state = 'published' AND n NOT IN (SELECT rowid FROM entries_search WHERE entries_search MATCH 'menuiserie')`,
  ],
  [
    'search row of what is not published',
    `SELECT id FROM entries_search_docsize WHERE id NOT IN (SELECT n FROM entries WHERE state = 'published')`,
  ],
  [
    'published entry whose event is not there once',
    `SELECT id FROM entries WHERE state = 'published'
       AND (SELECT count(*) FROM events WHERE subject = entries.id AND type = 'entry.published') <> 1`,
  ],
  [
    'event of what is not published',
    `SELECT subject FROM events WHERE subject NOT IN (SELECT id FROM entries WHERE state = 'published')`,
  ],
  [
    'expanded event without its activity',
    `SELECT activity_id FROM events WHERE done_at IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM activities WHERE activities.id = '/ap/activities/' || activity_id)`,
  ],
  [
    'activity of an event that still waits',
    `SELECT activity_id FROM events WHERE done_at IS NULL
       AND EXISTS (SELECT 1 FROM activities WHERE activities.id = '/ap/activities/' || activity_id)`,
  ],
]

async function tornIn(db: Database): Promise<string[]> {
  const torn: string[] = []
  const { rows } = await db.query('PRAGMA integrity_check')
  if (String(rows[0]?.[0]) !== 'ok') torn.push(`integrity_check: ${String(rows[0]?.[0])}`)
  await db.write([
    { sql: "INSERT INTO entries_search (entries_search) VALUES ('integrity-check')", args: [] },
  ])
  for (const [fault, sql] of whole)
    for (const row of (await db.query(sql)).rows) torn.push(`${fault}: ${String(row[0])}`)
  return torn
}
