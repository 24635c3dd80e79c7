import { and, asc, count, desc, eq, isNull, lt, ne, or } from 'drizzle-orm'
import { guard, type Database, type Statement, type Step } from '../../db/open.ts'
import { users } from '../../db/schema/accounts.ts'
import { comments } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import { blocks, decisions, reports } from '../../db/schema/moderation.ts'
import { quotations } from '../../db/schema/quotations.ts'
import { givenBack } from './given-back.ts'

// The SQL of moderation. Reads give rows; writes give the steps of one change.

export type ReportRow = typeof reports.$inferSelect
export type BlockRow = typeof blocks.$inferSelect

export const insertDecision = (db: Database, row: typeof decisions.$inferInsert): Step =>
  db.make.insert(decisions).values(row)

/** Newest first; `by` is a name, or null when the account is gone. */
export async function decisionsBefore(db: Database, before: string | undefined, limit: number) {
  const rows = await db.read
    .select({ decision: decisions, name: users.name })
    .from(decisions)
    .leftJoin(users, eq(users.id, decisions.by))
    .where(and(ne(decisions.action, givenBack), before === undefined ? undefined : lt(decisions.id, before)))
    // Ids are made in the order of time.
    .orderBy(desc(decisions.id))
    .limit(limit)
  return rows.map(({ decision, name }) => ({
    ...decision,
    byName: decision.by === 'console' ? 'console' : name,
  }))
}

/** The same form sent twice is one report. */
export const insertReport = (db: Database, row: typeof reports.$inferInsert): Step =>
  db.make.insert(reports).values(row).onConflictDoNothing()

export const openReports = (db: Database): Promise<ReportRow[]> =>
  db.read.select().from(reports).where(isNull(reports.closedAt)).orderBy(asc(reports.createdAt)).limit(100)

export async function reportById(db: Database, id: string): Promise<ReportRow | undefined> {
  const [row] = await db.read.select().from(reports).where(eq(reports.id, id))
  return row
}

interface Closing {
  closedAt: number
  closedBy: string
  outcome: string
}

/** Refused as a conflict if somebody else was quicker. */
export const closeReport = (db: Database, id: string, closing: Closing): Step[] => [
  db.make
    .update(reports)
    .set(closing)
    .where(and(eq(reports.id, id), isNull(reports.closedAt))),
  guard(),
]

/** What was decided about a thing answers everybody who reported it. */
export const closeReportsOf = (
  db: Database,
  { subject, subjectId }: Pick<ReportRow, 'subject' | 'subjectId'>,
  closing: Closing,
): Step =>
  db.make
    .update(reports)
    .set(closing)
    .where(and(eq(reports.subject, subject), eq(reports.subjectId, subjectId), isNull(reports.closedAt)))

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
export async function waiting(
  db: Database,
): Promise<{ comments: number; reports: number; quotations: number }> {
  const [held] = await db.read.select({ n: count() }).from(comments).where(eq(comments.state, 'held'))
  const [open] = await db.read.select({ n: count() }).from(reports).where(isNull(reports.closedAt))
  const quoting = await db.read.$count(quotations, eq(quotations.state, 'held'))
  return { comments: held?.n ?? 0, reports: open?.n ?? 0, quotations: quoting }
}
