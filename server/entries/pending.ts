import { and, desc, eq, inArray, lt, notExists, or, sql } from 'drizzle-orm'
import type { Database, Step } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { entryPending } from '../../db/schema/writing.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../refusal.ts'

// What people have typed and not yet saved. It is theirs alone: every question here names the person.

export type Pending = typeof entryPending.$inferSelect

/** A form with the longest text and all its lots, and some. */
const mostLetters = 400_000
/** Forms begun by one person and left: the oldest goes. */
const mostForms = 30
const day = 86_400_000
/** Who comes once a month comes twice before it goes. */
export const keptFor = 60 * day

/** Keeps a form as it is typed; the one before it, of the same entry and person, goes. */
export async function keepTyped(
  deps: Pick<Deps, 'db' | 'now'>,
  viewer: Viewer,
  typed: { entryId: string; kind: string; title: string; form: Pending['form'] },
): Promise<number> {
  const { db } = deps
  if (typed.form.reduce((sum, [name, value]) => sum + name.length + value.length, 0) > mostLetters)
    throw new Refusal('too-large', 'This form is too long to be kept.')
  const savedAt = deps.now()
  const row = { ...typed, title: typed.title.slice(0, 200), userId: viewer.id, savedAt }
  const { title, form } = row
  const newest = db.read
    .select({ id: entryPending.entryId })
    .from(entryPending)
    .where(eq(entryPending.userId, viewer.id))
    .orderBy(desc(entryPending.savedAt))
    .limit(mostForms)
  await db.write([
    db.make
      .insert(entryPending)
      .values(row)
      .onConflictDoUpdate({
        target: [entryPending.entryId, entryPending.userId],
        set: { title, form, savedAt },
      }),
    db.make
      .delete(entryPending)
      .where(and(eq(entryPending.userId, viewer.id), sql`${entryPending.entryId} not in ${newest}`)),
  ])
  return savedAt
}

/** What this person has typed of this entry. */
export async function typedOf(
  db: Database,
  viewer: Pick<Viewer, 'id'>,
  entryId: string,
): Promise<Pending | undefined> {
  const [row] = await db.read
    .select()
    .from(entryPending)
    .where(and(eq(entryPending.entryId, entryId), eq(entryPending.userId, viewer.id)))
  return row
}

/** What this person has begun and never saved, the newest first. */
export const begunBy = (
  db: Database,
  viewer: Pick<Viewer, 'id'>,
  kind: string,
): Promise<{ id: string; title: string; at: number }[]> =>
  db.read
    .select({ id: entryPending.entryId, title: entryPending.title, at: entryPending.savedAt })
    .from(entryPending)
    .where(
      and(
        eq(entryPending.userId, viewer.id),
        eq(entryPending.kind, kind),
        notExists(
          db.read
            .select({ one: sql`1` })
            .from(entries)
            .where(eq(entries.id, entryPending.entryId)),
        ),
      ),
    )
    .orderBy(desc(entryPending.savedAt))
    .limit(3)

/** Saved, or not wanted any more. */
export async function forgetTyped(db: Database, viewer: Pick<Viewer, 'id'>, entryId: string): Promise<void> {
  if ((await typedOf(db, viewer, entryId)) === undefined) return
  await db.write([
    db.make
      .delete(entryPending)
      .where(and(eq(entryPending.entryId, entryId), eq(entryPending.userId, viewer.id))),
  ])
}

/** Old ones, and those of entries that are gone. */
export const forgetOldTyped = ({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<unknown> =>
  db.write([old(db, now())])

const old = (db: Database, now: number): Step =>
  db.make
    .delete(entryPending)
    .where(
      or(
        lt(entryPending.savedAt, now - keptFor),
        inArray(
          entryPending.entryId,
          db.read.select({ id: entries.id }).from(entries).where(eq(entries.state, 'withdrawn')),
        ),
      ),
    )

/** All that is kept of one person, for themselves. */
export async function exportTyped(db: Database, viewer: Pick<Viewer, 'id'>) {
  const rows = await db.read
    .select()
    .from(entryPending)
    .where(eq(entryPending.userId, viewer.id))
    .orderBy(entryPending.savedAt)
  return rows.map(({ kind, form, savedAt }) => ({ kind, form, savedAt: new Date(savedAt).toISOString() }))
}
