import type { Due } from './queue.ts'

/** Rows of one host in memory at most: more would crowd out the others (`most` in sender.ts). */
export const perHost = 20

/** Deliveries that were read and are not settled, by host. */
export interface Hand {
  /** How many there are of all hosts. */
  size(): number
  /** Those of the rows that there is room for; of a host's, always the first ones. */
  pick(rows: readonly Due[], among?: 'refill'): Due[]
  add(rows: readonly Due[]): void
  /** Hosts with something to send, the one that was served the longest ago first. */
  waiting(): string[]
  of(host: string): readonly Due[]
  /** This one flies; its host goes to the end of the line. */
  takeOff(due: Due): void
  settled(due: Due): void
  /** What waits and was put off in the table. */
  drop(host: string, which: (row: Due) => boolean): void
  /** Hosts of which more is due than there was room for. */
  behind(): string[]
  /** Those of them that have room again. */
  hungry(): string[]
  /** Nothing more is due for it. */
  caughtUp(host: string): void
}

export function createHand(): Hand {
  const rows = new Map<string, Due[]>()
  const held = new Map<string, number>()
  const all = new Set<number>()
  const behind = new Set<string>()
  const heldOf = (host: string): number => held.get(host) ?? 0

  function letGo({ n, host }: Due): void {
    if (!all.delete(n)) return
    const left = heldOf(host) - 1
    if (left === 0) held.delete(host)
    else held.set(host, left)
  }

  return {
    size: () => all.size,
    pick(found, among) {
      const room = new Map<string, number>()
      return found.filter(({ n, host }) => {
        // A lease may run out while its row still waits here for a slow host.
        if (all.has(n)) return false
        // What was left in the table comes first, or something said later would overtake it.
        if (among !== 'refill' && behind.has(host)) return false
        const left = room.get(host) ?? perHost - heldOf(host)
        room.set(host, left - 1)
        if (left <= 0) behind.add(host)
        return left > 0
      })
    },
    add(picked) {
      for (const row of picked) {
        all.add(row.n)
        held.set(row.host, heldOf(row.host) + 1)
        const queued = rows.get(row.host)
        if (queued === undefined) rows.set(row.host, [row])
        else queued.push(row)
      }
    },
    waiting: () => [...rows.keys()],
    of: (host) => rows.get(host) ?? [],
    takeOff(due) {
      const left = (rows.get(due.host) ?? []).filter((row) => row !== due)
      rows.delete(due.host)
      if (left.length > 0) rows.set(due.host, left)
    },
    settled: letGo,
    drop(host, which) {
      const [gone, left] = [[] as Due[], [] as Due[]]
      for (const row of rows.get(host) ?? []) (which(row) ? gone : left).push(row)
      for (const row of gone) letGo(row)
      if (left.length === 0) rows.delete(host)
      else rows.set(host, left)
    },
    behind: () => [...behind],
    hungry: () => [...behind].filter((host) => heldOf(host) <= perHost / 2),
    caughtUp: (host) => void behind.delete(host),
  }
}
