import { deliver } from './delivery.ts'
import { departed } from './departed.ts'
import { createHand, perHost } from './hand.ts'
import { createHosts } from './hosts.ts'
import * as queue from './queue.ts'
import type { Due } from './queue.ts'
import type { FederationDeps } from './room.ts'
import { createSlots } from './slots.ts'

export interface Sender {
  /** Something new may be due. */
  wake(): void
  /** The host spoke to us, or an admin asks to try again: one host, or all. */
  revive(host: string | null): void
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
  const hand = createHand()
  const slots = createSlots()
  /** What is on its way, by `keyOf`. */
  const busy = new Set<string>()
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
    const before = wakes
    const due = await queue.dueAfter(db, cursor, deps.now(), window, hand.behind())
    cursor = due.length < window ? 0 : (due.at(-1)?.n ?? 0)
    // Woken while it read: what came since may not be among it.
    exhausted = due.length < window && wakes === before
    await lease(hand.pick(due))
  }

  /** The next ones of a host of which there was too much. */
  async function refill(host: string): Promise<void> {
    const due = await queue.dueOf(db, host, deps.now(), perHost)
    const picked = hand.pick(due, 'refill')
    if (due.length < perHost && picked.length === due.length) hand.caughtUp(host)
    await lease(picked)
  }

  async function lease(rows: readonly Due[]): Promise<void> {
    if (rows.length === 0) return
    hand.add(rows)
    const ns = rows.map(({ n }) => n)
    await db.write(queue.lease(db, ns, deps.now() + leaseFor))
  }

  async function pump(): Promise<void> {
    await cleared
    for (;;) {
      for (const host of hand.hungry()) if (!stopped) await refill(host)
      for (const host of hand.waiting()) {
        if (slots.isFull() || stopped) break
        await board(host)
      }
      if (exhausted || stopped || slots.isFull() || hand.size() >= most) break
      await fill()
    }
    if (exhausted && !stopped && hand.waiting().length === 0 && hand.behind().length === 0) await sleep()
  }

  /** As many of a host's deliveries as it may have on their way; to each inbox in the order they were said. */
  async function board(host: string): Promise<void> {
    const { failures, openUntil } = await hosts.of(host)
    if (openUntil > deps.now()) return rest(host, openUntil)
    const passed = new Set<string>()
    // Now, and not before: what was put off meanwhile is gone from it.
    for (const due of hand.of(host)) {
      if (!slots.mayTake(host, failures > 0)) return
      const key = keyOf(due)
      if (!passed.has(key) && !busy.has(key)) fly(due, failures > 0)
      passed.add(key)
    }
  }

  /** New things for a host that is left alone wait with the rest. */
  async function rest(host: string, until: number): Promise<void> {
    await db.write(queue.restHost(db, host, until))
    postponed(host)
  }

  function postponed(host: string): void {
    hand.drop(host, () => true)
    hand.caughtUp(host)
  }

  function fly(due: Due, failing: boolean): void {
    busy.add(keyOf(due))
    hand.takeOff(due)
    const giveBack = slots.take(due.host, failing, run)
    const flight = settle(due).finally(() => {
      giveBack()
      hand.settled(due)
      busy.delete(keyOf(due))
      flights.delete(flight)
      run()
    })
    flights.add(flight)
  }

  async function settle(due: Due): Promise<void> {
    try {
      const outcome = await deliver(deps, hosts, due)
      const first = outcome.sent ? departed(deps, due.host, deps.now()) : []
      if (outcome.steps.length > 0) await db.write([...outcome.steps, ...first])
      if (first.length > 0) await deps.hub.reload()
      // What waits behind a delivery that is tried again later was put off with it, in the table.
      if (outcome.postponed === 'host') postponed(due.host)
      if (outcome.postponed === 'object') hand.drop(due.host, (row) => keyOf(row) === keyOf(due))
    } catch (error) {
      log.error({ err: error, delivery: due.n }, 'a delivery could not be settled')
      // Its lease runs out, and it is tried again.
      setTimeout(wake, leaseFor).unref()
    }
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

/** One after another: what is said to an inbox about one object. */
const keyOf = ({ inbox, objectId }: Due): string => `${inbox} ${objectId}`
