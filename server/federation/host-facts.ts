import type { Database } from '../../db/open.ts'

/** What is counted of a host, from what we sent there and who follows whom. */
export interface HostFacts {
  /** People and sites there that follow somebody here. */
  followers: number
  /** Accounts there that this hub follows. */
  followed: number
  waiting: number
  /** Of those, how many were tried in vain. */
  tried: number
  failed: number
  nextAt: number | null
  /** Of the last try that came to nothing. */
  error: string | null
}

/** Of some hosts, each by index. */
export async function factsOf(db: Database, hosts: readonly string[]): Promise<Map<string, HostFacts>> {
  const facts = new Map<string, HostFacts>()
  const put = (host: unknown, more: Partial<HostFacts>): void => {
    const before = facts.get(String(host)) ?? noFacts
    facts.set(String(host), { ...before, ...more })
  }
  for (const { sql, read } of questions) {
    const { rows } = await db.query(sql, [JSON.stringify(hosts)])
    for (const row of rows) put(row['host'], read(row))
  }
  return facts
}

export const noFacts: HostFacts = {
  ...{ followers: 0, followed: 0, waiting: 0, tried: 0, failed: 0 },
  nextAt: null,
  error: null,
}

type Row = Awaited<ReturnType<Database['query']>>['rows'][number]
const these = '(SELECT value FROM json_each(?))'

const questions: readonly { sql: string; read: (row: Row) => Partial<HostFacts> }[] = [
  {
    sql: `SELECT actors.host, count(DISTINCT follower_n) AS count FROM actors
      JOIN followers ON follower_n = actors.n WHERE actors.host IN ${these} GROUP BY actors.host`,
    read: (row) => ({ followers: Number(row['count']) }),
  },
  {
    sql: `SELECT actors.host, count(DISTINCT target_n) AS count FROM actors
      CROSS JOIN following ON target_n = actors.n AND state = 'accepted'
      WHERE actors.host IN ${these} GROUP BY actors.host`,
    read: (row) => ({ followed: Number(row['count']) }),
  },
  // `max(n)` alone decides of which row the error is: https://www.sqlite.org/lang_select.html#bareagg
  {
    sql: `SELECT host, count(*) AS count, max(n), last_error AS error FROM deliveries
      WHERE done_at IS NULL AND failed_at > 0 AND +host IN ${these} GROUP BY host`,
    read: (row) => ({ failed: Number(row['count']), ...errorIn(row) }),
  },
  {
    sql: `SELECT host, count(*) AS count, sum(attempts > 0) AS tried, min(next_at) AS next_at FROM deliveries
      WHERE host IN ${these} AND done_at IS NULL AND failed_at IS NULL GROUP BY host`,
    read: (row) => ({
      waiting: Number(row['count']),
      tried: Number(row['tried']),
      nextAt: Number(row['next_at']),
    }),
  },
  {
    sql: `SELECT host, max(n), last_error AS error FROM deliveries
      WHERE host IN ${these} AND done_at IS NULL AND failed_at IS NULL AND last_error IS NOT NULL GROUP BY host`,
    read: errorIn,
  },
]

function errorIn(row: Row): Partial<HostFacts> {
  return typeof row['error'] === 'string' ? { error: row['error'] } : {}
}
