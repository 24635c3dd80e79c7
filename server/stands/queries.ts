import { and, asc, count, desc, eq, inArray, isNotNull, sum } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { standNotices, stands, villages } from '../../db/schema/stands.ts'

export type VillageRow = typeof villages.$inferSelect
export type StandRow = typeof stands.$inferSelect
export type NoticeRow = typeof standNotices.$inferSelect

/** A village, and how many of its stands are taken. */
export type Village = VillageRow & { taken: number }

export async function villagesOf(db: Database, entryN: number): Promise<Village[]> {
  const rows = await db.read
    .select()
    .from(villages)
    .where(eq(villages.entryN, entryN))
    .orderBy(asc(villages.n))
  const taken = await db.read
    .select({ villageN: stands.villageN, count: count() })
    .from(stands)
    .where(
      and(
        inArray(
          stands.villageN,
          rows.map(({ n }) => n),
        ),
        eq(stands.state, 'accepted'),
      ),
    )
    .groupBy(stands.villageN)
  const byVillage = new Map(taken.map((row) => [row.villageN, row.count]))
  return rows.map((row) => ({ ...row, taken: byVillage.get(row.n) ?? 0 }))
}

/** Of one event, whose addresses are confirmed. */
export type Stand = StandRow & { village: VillageRow; organisation: { title: string; slug: string } | null }

export async function standsOf(
  db: Database,
  entryN: number,
  states: readonly StandRow['state'][],
): Promise<Stand[]> {
  const rows = await db.read
    .select({
      stand: stands,
      village: villages,
      title: entries.title,
      slug: entries.slug,
      state: entries.state,
    })
    .from(stands)
    .innerJoin(villages, eq(villages.n, stands.villageN))
    .leftJoin(entries, eq(entries.id, stands.organisationId))
    .where(
      and(eq(villages.entryN, entryN), isNotNull(stands.confirmedAt), inArray(stands.state, [...states])),
    )
    .orderBy(asc(villages.n), asc(stands.name), asc(stands.n))
    .limit(1000)
  return rows.map(({ stand, village, title, slug, state }) => ({
    ...stand,
    village,
    organisation: title === null || slug === null || state !== 'published' ? null : { title, slug },
  }))
}

export async function standById(db: Database, id: string): Promise<Stand | undefined> {
  const [row] = await db.read
    .select({
      stand: stands,
      village: villages,
      title: entries.title,
      slug: entries.slug,
      state: entries.state,
    })
    .from(stands)
    .innerJoin(villages, eq(villages.n, stands.villageN))
    .leftJoin(entries, eq(entries.id, stands.organisationId))
    .where(eq(stands.id, id))
  if (row === undefined) return undefined
  const { stand, village, title, slug, state } = row
  return {
    ...stand,
    village,
    organisation: title === null || slug === null || state !== 'published' ? null : { title, slug },
  }
}

/** What is still sought first, then the newest. */
export const noticesOf = (db: Database, standNs: readonly number[]): Promise<NoticeRow[]> =>
  db.read
    .select()
    .from(standNotices)
    .where(inArray(standNotices.standN, [...standNs]))
    .orderBy(asc(isNotNull(standNotices.metAt)), desc(standNotices.n))

/** How often visitors wrote to the stands of an event. */
export async function contactsAsked(db: Database, entryN: number): Promise<number> {
  const [row] = await db.read
    .select({ all: sum(stands.contacts) })
    .from(stands)
    .innerJoin(villages, eq(villages.n, stands.villageN))
    .where(eq(villages.entryN, entryN))
  return Number(row?.all ?? 0)
}

/** How many requests wait for the host. */
export const standsWaiting = async (db: Database, entryN: number): Promise<number> =>
  (await standsOf(db, entryN, ['asked'])).length
