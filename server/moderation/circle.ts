import { asc, eq } from 'drizzle-orm'
import type { Database, Statement } from '../../db/open.ts'
import { actors, following } from '../../db/schema/federation.ts'
import { allowedHosts } from '../../db/schema/moderation.ts'
import { required } from '../accounts/viewer.ts'
import type { Authority } from '../accounts/accounts.ts'
import type { Deps } from '../deps.ts'
import { record } from '../entries/store.ts'
import type { Settings } from '../hub/hub.ts'
import { Refusal } from '../refusal.ts'
import { hostNamed } from '../text/host.ts'
import { settled } from './aside.ts'
import { actorsOfHosts } from './block-store.ts'
import { idOf, recorded } from './decisions.ts'
import * as reach from './reach.ts'

// With whom the hub speaks: with all who are not blocked, or with hosts that it has chosen (docs/adr/0011).

export type Circle = Settings['federation']

const mayChoose = (by: Authority): void => {
  if (by !== 'console') required(by, 'admin')
}

/** Choosing takes nothing away for good: what came from others is hidden, and their follows rest. */
export async function chooseCircle(
  deps: Deps,
  by: Authority,
  circle: Circle,
  hosts: readonly string[] = [],
): Promise<void> {
  mayChoose(by)
  if (deps.hub.settings.federation !== circle || hosts.length > 0)
    await deps.db.write([
      ...deps.hub.steps({ federation: circle }, idOf(by), deps.now()),
      ...hosts.map((host) => insertHost(deps, by, host)),
      ...settled(everyone),
      recorded(deps, by, {
        ...{ action: `federation-${circle}`, subject: 'host', reason: '' },
        subjectId: hosts.length === 0 ? '–' : hosts.join(', '),
      }),
    ])
  await deps.hub.reload()
}

/** Spoken with from now on; what is kept of them is shown again. */
export async function allowHosts(deps: Deps, by: Authority, hosts: readonly string[]): Promise<void> {
  mayChoose(by)
  const known = new Set((await allowed(deps.db)).map(({ host }) => host))
  const fresh = [...new Set(hosts)].filter((host) => !known.has(host))
  if (fresh.length === 0) return
  await deps.db.write([
    ...fresh.map((host) => insertHost(deps, by, host)),
    ...settled(actorsOfHosts(fresh)),
    ...fresh.map((subjectId) =>
      recorded(deps, by, { action: 'host-allowed', subject: 'host', subjectId, reason: '' }),
    ),
  ])
}

export async function disallowHost(deps: Deps, by: Authority, host: string): Promise<void> {
  mayChoose(by)
  if (!(await allowed(deps.db)).some((one) => one.host === host))
    throw new Refusal('absent', 'This host is not among the chosen ones.')
  await deps.db.write([
    deps.db.make.delete(allowedHosts).where(eq(allowedHosts.host, host)),
    ...settled(actorsOfHosts([host])),
    recorded(deps, by, { action: 'host-disallowed', subject: 'host', subjectId: host, reason: '' }),
  ])
}

/** Whether everybody may see which servers are blocked; the hub's actor then says where (FEP-c648). */
export async function publishBlocks(
  deps: Deps,
  by: Authority,
  blocksShown: Settings['blocksShown'],
): Promise<void> {
  mayChoose(by)
  const { db, hub } = deps
  if (hub.settings.blocksShown === blocksShown) return
  const now = deps.now()
  const subject = `/ap/actors/${hub.settings.handle}`
  await db.write([
    ...hub.steps({ blocksShown }, idOf(by), now),
    ...record(db, { type: 'actor.updated', subject, activityId: deps.newId(), now }),
  ])
  await hub.reload()
}

/** Names of hosts as people write them, in the spelling that is compared; and those that are none. */
export function hostsTyped(typed: readonly string[]): { hosts: string[]; others: string[] } {
  const read = typed
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => ({ text, host: text.includes('*') ? null : hostNamed(text) }))
  const isHost = (host: string | null): host is string => host !== null && /[.:\]]|^localhost$/.test(host)
  return {
    hosts: [...new Set(read.flatMap(({ host }) => (isHost(host) ? [host] : [])))],
    others: read.flatMap(({ text, host }) => (isHost(host) ? [] : [text])),
  }
}

const insertHost = ({ db, now }: Deps, by: Authority, host: string) =>
  db.make
    .insert(allowedHosts)
    .values({ host, createdBy: idOf(by), createdAt: now() })
    .onConflictDoNothing()

export const allowed = (db: Database): Promise<{ host: string; createdAt: number }[]> =>
  db.read
    .select({ host: allowedHosts.host, createdAt: allowedHosts.createdAt })
    .from(allowedHosts)
    .orderBy(asc(allowedHosts.host))
    .limit(5_000)

/** Those that this hub follows, whatever they have answered. */
export async function followedHosts(db: Database): Promise<string[]> {
  const rows = await db.read
    .selectDistinct({ host: actors.host })
    .from(following)
    .innerJoin(actors, eq(actors.n, following.targetN))
    .where(eq(actors.local, false))
    .orderBy(asc(actors.host))
  return rows.map(({ host }) => host)
}

/** What would be hidden, and whose follows would rest, if no others were spoken with than those chosen. */
export const reachOutside = ({ db }: Pick<Deps, 'db'>): Promise<reach.Reach> =>
  reach.reachOf(
    db,
    {
      sql: 'SELECT n FROM actors WHERE local = 0 AND host NOT IN (SELECT host FROM allowed_hosts)',
      args: [],
    },
    {
      sql: 'FROM deliveries WHERE done_at IS NULL AND failed_at IS NULL AND host NOT IN (SELECT host FROM allowed_hosts)',
      args: [],
    },
  )

/** Whoever has brought something: of all others nothing could be hidden. */
const everyone: Statement = {
  sql: `SELECT origin_n FROM entries WHERE origin_n IS NOT NULL UNION SELECT via_n FROM entries WHERE via_n IS NOT NULL
    UNION SELECT actor_n FROM comments WHERE actor_n IN (SELECT n FROM actors WHERE local = 0)`,
  args: [],
}
