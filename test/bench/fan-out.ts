import { setTimeout as pause } from 'node:timers/promises'
import type { Hosts } from './hosts.ts'
import type { Measured } from './process.ts'

export interface FanOut {
  /** From the request to publish until the last living host had everything. */
  seconds: number
  /** Processor time for each POST, in microseconds. */
  cpu: number
  posts: number
  /** Living hosts that had everything when the time was up. */
  reached: number
  /** Each activity came to each living host once, and no host got another. */
  exactly: boolean
}

/** One post to all followers; `activities` is how many things the server says about it to each host. */
export async function fanOut(
  server: Measured,
  hosts: Hosts,
  post: { publish(): Promise<void>; activities: number; patience: number },
): Promise<FanOut> {
  hosts.forget()
  const before = server.cpu()
  const began = performance.now()
  await post.publish()
  const expected = hosts.living.length * post.activities
  while (hosts.arrivals().length < expected && performance.now() - began < post.patience * 1000)
    await pause(10)
  // Long enough for a surplus to show, and for what is written down after the answer.
  await pause(500)
  const arrivals = hosts.arrivals()
  const byHost = Map.groupBy(arrivals, ({ host }) => host)
  const different = new Set(arrivals.map(({ host, id }) => `${host} ${id}`))
  const reached = [...byHost.values()].filter((all) => all.length >= post.activities)
  return {
    seconds: (Math.max(began, ...arrivals.map(({ at }) => at)) - began) / 1000,
    cpu: (server.cpu() - before) / arrivals.length,
    posts: arrivals.length,
    reached: reached.length,
    exactly:
      arrivals.length === expected && different.size === expected && reached.length === hosts.living.length,
  }
}
