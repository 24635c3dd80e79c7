import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Refusal } from '../refusal.ts'

/** Anybody may report, without an account: enough for a bad evening, too little for a flood. */
const perAddress = { points: 10, duration: 3600 }

/** Takes one report from an address, or refuses it as `too-many`. */
export function openReportGate(): (address: string) => Promise<void> {
  const limiter = new RateLimiterMemory(perAddress)
  return async (address) => {
    try {
      await limiter.consume(address)
    } catch (stopped) {
      if (!(stopped instanceof RateLimiterRes)) throw stopped
      const retryAfter = Math.max(1, Math.ceil(stopped.msBeforeNext / 1000))
      throw new Refusal('too-many', 'Too many reports came from this address.', { retryAfter })
    }
  }
}
