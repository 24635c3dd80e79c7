const second = 1_000
const remembered = 5_000

/** How soon a host may be asked again by what is in no hurry: once a second, whoever sends us there. */
export interface Pace {
  /** The moment to ask at, kept free for who asked for it. */
  turn(host: string): number
  /** It was asked so often more: the next ones wait longer. */
  spent(host: string, requests: number): void
}

/** In memory alone: after a restart nobody was asked for a while. */
export function createPace(now: () => number): Pace {
  const free = new Map<string, number>()
  const freeAt = (host: string): number => Math.max(now(), free.get(host) ?? 0)

  function put(host: string, at: number): void {
    if (free.size >= remembered) for (const [one, until] of free) if (until <= now()) free.delete(one)
    // All of them busy: they are forgotten, and asked no more often than there are seconds in that.
    if (free.size >= remembered) free.clear()
    free.set(host, at)
  }

  return {
    turn(host) {
      const at = freeAt(host)
      put(host, at + second)
      return at
    },
    spent: (host, requests) => put(host, freeAt(host) + requests * second),
  }
}
