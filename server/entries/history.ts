import { and, desc, eq } from 'drizzle-orm'
import { isDeepStrictEqual } from 'node:util'
import type { Database, Statement, Step } from '../../db/open.ts'
import { users } from '../../db/schema/accounts.ts'
import { entryRevisions } from '../../db/schema/writing.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Envelope } from '../kinds/envelope.ts'

// What an entry said in public before, for those who may change it (docs/adr/0031). What a kind names in `versioned` is
// kept for everybody, elsewhere (versions.ts).

/** The words of an entry and the fields of its kind. */
export interface Said {
  title: string
  summary: string
  body: string
  placeLabel: string | null
  fields: Readonly<Record<string, unknown>>
}

export type PastRevision = typeof entryRevisions.$inferSelect & { by: string | null }

/** Of one entry: the newest of so many, of so many letters in all. */
export const mostRevisions = 50
const mostLetters = 2_000_000

/** The first one, as it is published. */
export const firstSaid = (id: string, said: Said, by: Viewer['id'], now: number): Step[] => [
  recorded(id, said, by, now, true),
]

/** One more, if something is said differently; of an entry older than its history, also what was said before. */
export function nextSaid(
  { envelope, fields }: { envelope: Envelope; fields: Said['fields'] | null },
  after: Said,
  by: Viewer['id'],
  now: number,
): Step[] {
  const { id, updatedAt } = envelope
  const before = { ...envelope, fields: fields ?? {} }
  if (isDeepStrictEqual(plain(before), plain(after))) return []
  return [recorded(id, before, null, updatedAt, true), recorded(id, after, by, now, false), ...bounded(id)]
}

/** As JSON keeps it: a field that is not there is not there. */
const plain = ({ title, summary, body, placeLabel, fields }: Said): unknown =>
  JSON.parse(JSON.stringify({ title, summary, body, placeLabel, fields }))

/** Numbered by the database: of two commands at once, each has its own. */
const recorded = (id: string, said: Said, by: string | null, now: number, onlyFirst: boolean): Statement => ({
  sql: `INSERT INTO entry_revisions (entry_n, version, title, summary, body, place_label, fields, user_id, recorded_at)
    SELECT n, coalesce((SELECT max(version) FROM entry_revisions WHERE entry_n = entries.n), 0) + 1,
      ?, ?, ?, ?, ?, (SELECT id FROM users WHERE id = ?), ? FROM entries WHERE id = ?
      ${onlyFirst ? 'AND NOT EXISTS (SELECT 1 FROM entry_revisions WHERE entry_n = entries.n)' : ''}`,
  args: [said.title, said.summary, said.body, said.placeLabel, JSON.stringify(said.fields), by, now, id],
})

/** The oldest go; the newest stays, whatever it weighs. */
const bounded = (id: string): Statement[] => [
  {
    sql: `DELETE FROM entry_revisions WHERE entry_n = (SELECT n FROM entries WHERE id = ?) AND version IN (
      SELECT version FROM (SELECT version, row_number() OVER (ORDER BY version DESC) AS place,
          sum(length(body) + length(summary) + length(fields)) OVER (ORDER BY version DESC) AS weight
        FROM entry_revisions WHERE entry_n = (SELECT n FROM entries WHERE id = ?))
      WHERE place > ? OR (weight > ? AND place > 1))`,
    args: [id, id, mostRevisions, mostLetters],
  },
]

/** Withdrawn, an entry takes its history with it. */
export const forgetSaid = (id: string): Step[] => [
  { sql: 'DELETE FROM entry_revisions WHERE entry_n = (SELECT n FROM entries WHERE id = ?)', args: [id] },
]

/** The newest first, without their texts. */
export const revisionsOf = (
  db: Database,
  entryN: number,
): Promise<{ version: number; at: number; by: string | null }[]> =>
  db.read
    .select({ version: entryRevisions.version, at: entryRevisions.recordedAt, by: users.name })
    .from(entryRevisions)
    .leftJoin(users, eq(users.id, entryRevisions.userId))
    .where(eq(entryRevisions.entryN, entryN))
    .orderBy(desc(entryRevisions.version))

export async function revisionOf(
  db: Database,
  entryN: number,
  version: number,
): Promise<PastRevision | undefined> {
  const [row] = await db.read
    .select({ revision: entryRevisions, by: users.name })
    .from(entryRevisions)
    .leftJoin(users, eq(users.id, entryRevisions.userId))
    .where(and(eq(entryRevisions.entryN, entryN), eq(entryRevisions.version, version)))
  return row && { ...row.revision, by: row.by }
}
