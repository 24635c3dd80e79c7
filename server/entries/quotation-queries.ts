import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import { entries } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import { quotations } from '../../db/schema/quotations.ts'

// Who quotes what is published here: for its page, for moderators, and for those who ask to see a stamp.

export type QuotationRow = typeof quotations.$inferSelect

export const stampPath = ({ objectId, id }: Pick<QuotationRow, 'objectId' | 'id'>): string =>
  `${objectId}/quotes/${id}`

export async function quotationBy(
  db: Database,
  actorN: number,
  apId: string,
): Promise<QuotationRow | undefined> {
  return (await postOf(db).all({ actorN, apId }))[0]
}

const postOf = prepared((read) =>
  read
    .select()
    .from(quotations)
    .where(
      and(eq(quotations.actorN, sql.placeholder('actorN')), eq(quotations.apId, sql.placeholder('apId'))),
    )
    .prepare(),
)

export interface Quotation extends QuotationRow {
  author: { id: string; name: string; handle: string }
  host: string
  entry: { kind: string; slug: string; title: string; language: string }
}

/** With who quotes, and what. */
export const quotationById = async (db: Database, id: string): Promise<Quotation | undefined> =>
  (await loaded(db.read, eq(quotations.id, id)).limit(1)).map(named)[0]

/** Those that wait for a moderator, oldest first. */
export const heldQuotations = async (db: Database): Promise<Quotation[]> =>
  (await loaded(db.read, eq(quotations.state, 'held')).orderBy(asc(quotations.n)).limit(100)).map(named)

/** As many as are named on a page. */
export const mostNamed = 20

/** What is shown of who quotes an entry, newest first, and how many that are. */
export async function quotationsShown(
  db: Database,
  objectId: string,
): Promise<{ count: number; newest: Quotation[] }> {
  const newest = (await shownOf(db).all({ objectId })).map(named)
  if (newest.length <= mostNamed) return { count: newest.length, newest }
  const shown = and(eq(quotations.objectId, objectId), eq(quotations.state, 'shown'))
  return { count: await db.read.$count(quotations, shown), newest: newest.slice(0, mostNamed) }
}

/** Every page of an entry asks for it. */
const shownOf = prepared((read) =>
  loaded(read, and(eq(quotations.objectId, sql.placeholder('objectId')), eq(quotations.state, 'shown')))
    .orderBy(desc(quotations.publishedAt))
    .limit(mostNamed + 1)
    .prepare(),
)

function loaded(read: Database['read'], where: SQL | undefined) {
  return read
    .select({
      quotation: quotations,
      author: { id: actors.id, name: actors.name, handle: actors.handle },
      host: actors.host,
      entry: {
        ...{ kind: entries.kind, slug: entries.slug },
        ...{ title: entries.title, language: entries.language },
      },
    })
    .from(quotations)
    .innerJoin(actors, eq(actors.n, quotations.actorN))
    .innerJoin(entries, eq(entries.n, quotations.entryN))
    .where(and(where, inArray(entries.state, ['published', 'closed'])))
    .$dynamic()
}

const named = <Rest>({ quotation, ...rest }: Rest & { quotation: QuotationRow }) => ({
  ...quotation,
  ...rest,
})

/** Its stamp, as the row that it is, whatever became of it. */
export async function stampedRow(
  db: Database,
  objectId: string,
  id: string,
): Promise<(QuotationRow & { authorId: string }) | undefined> {
  const [row] = await db.read
    .select({ quotation: quotations, authorId: actors.id })
    .from(quotations)
    .innerJoin(actors, eq(actors.n, quotations.actorN))
    .where(and(eq(quotations.id, id), eq(quotations.objectId, objectId)))
  return row && { ...row.quotation, authorId: row.authorId }
}
