import { and, asc, gte, lte, or, sql } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { conditions, type Filter } from '../entries/list.ts'
import { loadEntries, type Entry } from '../entries/load.ts'
import { wordsCondition } from '../entries/narrowing.ts'
import { boundsOf, dated, type Dated, type Month } from './month.ts'
import { eventOf } from './queries.ts'

/** More than this in a month is a city’s, and is narrowed first. */
export const mostInMonth = 500

/** Events with a day in this month, from here and from the hubs that are followed, in their order. */
export async function eventsIn(
  reads: { db: Database; hub: { origin: string }; now: () => number },
  month: Month,
  filter: Filter,
): Promise<{ events: Dated[]; more: boolean }> {
  const { from, until } = boundsOf(month)
  // What is over is on a calendar as well.
  const asked = conditions({ ...filter, past: true, sort: 'soon' }, reads.now())
  const found = await loadEntries(reads, {
    where: and(
      asked,
      await wordsCondition(reads.db, filter),
      lte(entries.startsAt, until),
      or(gte(entries.startsAt, from), gte(entries.closesAt, from)),
    ),
    orderBy: [asc(entries.startsAt), asc(sql`coalesce(${entries.closesAt}, 0)`), asc(entries.n)],
    limit: mostInMonth + 1,
  })
  const events = found.slice(0, mostInMonth).flatMap((entry) => dated(entry) ?? [])
  return { events: withoutDebates(events), more: found.length > mostInMonth }
}

/** A debate is found on the page of its forum, where that is in the month too. */
function withoutDebates(events: readonly Dated[]): Dated[] {
  const there = new Set(events.map(({ entry }) => at(entry, entry.envelope.apId.split('/').at(-1) ?? '')))
  return events.filter(({ entry }) => {
    const partOf = eventOf(entry)?.partOf ?? ''
    return partOf === '' || !there.has(at(entry, partOf))
  })
}

const at = ({ envelope }: Entry, id: string): string => `${new URL(envelope.apId).origin} ${id}`
