import type { Identified, NormalisedActor } from './normalise.ts'

/** What came of looking for a key: the actor that has it, or none. */
export interface Fetched {
  at: number
  /** None now: their server may be back in a minute. */
  unreachable?: true
  /** Its own server says that it is no more. */
  gone?: true
  actor: Identified<NormalisedActor> | null
}

/** Rule 7: one look at a key in five minutes, however it ended. */
export const patience = 5 * 60_000

const most = { found: 200, absent: 5_000, pem: 8_192 }

export interface FetchedMemory {
  get(address: string): Fetched | undefined
  put(address: string, fetched: Fetched): void
  forget(address: string): void
}

/**
 * Actors whose signature has not fitted yet, and addresses where there was none: for five minutes, and so many that a
 * flood of strangers fills a few megabytes and no table.
 */
export function createFetchedMemory(now: () => number): FetchedMemory {
  const found = new Map<string, Fetched>()
  const absent = new Map<string, Fetched>()
  return {
    get(address) {
      const known = found.get(address) ?? absent.get(address)
      return known !== undefined && known.at > now() - patience ? known : undefined
    },
    put(address, fetched) {
      const [map, other, size] =
        fetched.actor === null ? [absent, found, most.absent] : [found, absent, most.found]
      other.delete(address)
      map.delete(address)
      const oldest = map.keys().next().value
      if (map.size >= size && oldest !== undefined) map.delete(oldest)
      map.set(address, fetched.actor === null ? fetched : { ...fetched, actor: light(fetched.actor) })
    },
    forget(address) {
      found.delete(address)
      absent.delete(address)
    },
  }
}

/** As sent it may be a megabyte; of that, what is kept of an actor. */
const light = (actor: Identified<NormalisedActor>): Identified<NormalisedActor> => ({
  ...actor,
  raw: {},
  fields: [],
  alsoKnownAs: [],
  publicKeys: actor.publicKeys.filter(({ publicKeyPem }) => publicKeyPem.length <= most.pem),
})
