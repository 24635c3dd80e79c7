import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** Token buckets of the inbox (rule 29). */
export interface Gate {
  /** By address, before anything costs. Seconds to wait, or 0: come in. */
  address(ip: string): Promise<number>
  /** By host, once it has proved that it is itself: nobody can use up the share of another. */
  host(host: string): Promise<number>
  /** New actors of a host: each costs a fetch, and a row if it signs well. */
  stranger(host: string): Promise<number>
  /** What a host brings of others and has to be asked for elsewhere: it must not send us to where it likes. */
  forwarded(host: string): Promise<number>
}

/** A busy Mastodon sends some hundreds a minute; one address may be many servers behind one proxy. */
export const gateLimits = { address: 1200, host: 1200, stranger: 120, forwarded: 60 }

export function createGate(limits = gateLimits): Gate {
  const bucket = (points: number) => new RateLimiterMemory({ points, duration: 60 })
  const byAddress = bucket(limits.address)
  const byHost = bucket(limits.host)
  const strangers = bucket(limits.stranger)
  const forwarders = bucket(limits.forwarded)
  const take = async (limiter: RateLimiterMemory, key: string): Promise<number> => {
    try {
      await limiter.consume(key)
      return 0
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return Math.max(Math.ceil(refused.msBeforeNext / 1000), 1)
      throw refused
    }
  }
  return {
    address: (ip) => take(byAddress, ip),
    host: (host) => take(byHost, host),
    stranger: (host) => take(strangers, host),
    forwarded: (host) => take(forwarders, host),
  }
}
