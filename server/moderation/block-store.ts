import { setImmediate as nextTurn } from 'node:timers/promises'
import { and, asc, desc, eq, gt, inArray, or, sql } from 'drizzle-orm'
import { guard, type Database, type Statement, type Step } from '../../db/open.ts'
import { users } from '../../db/schema/accounts.ts'
import { actors } from '../../db/schema/federation.ts'
import { blocks } from '../../db/schema/moderation.ts'

// The SQL of blocks: what is held against whom, and which actors and deliveries that reaches.

export type BlockRow = typeof blocks.$inferSelect

export type NamedBlock = BlockRow & { byName: string | null }

export const blocksOnPage = 50

/** A page of those whose target has these signs in it, and whether there is another. */
export async function blocksLike(
  db: Database,
  { q, page }: { q: string; page: number },
): Promise<{ blocks: NamedBlock[]; more: boolean }> {
  const rows = await db.read
    .select({ block: blocks, name: users.name })
    .from(blocks)
    .leftJoin(users, eq(users.id, blocks.createdBy))
    .where(q === '' ? undefined : sql`instr(${blocks.target}, ${q}) > 0`)
    .orderBy(asc(blocks.type), asc(blocks.target))
    .limit(blocksOnPage + 1)
    .offset((page - 1) * blocksOnPage)
  const found = rows.map(({ block, name }) => ({
    ...block,
    byName: block.createdBy === 'console' ? 'console' : name,
  }))
  return { blocks: found.slice(0, blocksOnPage), more: found.length > blocksOnPage }
}

export const countBlocks = (db: Database): Promise<number> => db.read.$count(blocks)

const piecemeal = 250

/** Every block of a host, in the order of names; read in pieces, so that others are answered between two. */
export async function hostBlocks(db: Database): Promise<BlockRow[]> {
  const found: BlockRow[] = []
  for (let last = ''; ;) {
    const piece = await db.read
      .select()
      .from(blocks)
      .where(and(eq(blocks.type, 'host'), gt(blocks.target, last)))
      .orderBy(asc(blocks.target))
      .limit(piecemeal)
    found.push(...piece)
    if (piece.length < piecemeal) return found
    last = piece.at(-1)?.target ?? ''
    await nextTurn()
  }
}

