import { and, eq, isNull, or, sql } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import { organisations } from '../kinds/organisation/table.ts'

/** One of the two of a membership, as far as its rules need to know it. */
export interface Party {
  n: number
  /** Path of one of ours, full id of another's. */
  id: string
  local: boolean
  name: string
  handle: string
  host: string
  /** Its page: a path here, an address elsewhere. */
  url: string | null
  /** A network: of ours by its own page, of others by the type of their actor. */
  isNetwork: boolean
  /** It speaks: its page is public, and it has not moved away. */
  speaks: boolean
  entryId: string | null
}

export const columns = {
  n: actors.n,
  id: actors.id,
  local: actors.local,
  type: actors.type,
  name: actors.name,
  handle: actors.handle,
  host: actors.host,
  url: actors.url,
  movedTo: actors.movedTo,
  deletedAt: actors.deletedAt,
  entryId: actors.entryId,
  title: entries.title,
  slug: entries.slug,
  state: entries.state,
  status: organisations.status,
}

type Row = { [Column in keyof typeof columns]: (typeof columns)[Column]['_']['data'] | null }

export function partyOf(row: Row): Party {
  const local = row.local === true
  const isShown = row.state === 'published' || row.state === 'closed'
  return {
    n: row.n ?? 0,
    id: row.id ?? '',
    local,
    name: (local ? row.title : row.name) ?? '',
    handle: row.handle ?? '',
    host: row.host ?? '',
    url: local ? `/annuaire/${row.slug ?? ''}` : row.url,
    isNetwork: local ? row.status === 'network' : row.type === 'Group',
    speaks: row.deletedAt === null && row.movedTo === null && (!local || isShown),
    entryId: row.entryId,
  }
}

export const partyByN = (db: Database, n: number): Promise<Party | undefined> => party(db, eq(actors.n, n))

/** The account of an organisation hosted here; it may be some moments younger than its page. */
export const partyOfEntry = (db: Database, entryId: string): Promise<Party | undefined> =>
  party(db, and(eq(actors.entryId, entryId), eq(actors.local, true), isNull(actors.deletedAt)))

export const partyWithId = (db: Database, id: string): Promise<Party | undefined> =>
  party(db, eq(actors.id, id))

async function party(db: Database, where: ReturnType<typeof and>): Promise<Party | undefined> {
  const [row] = await db.read
    .select(columns)
    .from(actors)
    .leftJoin(entries, eq(entries.id, actors.entryId))
    .leftJoin(organisations, eq(organisations.entryN, entries.n))
    .where(and(where, or(eq(actors.local, false), eq(actors.role, 'organisation'))))
    .orderBy(sql`${actors.n}`)
    .limit(1)
  return row === undefined ? undefined : partyOf(row)
}
