import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** A whole office may share an address; whoever names servers one after another goes nowhere. */
export const perAddress = { points: 30, duration: 15 * 60 }

/** Counts one more look-up for an address. Seconds to wait, or 0: go on. */
export function openLookUpGate(): (address: string) => Promise<number> {
  const limiter = new RateLimiterMemory(perAddress)
  return async (address) => {
    try {
      await limiter.consume(address)
      return 0
    } catch (stopped) {
      if (!(stopped instanceof RateLimiterRes)) throw stopped
      return Math.max(1, Math.ceil(stopped.msBeforeNext / 1000))
    }
  }
}
