import { createMiddleware } from 'hono/factory'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { isLoopback, type Config } from '../../config.ts'
import { Refusal } from '../../refusal.ts'
import { addressOf } from '../client-address.ts'
import type { Env } from '../env.ts'

/** An import or a site that shows our lists needs less; one program in a loop would slow everybody. */
const reading = { points: 600, duration: 60 }
const writing = { points: 300, duration: 60 }

/** By the person whose token it is, else by address: all their programs share one measure. */
export function apiThrottle(config: Pick<Config, 'trustedProxies'>) {
  const reads = new RateLimiterMemory(reading)
  const writes = new RateLimiterMemory(writing)
  return createMiddleware<Env>(async (c, next) => {
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
    const address = addressOf(config, c)
    const key = c.var.viewer === null ? address : `person ${c.var.viewer.id}`
    if (!isThisMachine(address)) await take(isRead ? reads : writes, key)
    return next()
  })
}

/** Its own programs, or a proxy that says nothing of its callers: nobody to tell apart. `::` is the group of `::1`. */
const isThisMachine = (address: string): boolean => address === '::' || isLoopback(address)

async function take(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (stopped) {
    if (!(stopped instanceof RateLimiterRes)) throw stopped
    const retryAfter = Math.max(1, Math.ceil(stopped.msBeforeNext / 1000))
    throw new Refusal('too-many', 'Too many requests in one minute.', { retryAfter })
  }
}
