import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { isDeepStrictEqual } from 'node:util'
import type { Database, Step } from '../../db/open.ts'
import { commentPassages, entryVersions } from '../../db/schema/versions.ts'
import type { Kind } from '../kinds/kind.ts'
import { nOf } from './store.ts'

// What was said in public stays readable: a kind names the fields whose versions are kept (`Kind.versioned`).

type Fields = Readonly<Record<string, unknown>>

export type Version = typeof entryVersions.$inferSelect

/** The first version, at the first publication. */
export const firstVersion = (db: Database, kind: Kind, id: string, fields: Fields, now: number): Step[] =>
  kind.versioned === undefined ? [] : [recorded(db, id, keptOf(kind, fields), now)]

/** One more, if what is kept has changed. */
export const nextVersion = (
  db: Database,
  kind: Kind,
  id: string,
  change: { before: Fields | null; after: Fields },
  now: number,
): Step[] => {
  if (kind.versioned === undefined) return []
  const after = keptOf(kind, change.after)
  return change.before !== null && isDeepStrictEqual(keptOf(kind, change.before), after)
    ? []
    : [recorded(db, id, after, now)]
}

const keptOf = ({ versioned = [] }: Kind, fields: Fields): Record<string, unknown> =>
  Object.fromEntries(versioned.map((name) => [name, fields[name]]))

/** Numbered by the database: of two commands at once, each has its own. */
const recorded = (db: Database, id: string, fields: Record<string, unknown>, now: number): Step =>
  db.make.insert(entryVersions).values({
    entryN: nOf(id),
    version: sql`(select coalesce(max(version), 0) + 1 from entry_versions where entry_n = ${nOf(id)})`,
    fields,
    recordedAt: now,
  })

/** When each version of an entry was published, the newest first. */
export const versionsOf = (
  db: Database,
  entryN: number,
): Promise<{ version: number; recordedAt: number }[]> =>
  db.read
    .select({ version: entryVersions.version, recordedAt: entryVersions.recordedAt })
    .from(entryVersions)
    .where(eq(entryVersions.entryN, entryN))
    .orderBy(desc(entryVersions.version))

export async function versionOf(db: Database, entryN: number, version: number): Promise<Version | undefined> {
  const [row] = await db.read
    .select()
    .from(entryVersions)
    .where(and(eq(entryVersions.entryN, entryN), eq(entryVersions.version, version)))
  return row
}

/** Which passage an answer names. The version is the one that is public as it is written. */
export const aboutPassage = (db: Database, commentId: string, entryN: number, passage: number): Step =>
  db.make.insert(commentPassages).values({
    commentN: sql`(select n from comments where id = ${commentId})`,
    passage,
    version: sql`(select coalesce(max(version), 1) from entry_versions where entry_n = ${entryN})`,
  })

export interface NamedPassage {
  passage: number
  version: number
}

/** Of the answers to an entry, those that name a passage, by their number. */
export async function passagesNamed(
  db: Database,
  entryN: number,
): Promise<ReadonlyMap<number, NamedPassage>> {
  const rows = await db.read
    .select({
      n: commentPassages.commentN,
      passage: commentPassages.passage,
      version: commentPassages.version,
    })
    .from(commentPassages)
    .where(sql`${commentPassages.commentN} in (select n from comments where entry_n = ${entryN})`)
    .orderBy(asc(commentPassages.commentN))
  return new Map(rows.map(({ n, ...named }) => [n, named]))
}
