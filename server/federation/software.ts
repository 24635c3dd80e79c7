import { eq, inArray } from 'drizzle-orm'
import type { Database, Step } from '../../db/open.ts'
import { hosts } from '../../db/schema/federation.ts'
import { FetchFault, mayPass } from './fetch-fault.ts'
import { nodeInfoOf, type NodeInfo } from './node-info.ts'
import { softwareLater } from './promises.ts'
import type { RemoteActor } from './remote-actors.ts'
import type { FederationDeps } from './room.ts'

// What software the hosts run that follow us, that we follow or that write to us: what each can read depends on it,
// and people ask who they speak with.

export interface Software {
  /** In lower case, as NodeInfo has it: `mastodon`, `lemmy`, `maillon`. */
  name: string
  version: string | null
}

/** Of each host that said so; who did not, or was not asked yet, is not in it. */
export async function softwareOf(
  db: Database,
  of: readonly string[],
): Promise<ReadonlyMap<string, Software>> {
  const found = new Map<string, Software>()
  for (let at = 0; at < of.length; at += 500) {
    const rows = await db.read
      .select({ host: hosts.host, name: hosts.software, version: hosts.softwareVersion })
      .from(hosts)
      .where(inArray(hosts.host, of.slice(at, at + 500)))
    for (const { host, name, version } of rows) if (name !== null) found.set(host, { name, version })
  }
  return found
}

/** What hosts say of themselves beside that: to be shown, never believed. */
export interface Node extends Software {
  title: string | null
  description: string | null
  territory: string | null
}

/** Of a few hosts, such as those that are followed. */
export async function nodesOf(db: Database, of: readonly string[]): Promise<ReadonlyMap<string, Node>> {
  const rows = await db.read
    .select()
    .from(hosts)
    .where(inArray(hosts.host, [...of]))
  return new Map(
    rows.flatMap(({ host, software: name, softwareVersion: version, ...node }) =>
      name === null
        ? []
        : [
            [
              host,
              {
                ...{ name, version, title: node.nodeName },
                ...{ description: node.nodeDescription, territory: node.nodeTerritory },
              },
            ] as const,
          ],
    ),
  )
}

const week = 7 * 24 * 3_600_000
/** In one round of a quarter of an hour: ten thousand hosts are asked within a week. */
const atOnce = 20

/** Asked a week after it was last asked, whatever came of that: no answer is remembered as long as an answer. */
export function softwareDue(
  deps: Pick<FederationDeps, 'db' | 'now'>,
  { host, n }: Pick<RemoteActor, 'host' | 'n'>,
  askedAt: number | null,
): Step[] {
  const now = deps.now()
  if (askedAt !== null && askedAt > now - week) return []
  return [
    deps.db.make.update(hosts).set({ softwareAskedAt: now }).where(eq(hosts.host, host)),
    ...softwareLater(deps, host, n),
  ]
}

/** Hosts that are well and were not asked for a week; also those we only send to. */
export async function askSoftwareAgain(deps: Pick<FederationDeps, 'db' | 'now'>): Promise<void> {
  const { rows } = await deps.db.query(
    `SELECT host, (SELECT n FROM actors WHERE actors.host = due.host AND local = 0 LIMIT 1) AS n,
      software_asked_at AS at
    FROM (SELECT host, software_asked_at FROM hosts
      WHERE coalesce(software_asked_at, 0) <= ? AND failures = 0 AND stopped_at IS NULL
        AND EXISTS (SELECT 1 FROM actors WHERE actors.host = hosts.host AND local = 0)
      ORDER BY software_asked_at LIMIT ?) due`,
    [deps.now() - week, atOnce],
  )
  const steps = rows.flatMap(({ host, n, at }) =>
    softwareDue(deps, { host: String(host), n: Number(n) }, at === null ? null : Number(at)),
  )
  if (steps.length > 0) await deps.db.write(steps)
}

/** The errand itself. If it says no more what it runs, we do not go on saying it; if it is only away, we do. */
export async function askSoftware(deps: FederationDeps, host: string): Promise<Step[]> {
  return [keep(deps.db, host, await answerOf(deps, host))]
}

async function answerOf(deps: FederationDeps, host: string): Promise<NodeInfo | null> {
  try {
    return await nodeInfoOf(deps, host)
  } catch (error) {
    if (error instanceof FetchFault && !mayPass(error)) return null
    throw error
  }
}

const keep = (db: Database, host: string, info: NodeInfo | null): Step =>
  db.make
    .update(hosts)
    .set({
      software: info?.software ?? null,
      softwareVersion: info?.version ?? null,
      nodeName: info?.name ?? null,
      nodeDescription: info?.description ?? null,
      nodeTerritory: info?.territory ?? null,
    })
    .where(eq(hosts.host, host))
