/** How many are on their way at once, to one host, and to all hosts that fail: the dead never hold the living. */
const slots = 64
const perHost = 2
const failingSlots = 8

/**
 * Who dies in silence is not yet known to fail, and a hundred such would hold every slot until they time out. So a
 * delivery that takes longer than this gives its slot to another; with those that did there are so many at most.
 */
const patience = 300
const inAll = 256

export interface Slots {
  isFull(): boolean
  mayTake(host: string, failing: boolean): boolean
  /** `freed` is called if the slot is free before it is given back; the answer gives it back. */
  take(host: string, failing: boolean, freed: () => void): () => void
}

export function createSlots(): Slots {
  const flying = new Map<string, number>()
  let all = 0
  let slow = 0
  let failures = 0
  const isFull = (): boolean => all - slow >= slots || all >= inAll
  return {
    isFull,
    mayTake: (host, failing) =>
      !isFull() && (flying.get(host) ?? 0) < perHost && !(failing && failures >= failingSlots),
    take(host, failing, freed) {
      all += 1
      if (failing) failures += 1
      flying.set(host, (flying.get(host) ?? 0) + 1)
      let isSlow = false
      const timer = setTimeout(() => {
        isSlow = true
        slow += 1
        freed()
      }, patience)
      return () => {
        clearTimeout(timer)
        all -= 1
        if (isSlow) slow -= 1
        if (failing) failures -= 1
        const left = (flying.get(host) ?? 1) - 1
        if (left === 0) flying.delete(host)
        else flying.set(host, left)
      }
    },
  }
}
