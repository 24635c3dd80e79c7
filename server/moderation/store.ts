import { and, asc, count, eq, isNull, or } from 'drizzle-orm'
import { guard, type Database, type Statement, type Step } from '../../db/open.ts'
import { users } from '../../db/schema/accounts.ts'
import { comments } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import { blocks, decisions, reports } from '../../db/schema/moderation.ts'

// The SQL of moderation. Reads give rows; writes give the steps of one change.

export type BlockRow = typeof blocks.$inferSelect

/** An object of ours that goes on under another id. */
export const renameSubject = (db: Database, from: string, to: string): Step[] => {
  const subjectId = `/ap/objects/${to}`
  const former = `/ap/objects/${from}`
  return [
    db.make.update(reports).set({ subjectId }).where(eq(reports.subjectId, former)),
    db.make.update(decisions).set({ subjectId }).where(eq(decisions.subjectId, former)),
  ]
}

export const allBlocks = async (db: Database): Promise<(BlockRow & { byName: string | null })[]> => {
  const rows = await db.read
    .select({ block: blocks, name: users.name })
    .from(blocks)
    .leftJoin(users, eq(users.id, blocks.createdBy))
    .orderBy(asc(blocks.type), asc(blocks.target))
    .limit(1000)
  return rows.map(({ block, name }) => ({
    ...block,
    byName: block.createdBy === 'console' ? 'console' : name,
  }))
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

export const insertBlock = (db: Database, row: BlockRow): Step =>
  db.make.insert(blocks).values(row).onConflictDoNothing()

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

export const actorWithId = (id: string): Statement => ({
  sql: 'SELECT n FROM actors WHERE local = 0 AND id = ?',
  args: [id],
})

/** Not delivered yet, or given up: to a host, or to an actor's own inbox. */
export const undelivered = (to: { host: string } | { actors: Statement }): Statement => {
  const where =
    'host' in to
      ? under(to.host)
      : { sql: `inbox IN (SELECT inbox FROM actors WHERE n IN (${to.actors.sql}))`, args: to.actors.args }
  return { sql: `FROM deliveries WHERE done_at IS NULL AND (${where.sql})`, args: where.args }
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

/** How much waits for a moderator. */
export async function waiting(db: Database): Promise<{ comments: number; reports: number }> {
  const [held] = await db.read.select({ n: count() }).from(comments).where(eq(comments.state, 'held'))
  const [open] = await db.read.select({ n: count() }).from(reports).where(isNull(reports.closedAt))
  return { comments: held?.n ?? 0, reports: open?.n ?? 0 }
}