/** What everybody may be told, newest first: servers alone, for a person's name is nobody else's business. */
export const publishedBlocks = (
  db: Database,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<BlockRow[]> =>
  db.read
    .select()
    .from(blocks)
    .where(eq(blocks.type, 'host'))
    // Ids are made in the order of time.
    .orderBy(desc(blocks.id))
    .limit(limit)
    .offset(offset)

/** Of these hosts, those whose name is kept from everybody. */
export async function obfuscatedAmong(db: Database, hosts: readonly string[]): Promise<Set<string>> {
  const rows = await db.read
    .select({ target: blocks.target })
    .from(blocks)
    .where(and(eq(blocks.type, 'host'), eq(blocks.obfuscate, true), inArray(blocks.target, [...hosts])))
  return new Set(rows.map(({ target }) => target))
}

export async function blockOf(
  db: Database,
  type: BlockRow['type'],
  target: string,
): Promise<BlockRow | undefined> {
  const [row] = await db.read
    .select()
    .from(blocks)
    .where(and(eq(blocks.type, type), eq(blocks.target, target)))
  return row
}

export async function blockById(db: Database, id: string): Promise<BlockRow | undefined> {
  const [row] = await db.read.select().from(blocks).where(eq(blocks.id, id))
  return row
}

/** One for each target: what there was keeps its id and its date, and changes as `set` says. */
export const putBlock = (db: Database, row: BlockRow, set: Partial<BlockRow>): Step =>
  db.make
    .insert(blocks)
    .values(row)
    .onConflictDoUpdate({ target: [blocks.type, blocks.target], set })

/** Many at once, said as one text: a list of thousands is written in pieces of some hundreds. Reasons stay as they were. */
export const putHostBlocks = (rows: readonly BlockRow[]): Statement => ({
  sql: `INSERT INTO blocks (id, type, target, severity, reject_media, reject_reports, reason, public_comment, obfuscate, created_by, created_at)
    SELECT value ->> 'id', 'host', value ->> 'target', value ->> 'severity', value ->> 'rejectMedia', value ->> 'rejectReports',
      value ->> 'reason', value ->> 'publicComment', value ->> 'obfuscate', value ->> 'createdBy', value ->> 'createdAt'
    FROM json_each(?) WHERE true
    ON CONFLICT (type, target) DO UPDATE SET severity = excluded.severity, reject_media = excluded.reject_media,
      reject_reports = excluded.reject_reports, obfuscate = excluded.obfuscate, created_by = excluded.created_by,
      public_comment = CASE excluded.public_comment WHEN '' THEN public_comment ELSE excluded.public_comment END`,
  args: [JSON.stringify(rows)],
})

/** Hosts of which something is kept here, or to which something still has to go. */
export async function knownHosts(db: Database): Promise<string[]> {
  const { rows } = await db.query(
    'SELECT DISTINCT host FROM actors WHERE local = 0 UNION SELECT DISTINCT host FROM deliveries WHERE done_at IS NULL',
  )
  return rows.map((row) => String(row['host']))
}

export const deleteBlock = (db: Database, id: string): Step[] => [
  db.make.delete(blocks).where(eq(blocks.id, id)),
  guard(),
]

/** The remote actor that an address, or a handle of a host, names. */
export async function remoteActorNamed(
  db: Database,
  named: { address: string } | { handle: string; host: string },
): Promise<{ id: string; host: string } | undefined> {
  const [row] = await db.read
    .select({ id: actors.id, host: actors.host })
    .from(actors)
    .where(
      and(
        eq(actors.local, false),
        'address' in named
          ? or(eq(actors.id, named.address), eq(actors.url, named.address))
          : and(eq(actors.handle, named.handle), eq(actors.host, named.host)),
      ),
    )
  return row
}

/** Actors of a host, whatever its port when none is named, and of every host under it. */
export const actorsOfHost = (host: string): Statement => {
  const where = under(host)
  return { sql: `SELECT n FROM actors WHERE local = 0 AND (${where.sql})`, args: where.args }
}

/** Actors of just these. */
export const actorsOfHosts = (hosts: readonly string[]): Statement => ({
  sql: 'SELECT n FROM actors WHERE local = 0 AND host IN (SELECT value FROM json_each(?))',
  args: [JSON.stringify(hosts)],
})

export const actorWithId = (id: string): Statement => ({
  sql: 'SELECT n FROM actors WHERE local = 0 AND id = ?',
  args: [id],
})

/** Not delivered yet, or given up: to a host, to just these hosts, or to an actor's own inbox. */
export const undelivered = (
  to: { host: string } | { hosts: readonly string[] } | { actors: Statement },
): Statement => {
  const where = reachedBy(to)
  return { sql: `FROM deliveries WHERE done_at IS NULL AND (${where.sql})`, args: where.args }
}

function reachedBy(to: Parameters<typeof undelivered>[0]): Statement {
  if ('host' in to) return under(to.host)
  if ('hosts' in to)
    return { sql: 'host IN (SELECT value FROM json_each(?))', args: [JSON.stringify(to.hosts)] }
  return { sql: `inbox IN (SELECT inbox FROM actors WHERE n IN (${to.actors.sql}))`, args: to.actors.args }
}

export const deleteActors = (whose: Statement): Statement => ({
  sql: `DELETE FROM actors WHERE n IN (${whose.sql})`,
  args: whose.args,
})

/** The same reach as a block has: `domainsOf` of `server/text/host.ts`, the other way round. */
function under(host: string): Statement & { args: string[] } {
  if (/:\d+$/.test(host)) return { sql: 'host = ?', args: [host] }
  const plain = host.replaceAll(/[!_%]/g, '!$&')
  const patterns = [`${plain}:%`, `%.${plain}`, `%.${plain}:%`]
  return {
    sql: `host = ? OR ${patterns.map(() => "host LIKE ? ESCAPE '!'").join(' OR ')}`,
    args: [host, ...patterns],
  }
}
