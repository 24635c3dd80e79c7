import { asc, gt, inArray } from 'drizzle-orm'
import type { Step } from '../../db/open.ts'
import { entries, events } from '../../db/schema/entries.ts'
import { tellOf } from './insert.ts'
import type { Reads, Source } from './source.ts'

// What sections and organisations publish, for those who follow them here.

interface Published {
  n: number
  kind: string
  organisationId: string | null
  authorId: string | null
}

const published = (deps: Reads, { n, kind, organisationId, authorId }: Published): Step =>
  tellOf(
    {
      ...{ topic: 'publication', why: '', fact: `entry ${n}`, entryN: n, not: authorId },
      to: {
        sql: `SELECT user_id FROM watched_kinds WHERE kind = ? UNION SELECT user_id FROM watched_entries
          WHERE what = 'publications' AND entry_n = (SELECT n FROM entries WHERE id = ?)`,
        args: [kind, organisationId],
      },
    },
    deps.now(),
  )

const facts = {
  ...{ n: entries.n, kind: entries.kind, organisationId: entries.organisationId },
  authorId: entries.authorId,
}

/** Ours, on the day they are published: the event says it, for a draft has its row long before. */
export const publications: Source = {
  name: 'publications',
  newest: 'SELECT max(n) FROM events',
  async read(deps, after, limit) {
    const rows = await deps.db.read
      .select({ event: events.n, type: events.type, subject: events.subject })
      .from(events)
      .where(gt(events.n, after))
      .orderBy(asc(events.n))
      .limit(limit)
    const ids = rows.filter(({ type }) => type === 'entry.published').map(({ subject }) => subject)
    const found =
      ids.length === 0 ? [] : await deps.db.read.select(facts).from(entries).where(inArray(entries.id, ids))
    return { steps: found.map((one) => published(deps, one)), read: rows.at(-1)?.event ?? null }
  },
}

export const received: Source = {
  name: 'received',
  newest: 'SELECT max(n) FROM entries',
  async read(deps, after, limit) {
    const rows = await deps.db.read
      .select({ ...facts, originN: entries.originN })
      .from(entries)
      .where(gt(entries.n, after))
      .orderBy(asc(entries.n))
      .limit(limit)
    const theirs = rows.filter(({ originN }) => originN !== null)
    return { steps: theirs.map((one) => published(deps, one)), read: rows.at(-1)?.n ?? null }
  },
}
