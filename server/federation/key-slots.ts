import { registrable } from './crowd.ts'

/** Looks at keys under way: in all, under one domain, and at one host. */
const most = { all: 64, domain: 4, host: 2 }
/** A host that did not answer is not asked for another key before this; so many are remembered. */
const rest = 60_000
const remembered = 5_000

/** Each look may take as long as a host that never answers lets it: nobody alone may take them all (rule 28). */
export interface KeySlots {
  mayTake(host: string): boolean
  /** To be called with how it ended. */
  take(host: string): (unreachable: boolean) => void
}

export function createKeySlots(now: () => number): KeySlots {
  const taken = new Map<string, number>()
  const silent = new Map<string, number>()
  let all = 0

  function count(name: string, by: 1 | -1): void {
    const next = (taken.get(name) ?? 0) + by
    if (next === 0) taken.delete(name)
    else taken.set(name, next)
  }
  const names = (host: string): [string, string] => [
    `host ${host}`,
    `domain ${registrable(host.replace(/:\d+$/, ''))}`,
  ]

  return {
    mayTake(host) {
      const [ofHost, ofDomain] = names(host)
      return (
        all < most.all &&
        (taken.get(ofHost) ?? 0) < most.host &&
        (taken.get(ofDomain) ?? 0) < most.domain &&
        (silent.get(host) ?? 0) <= now()
      )
    },
    take(host) {
      all += 1
      for (const name of names(host)) count(name, 1)
      return (unreachable) => {
        all -= 1
        for (const name of names(host)) count(name, -1)
        if (silent.size >= remembered) silent.clear()
        if (unreachable) silent.set(host, now() + rest)
        else silent.delete(host)
      }
    },
  }
}
