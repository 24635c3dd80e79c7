import { eq } from 'drizzle-orm'
import type { Database, Step } from '../../db/open.ts'
import { hosts } from '../../db/schema/federation.ts'
import { breakerOpens, breakerRest } from './schedule.ts'
import type { Scheme } from './signatures/index.ts'

/** What we remember of a server we send to; kept in memory too, since every delivery asks. */
export interface HostMemory {
  scheme: Scheme
  failures: number
  openUntil: number
  lastOkAt: number
}

export interface Hosts {
  of(host: string): Promise<HostMemory>
  /** It took something. Steps only when that is news. */
  answered(host: string, scheme: Scheme, now: number): Promise<Step[]>
  failed(host: string, reason: string, now: number): Promise<{ steps: Step[]; openUntil: number | null }>
  /** Nothing can be sent there at all; written down where it was never met. */
  hopeless(host: string, reason: string): Step[]
  /** It spoke to us, or an admin asks to try again: one host, or all. */
  revived(host: string | null): void
}

/** Cavage first: snac2 answers 202 to RFC 9421 and drops it (interop.md §8); the other scheme only where it was taken. */
const stranger: HostMemory = { scheme: 'cavage', failures: 0, openUntil: 0, lastOkAt: 0 }
const remembered = 5_000
/** That all is well is written down once an hour. */
const hour = 3_600_000

export function createHosts(db: Database): Hosts {
  const memory = new Map<string, HostMemory>()

  async function of(host: string): Promise<HostMemory> {
    const known = memory.get(host)
    if (known !== undefined) return known
    const [row] = await db.read.select().from(hosts).where(eq(hosts.host, host))
    const read =
      row === undefined
        ? { ...stranger }
        : {
            scheme: row.scheme ?? 'cavage',
            failures: row.failures,
            openUntil: row.openUntil ?? 0,
            lastOkAt: row.lastOkAt ?? 0,
          }
    // Bounded: a million dead hosts are forgotten here, and read again when needed.
    if (memory.size >= remembered) memory.clear()
    memory.set(host, read)
    return read
  }

  const put = (host: string, row: Partial<typeof hosts.$inferInsert>): Step =>
    db.make
      .insert(hosts)
      .values({ host, ...row })
      .onConflictDoUpdate({ target: hosts.host, set: row })

  return {
    of,
    async answered(host, scheme, now) {
      const before = await of(host)
      const isNews = before.failures > 0 || before.scheme !== scheme || before.lastOkAt < now - hour
      if (!isNews) return []
      memory.set(host, { scheme, failures: 0, openUntil: 0, lastOkAt: now })
      const good = { failures: 0, failingSince: null, openUntil: null, lastError: null }
      return [put(host, { scheme, lastOkAt: now, ...good })]
    },
    async failed(host, reason, now) {
      const before = await of(host)
      const failures = before.failures + 1
      const openUntil = failures >= breakerOpens ? now + breakerRest(failures) : null
      memory.set(host, { ...before, failures, openUntil: openUntil ?? 0 })
      const since = before.failures === 0 ? { failingSince: now } : {}
      return { steps: [put(host, { failures, openUntil, lastError: reason, ...since })], openUntil }
    },
    hopeless: (host, reason) => [
      db.make.insert(hosts).values({ host, lastError: reason }).onConflictDoNothing(),
    ],
    revived: (host) => (host === null ? memory.clear() : void memory.delete(host)),
  }
}
