import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { tenders } from '../kinds/tender/table.ts'
import { local } from './store.ts'

/** What the tenders that this hub published itself have in common. */
export interface LotCounts {
  tenders: number
  /** That have at least one lot. */
  allotted: number
  lots: number
  /** Lots with a social clause, with a social criterion (some with both), reserved, open to SCOP or SCIC by name. */
  clause: number
  criterion: number
  reserved: number
  cooperatives: number
  awarded: number
}

/** Lots that were withdrawn are counted no more. */
export async function lotCounts(db: Database): Promise<LotCounts> {
  const ours = and(local(), eq(entries.kind, 'tender'), inArray(entries.state, ['published', 'closed']))
  const there = sql`record.value ->> 'state' <> 'withdrawn'`
  const number = (condition = sql`true`) =>
    sql<number>`coalesce(sum((select count(*) from json_each(${tenders.lots}) as record where ${there} and (${condition}))), 0)`
  const has = (name: string, ...values: string[]) =>
    sql`record.value ->> ${name} in (${sql.join(
      values.map((value) => sql`${value}`),
      sql`, `,
    )})`
  const [row] = await db.read
    .select({
      tenders: sql<number>`count(*)`,
      allotted: sql<number>`coalesce(sum(exists (select 1 from json_each(${tenders.lots}) as record where ${there})), 0)`,
      lots: number(),
      clause: number(has('social', 'clause', 'both')),
      criterion: number(has('social', 'criterion', 'both')),
      reserved: number(sql`record.value ->> 'reservation' <> 'none'`),
      cooperatives: number(
        sql`exists (select 1 from json_each(record.value, '$.openTo') as admitted where admitted.value in ('scop', 'scic'))`,
      ),
      awarded: number(has('state', 'awarded')),
    })
    .from(tenders)
    .innerJoin(entries, eq(entries.n, tenders.entryN))
    .where(ours)
  return row ?? none
}

const none: LotCounts = {
  ...{ tenders: 0, allotted: 0, lots: 0, clause: 0, criterion: 0, reserved: 0, cooperatives: 0, awarded: 0 },
}
