import { eq } from 'drizzle-orm'
import { guardThat, type Statement } from '../../db/open.ts'
import { actors } from '../../db/schema/federation.ts'
import type { FederationDeps } from './room.ts'

type Reads = Pick<FederationDeps, 'db' | 'now' | 'config'>

/** New hosts under one domain in a day (rule 29): a wildcard DNS entry must not fill the tables. */
const newHosts = 10
const day = 24 * 3_600_000

/** Ten new hosts of one domain in a day, and this is another. Shared hosting is slowed down, not shut out. */
export async function isCrowded(deps: Reads, host: string): Promise<boolean> {
  const condition = await roomUnder(deps, host)
  if (condition === null) return false
  const { rows } = await deps.db.query(condition.sql, condition.args)
  return rows[0]?.[0] !== 1
}

/** The same as a condition of the command that keeps the actor: a hundred at once are not a hundred. */
export async function roomFor(deps: Reads, host: string): Promise<Statement[]> {
  const condition = await roomUnder(deps, host)
  return condition === null ? [] : [guardThat(condition)]
}

async function roomUnder(
  { db, now, config }: Reads,
  host: string,
): Promise<(Statement & { args: (string | number)[] }) | null> {
  if (config.federationAllowHosts.includes(host)) return null
  const [known] = await db.read.select({ n: actors.n }).from(actors).where(eq(actors.host, host)).limit(1)
  if (known !== undefined) return null
  const domain = registrable(host.replace(/:\d+$/, ''))
  const under = domain.replaceAll(/[!_%]/g, '!$&')
  return {
    // Looks at the newest only: what a stranger costs does not grow with whom we know.
    sql: `SELECT count(DISTINCT host) < ? FROM (SELECT host, created_at FROM actors ORDER BY n DESC LIMIT 2000)
      WHERE created_at > ? AND (host = ? OR host LIKE ? ESCAPE '!' OR host LIKE ? ESCAPE '!' OR host LIKE ? ESCAPE '!')`,
    args: [newHosts, now() - day, domain, `${under}:%`, `%.${under}`, `%.${under}:%`],
  }
}

/**
 * What one person can register. Without the list of public suffixes, a guess that errs towards strangers of one
 * another: `asso.fr` and `co.uk` are not somebody's.
 */
export function registrable(name: string): string {
  const labels = name.split('.')
  const [second = '', top = ''] = labels.slice(-2)
  const isSuffix = top.length === 2 && secondLevel.test(second)
  return labels.slice(isSuffix ? -3 : -2).join('.')
}

const secondLevel = /^(ac|asso|co|com|edu|go|gob|gouv|gov|info|ltd|me|mil|ne|net|nom|or|org|plc|prof|sch)$/
