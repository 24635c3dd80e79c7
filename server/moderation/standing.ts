import { and, eq, or, sql } from 'drizzle-orm'
import { guardThat, type Database, type Statement } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import { blocks } from '../../db/schema/moderation.ts'
import { addressKey, domainsOf, hostNamed } from '../text/host.ts'

/** How a host or an actor stands with this hub. Of all blocks that reach it, the strictest counts. */
export interface Standing {
  /** Blocked, or none of the hosts that were chosen: nothing is taken, fetched, shown or sent. */
  refused: boolean
  /** What is written there is kept, and shown to moderators alone. */
  aside: boolean
  rejectMedia: boolean
  rejectReports: boolean
}

/**
 * Of an actor by its id, of a host, or of any address on one, in whatever spelling. Asked at each door: four names at
 * most are looked up in an index, however long the list is.
 */
export async function standingOf(db: Database, actorOrHost: string): Promise<Standing> {
  const { host, hosts, actors } = namesOf(actorOrHost)
  const [row] = await standing(db).all({ host, hosts: JSON.stringify(hosts), actors: JSON.stringify(actors) })
  return {
    refused: row?.level === levels.suspend || row?.outside === 1,
    aside: row?.level === levels.silence,
    rejectMedia: row?.rejectMedia === 1,
    rejectReports: row?.rejectReports === 1,
  }
}

/** Set aside or not, and not refused, when the command runs too: it may be decided while something is on its way in. */
export const stillStands = (actorIds: readonly string[], aside: boolean): Statement => {
  const each = actorIds.map(namesOf)
  return guardThat({
    sql: `SELECT NOT (${isChosen} AND EXISTS (SELECT 1 FROM json_each(?) WHERE value NOT IN (SELECT host FROM allowed_hosts)))
      AND ? = (SELECT coalesce(max(CASE severity WHEN 'suspend' THEN 2 WHEN 'silence' THEN 1 ELSE 0 END), 0) FROM blocks
        WHERE (type = 'host' AND target IN (SELECT value FROM json_each(?)))
          OR (type = 'actor' AND target IN (SELECT value FROM json_each(?))))`,
    args: [
      JSON.stringify(each.map(({ host }) => host)),
      aside ? levels.silence : levels.noop,
      JSON.stringify(each.flatMap(({ hosts }) => hosts)),
      JSON.stringify(each.flatMap(({ actors }) => actors)),
    ],
  })
}

const levels = { noop: 0, silence: 1, suspend: 2 } as const

function namesOf(actorOrHost: string): { host: string; hosts: string[]; actors: string[] } {
  const host = hostNamed(actorOrHost) ?? actorOrHost
  return { host, hosts: domainsOf(host), actors: [actorOrHost, addressKey(actorOrHost)] }
}

/** The hub speaks with chosen hosts alone (docs/adr/0011). Asked of the table: one answer for code and SQL. */
const isChosen = `coalesce((SELECT value FROM settings WHERE key = 'federation'), '') = '"chosen"'`

const standing = prepared((read) =>
  read
    .select({
      level: sql<
        number | null
      >`max(case ${blocks.severity} when 'suspend' then 2 when 'silence' then 1 else 0 end)`,
      rejectMedia: sql<number | null>`max(${blocks.rejectMedia})`,
      rejectReports: sql<number | null>`max(${blocks.rejectReports})`,
      outside: sql<number>`(${sql.raw(isChosen)} and ${sql.placeholder('host')} not in (select host from allowed_hosts))`,
    })
    .from(blocks)
    .where(or(and(eq(blocks.type, 'host'), oneOf('hosts')), and(eq(blocks.type, 'actor'), oneOf('actors'))))
    .prepare(),
)

const oneOf = (list: string) =>
  sql`${blocks.target} in (select value from json_each(${sql.placeholder(list)}))`

// The same asked in SQL, of many at once: `of` is what the query calls a table with their `host`, and `id`.

/** Nothing goes out to this host. Costs some steps for each row: of many actors, their hosts are asked once. */
export const isRefusedHost = (of: string): string => `(${hostHeld(of, 'suspend')} OR ${isOutside(of)})`

/** Nothing goes out to this actor, whatever its host. */
export const isRefusedActor = (of: string): string => actorHeld(of, 'suspend')

/** What came from this actor is not shown. */
export const isAside = (of: string): string =>
  `(${actorHeld(of, 'silence')} OR ${hostHeld(of, 'silence')} OR ${isOutside(of)})`

const isOutside = (of: string): string =>
  `(${isChosen} AND ${of}.host NOT IN (SELECT host FROM allowed_hosts))`

const actorHeld = (of: string, severity: 'silence' | 'suspend'): string =>
  `${of}.id IN (SELECT target FROM blocks WHERE type = 'actor' AND severity = '${severity}')`

/** `domainsOf`, in SQL: each name is looked up in the index, and a list of any length is never read. */
const hostHeld = (of: string, severity: 'silence' | 'suspend'): string =>
  `EXISTS (
    WITH RECURSIVE above(name) AS (
      SELECT CASE WHEN ${of}.host GLOB '*:[0-9]*' AND substr(${of}.host, -1) <> ']'
        THEN rtrim(rtrim(${of}.host, '0123456789'), ':') ELSE ${of}.host END
      UNION ALL SELECT substr(name, instr(name, '.') + 1) FROM above WHERE instr(name, '.') > 0)
    SELECT 1 FROM (SELECT name FROM above UNION ALL SELECT ${of}.host) reached
      CROSS JOIN blocks ON blocks.type = 'host' AND blocks.target = reached.name
    WHERE blocks.severity = '${severity}')`
