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

/** A host that takes so long for one delivery goes with those that fail, until one goes quicker. */
const sluggish = 3_000
const remembered = 1_000

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
  const slowHosts = new Set<string>()
  const isFull = (): boolean => all - slow >= slots || all >= inAll
  return {
    isFull,
    mayTake: (host, failing) =>
      !isFull() &&
      (flying.get(host) ?? 0) < perHost &&
      !((failing || slowHosts.has(host)) && failures >= failingSlots),
    take(host, failing, freed) {
      const apart = failing || slowHosts.has(host)
      all += 1
      if (apart) failures += 1
      flying.set(host, (flying.get(host) ?? 0) + 1)
      let isSlow = false
      let isSluggish = false
      const timer = setTimeout(() => {
        isSlow = true
        slow += 1
        freed()
      }, patience)
      const longTimer = setTimeout(() => {
        if (slowHosts.size >= remembered) slowHosts.clear()
        slowHosts.add(host)
        isSluggish = true
      }, sluggish)
      return () => {
        clearTimeout(timer)
        clearTimeout(longTimer)
        if (!isSluggish) slowHosts.delete(host)
        all -= 1
        if (isSlow) slow -= 1
        if (apart) failures -= 1
        const left = (flying.get(host) ?? 1) - 1
        if (left === 0) flying.delete(host)
        else flying.set(host, left)
      }
    },
  }
}
