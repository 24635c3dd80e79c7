import { and, eq, gte, inArray, isNull, or } from 'drizzle-orm'
import { entries } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import type { Deps } from '../deps.ts'
import type { Lot } from '../kinds/tender/fields.ts'
import { tenders } from '../kinds/tender/table.ts'
import { keeper, stampOf } from './kept.ts'

/** A tender that can be answered, of this hub or of one that it follows. */
export interface OpenTender {
  n: number
  id: string
  slug: string
  title: string
  language: string
  buyer: string
  /** The organisation of the directory that publishes it. */
  organisationId: string | null
  closesAt: number | null
  publishedAt: number | null
  /** Null: this hub. */
  host: string | null
  lots: readonly Lot[]
}

/** A tender whose author does not wish to be found is not found here either (FEP-5feb). */
const shown = and(eq(entries.kind, 'tender'), eq(entries.state, 'published'), eq(entries.indexable, true))

const openAt = (now: number) => and(shown, or(isNull(entries.closesAt), gte(entries.closesAt, now)))

const keptTenders = keeper<OpenTender>({
  stamp: ({ db, now }) => stampOf(db, openAt(now())),
  revisions: ({ db, now }) =>
    db.read.select({ n: entries.n, revision: entries.revision }).from(entries).where(openAt(now())),
  load: async ({ db }, ns) => {
    const rows = await db.read
      .select({ entry: entries, own: tenders, host: actors.host })
      .from(entries)
      .innerJoin(tenders, eq(tenders.entryN, entries.n))
      .leftJoin(actors, eq(actors.n, entries.originN))
      .where(and(shown, inArray(entries.n, [...ns])))
    return rows.map(({ entry, own, host }) => ({
      ...{ n: entry.n, id: entry.id, slug: entry.slug, title: entry.title, language: entry.language, host },
      ...{ buyer: own.buyer, organisationId: entry.organisationId },
      ...{ closesAt: entry.closesAt, publishedAt: entry.publishedAt },
      lots: own.lots.filter(({ state }) => state === 'open'),
    }))
  },
})

/** Those that are open now: a deadline passes without anybody writing anything. */
export async function openTenders(reads: Pick<Deps, 'db' | 'now'>): Promise<OpenTender[]> {
  const { all } = await keptTenders(reads)
  const now = reads.now()
  return [...all.values()].filter(({ closesAt }) => closesAt === null || closesAt >= now)
}
