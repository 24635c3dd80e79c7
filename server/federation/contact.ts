import { eq, sql } from 'drizzle-orm'
import type { Step } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import { hosts } from '../../db/schema/federation.ts'
import { reviveHost } from './queue.ts'
import type { RemoteActor } from './remote-actors.ts'
import type { FederationDeps } from './room.ts'
import { softwareDue } from './software.ts'

export interface Contact {
  steps: Step[]
  /** We had given up on the host, or let it be: what waits for it goes now. */
  revived: boolean
}

export const noContact: Contact = { steps: [], revived: false }

const hour = 3_600_000

/**
 * What it means for a host that somebody there speaks to us. That it lives, whatever they say. When it last did, and
 * what it runs, only if it mattered here: what changes nothing leaves no mark.
 */
export async function contactOf(
  deps: FederationDeps,
  sender: Pick<RemoteActor, 'host' | 'n'>,
  matters: boolean,
): Promise<Contact> {
  const now = deps.now()
  const [known] = await hostOf(deps.db).all({ host: sender.host })
  const revived = known !== undefined && (known.failures > 0 || known.stoppedAt !== null)
  const isNews = matters && (known?.lastInboundAt ?? 0) < now - hour
  return {
    revived,
    steps: [
      ...(revived ? reviveHost(deps.db, sender.host, now) : []),
      ...(isNews ? [spoke(deps, sender.host, now)] : []),
      ...(isNews ? softwareDue(deps, sender, known?.softwareAskedAt ?? null) : []),
    ],
  }
}

const spoke = ({ db }: FederationDeps, host: string, now: number): Step =>
  db.make
    .insert(hosts)
    .values({ host, lastInboundAt: now })
    .onConflictDoUpdate({ target: hosts.host, set: { lastInboundAt: now } })

const hostOf = prepared((read) =>
  read
    .select({
      failures: hosts.failures,
      stoppedAt: hosts.stoppedAt,
      lastInboundAt: hosts.lastInboundAt,
      softwareAskedAt: hosts.softwareAskedAt,
    })
    .from(hosts)
    .where(eq(hosts.host, sql.placeholder('host')))
    .prepare(),
)
