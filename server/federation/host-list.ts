import type { Database } from '../../db/open.ts'
import { isBlocked } from './blocked.ts'
import { factsOf, noFacts, type HostFacts } from './host-facts.ts'

// The servers we speak with, for those who run the hub: who they are, and how it goes.

/** What to look after; all of them; those that fail; that are let be; that are blocked. */
export const hostViews = ['watch', 'all', 'failing', 'let-be', 'blocked'] as const
export type HostView = (typeof hostViews)[number]
export const hostSorts = ['name', 'contact'] as const
export type HostSort = (typeof hostSorts)[number]

export type HostState = 'blocked' | 'let-be' | 'resting' | 'failing' | 'late' | 'given-up' | 'fine'

export interface HostFilter {
  view: HostView
  /** Part of a name of a host or of its software. */
  words: string
  sort: HostSort
  /** From 1. */
  page: number
}

export interface ListedHost extends HostFacts {
  host: string
  state: HostState
  software: string | null
  softwareVersion: string | null
  nodeName: string | null
  failingSince: number | null
  /** Left alone until then. */
  openUntil: number | null
  stoppedAt: number | null
  lastOkAt: number | null
  lastInboundAt: number | null
}

export const hostsOnPage = 50

/** One page of them, and how many there are in all. Only what is shown is counted, by index: there may be thousands. */
export async function hostList(
  db: Database,
  filter: HostFilter,
  now: number,
): Promise<{ hosts: ListedHost[]; all: number; page: number }> {
  const { where, args } = conditionOf(filter)
  // Counted in the same reading: whether something waits or was given up is asked of each host once.
  const { rows } = await db.query(
    `SELECT *, count(*) OVER () AS everything FROM hosts WHERE ${where}
      ORDER BY ${orders[filter.sort]} LIMIT ? OFFSET ?`,
    [...args, hostsOnPage, (filter.page - 1) * hostsOnPage],
  )
  // Past the last page there is no row to read it from: the first is shown.
  if (rows.length === 0 && filter.page > 1) return hostList(db, { ...filter, page: 1 }, now)
  const all = Number(rows[0]?.['everything'] ?? 0)
  return { all, page: filter.page, hosts: await listed(db, rows, now) }
}

/** One of them, if we ever met it. */
export async function listedHost(db: Database, host: string, now: number): Promise<ListedHost | undefined> {
  const { rows } = await db.query('SELECT * FROM hosts WHERE host = ?', [host])
  return (await listed(db, rows, now))[0]
}

/** Names of hosts that have failed since before then, those that are let be left out. */
export async function failingSince(db: Database, at: number): Promise<{ hosts: string[]; all: number }> {
  const where = 'stopped_at IS NULL AND failing_since < ?'
  const { rows: counted } = await db.query(`SELECT count(*) AS count FROM hosts WHERE ${where}`, [at])
  const { rows } = await db.query(
    `SELECT host FROM hosts WHERE ${where} ORDER BY failing_since, host LIMIT 10`,
    [at],
  )
  return {
    hosts: rows.map((row) => String(row['host'])),
    all: Number(counted[0]?.['count'] ?? 0),
  }
}

type Row = Awaited<ReturnType<Database['query']>>['rows'][number]

async function listed(db: Database, rows: readonly Row[], now: number): Promise<ListedHost[]> {
  const names = rows.map((row) => String(row['host']))
  const facts = await factsOf(db, names)
  return Promise.all(
    rows.map(async (row) => {
      const known = readRow(row)
      const own = facts.get(known.host) ?? noFacts
      const error = own.error ?? text(row['last_error'])
      const state = stateOf({ ...known, ...own, failures: Number(row['failures']) }, now)
      return { ...known, ...own, error, state: (await isBlocked(db, known.host)) ? 'blocked' : state }
    }),
  )
}

const readRow = (row: Row) => ({
  host: String(row['host']),
  software: text(row['software']),
  softwareVersion: text(row['software_version']),
  nodeName: text(row['node_name']),
  failingSince: time(row['failing_since']),
  openUntil: time(row['open_until']),
  stoppedAt: time(row['stopped_at']),
  lastOkAt: time(row['last_ok_at']),
  lastInboundAt: time(row['last_inbound_at']),
})

function stateOf(
  {
    stoppedAt,
    openUntil,
    failures,
    tried,
    failed,
  }: Pick<ListedHost, 'stoppedAt' | 'openUntil' | 'tried' | 'failed'> & { failures: number },
  now: number,
): HostState {
  if (stoppedAt !== null) return 'let-be'
  if (openUntil !== null && openUntil > now) return 'resting'
  if (failures > 0) return 'failing'
  return tried > 0 ? 'late' : failed > 0 ? 'given-up' : 'fine'
}

const underBlocked = `EXISTS (SELECT 1 FROM blocks
  WHERE type = 'host' AND instr('.' || hosts.host || ':', '.' || target || ':') > 0)`

/** By the two partial ways into what has not arrived: never the whole table of deliveries. */
const views: Readonly<Record<HostView, string>> = {
  all: '1',
  watch: `stopped_at IS NULL AND (failures > 0
    OR host IN (SELECT host FROM deliveries WHERE done_at IS NULL AND failed_at IS NULL AND attempts > 0)
    OR host IN (SELECT host FROM deliveries WHERE done_at IS NULL AND failed_at > 0))`,
  failing: 'stopped_at IS NULL AND failures > 0',
  'let-be': 'stopped_at IS NOT NULL',
  blocked: underBlocked,
}

const orders: Readonly<Record<HostSort, string>> = {
  name: 'host',
  contact: 'max(coalesce(last_ok_at, 0), coalesce(last_inbound_at, 0)) DESC, host',
}

function conditionOf({ view, words }: HostFilter): { where: string; args: string[] } {
  if (words === '') return { where: views[view], args: [] }
  const like = `%${words.toLowerCase().replaceAll(/[!_%]/g, '!$&')}%`
  return {
    where: `(${views[view]}) AND (host LIKE ? ESCAPE '!' OR software LIKE ? ESCAPE '!')`,
    args: [like, like],
  }
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const time = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value))
