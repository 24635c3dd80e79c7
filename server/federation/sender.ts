import { deliver } from './delivery.ts'
import { departed } from './departed.ts'
import { createHosts } from './hosts.ts'
import * as queue from './queue.ts'
import type { Due } from './queue.ts'
import type { FederationDeps } from './room.ts'
import { createSlots } from './slots.ts'

export interface Sender {
  /** Something new may be due. */
  wake(): void
  /** The host spoke to us, or an admin asks to try again. */
  revive(host: string): void
  /** Finishes what is on its way. */
  stop(): Promise<void>
}

/** Rows read at once, and kept in memory at most. */
const window = 1_000
const most = 5_000
/** Longer than any delivery may take: after it, the process that took it is dead. */
const leaseFor = 120_000

/**
 * Sends what is due, many hosts at a time and two to each. All state that matters is in the table: what is in
 * memory is a reading of it, and a process that dies leaves leases that the next one clears.
 */
export function createSender(deps: FederationDeps): Sender {
  const { db, log } = deps
  const hosts = createHosts(db)
  const waiting = new Map<string, Due[]>()
  const slots = createSlots()
  const busy = new Set<string>()
  /** Every row that was read and is not settled. */
  const inHand = new Set<number>()
  const flights = new Set<Promise<void>>()
  let cursor = 0
  /** Everything due was read; new rows come with `wake`, postponed ones with the timer. */
  let exhausted = false
  let wakes = 0
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let again = false
  let stopped = false
  const cleared = db.write(queue.clearLeases(db))

  async function fill(): Promise<void> {
    const now = deps.now()
    const before = wakes
    const due = await queue.dueAfter(db, cursor, now, window)
    cursor = due.length < window ? 0 : (due.at(-1)?.n ?? 0)
    // Woken while it read: what came since may not be among it.
    exhausted = due.length < window && wakes === before
    // A lease may run out while its row still waits here for a slow host.
    const rows = due.filter(({ n }) => !inHand.has(n))
    if (rows.length === 0) return
    await db.write(
      queue.lease(
        db,
        rows.map(({ n }) => n),
        now + leaseFor,
      ),
    )
    for (const row of rows) {
      inHand.add(row.n)
      const queued = waiting.get(row.host)
      if (queued === undefined) waiting.set(row.host, [row])
      else queued.push(row)
    }
  }

  async function pump(): Promise<void> {
    await cleared
    for (;;) {
      for (const [host, rows] of waiting) {
        if (slots.isFull() || stopped) break
        await board(host, rows)
      }
      if (exhausted || stopped || slots.isFull() || inHand.size >= most) break
      await fill()
    }
    if (exhausted && waiting.size === 0 && !stopped) await sleep()
  }

  /** As many of a host's deliveries as it may have on their way; each object's in the order they were said. */
  async function board(host: string, rows: Due[]): Promise<void> {
    const { failures, openUntil } = await hosts.of(host)
    if (openUntil > deps.now()) return rest(host, openUntil)
    const passed = new Set<string>()
    for (const due of [...rows]) {
      if (!slots.mayTake(host, failures > 0)) return
      if (passed.has(due.objectId) || busy.has(keyOf(due))) {
        passed.add(due.objectId)
        continue
      }
      rows.splice(rows.indexOf(due), 1)
      if (rows.length === 0) waiting.delete(host)
      fly(due, failures > 0)
    }
  }

  /** New things for a host that is left alone wait with the rest. */
  async function rest(host: string, until: number): Promise<void> {
    await db.write(queue.restHost(db, host, until))
    forget({ host }, () => true)
  }

  function fly(due: Due, failing: boolean): void {
    busy.add(keyOf(due))
    const giveBack = slots.take(due.host, failing, run)
    const flight = settle(due).finally(() => {
      giveBack()
      inHand.delete(due.n)
      busy.delete(keyOf(due))
      flights.delete(flight)
      run()
    })
    flights.add(flight)
  }

  async function settle(due: Due): Promise<void> {
    try {
      const { sent, steps, postponed } = await deliver(deps, hosts, due)
      const first = sent ? departed(deps, due.host, deps.now()) : []
      if (steps.length > 0) await db.write([...steps, ...first])
      if (first.length > 0) await deps.hub.reload()
      if (postponed === 'host') forget(due, () => true)
      if (postponed === 'object') forget(due, ({ objectId }) => objectId === due.objectId)
    } catch (error) {
      log.error({ err: error, delivery: due.n }, 'a delivery could not be settled')
      // Its lease runs out, and it is tried again.
      setTimeout(wake, leaseFor).unref()
    }
  }

  /** What waits behind a delivery that is tried again later was put off with it, in the table. */
  function forget({ host }: Pick<Due, 'host'>, isPostponed: (row: Due) => boolean): void {
    const rows = waiting.get(host) ?? []
    for (const row of rows.filter(isPostponed)) inHand.delete(row.n)
    const rest = rows.filter((row) => !isPostponed(row))
    if (rest.length === 0) waiting.delete(host)
    else waiting.set(host, rest)
  }

  async function sleep(): Promise<void> {
    const at = await queue.nextDue(db)
    clearTimeout(timer)
    if (at === null || stopped) return
    timer = setTimeout(wake, Math.min(Math.max(at - deps.now(), 50), 60_000))
    timer.unref()
  }

  function run(): void {
    if (stopped) return
    if (running !== undefined) {
      again = true
      return
    }
    running = pump()
      .catch((error: unknown) => log.error({ err: error }, 'the delivery queue stumbled'))
      .finally(() => {
        running = undefined
        if (again && !stopped) {
          again = false
          run()
        }
      })
  }

  function wake(): void {
    wakes += 1
    exhausted = false
    if (!stopped) run()
  }

  return {
    wake,
    revive(host) {
      hosts.revived(host)
      wake()
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
      await Promise.all(flights)
    },
  }
}

const keyOf = ({ host, objectId }: Due): string => `${host} ${objectId}`
