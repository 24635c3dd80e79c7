import { createMiddleware } from 'hono/factory'
import type { RateLimiterMemory } from 'rate-limiter-flexible'
import { Refusal } from '../../refusal.ts'
import type { Env } from '../env.ts'

/** So many requests of one person in so many seconds; of somebody who is not signed in, none is counted or answered. */
export function pace(points: number, duration: number) {
  let made: Promise<RateLimiterMemory> | undefined
  const limiter = (): Promise<RateLimiterMemory> =>
    (made ??= import('rate-limiter-flexible').then(
      ({ RateLimiterMemory: Limiter }) => new Limiter({ points, duration }),
    ))
  return createMiddleware<Env>(async (c, next) => {
    const { viewer } = c.var
    if (viewer !== null)
      try {
        await (await limiter()).consume(viewer.id)
      } catch (stopped) {
        if (stopped instanceof Error) throw stopped
        throw new Refusal('too-many', 'Too many requests at once.', { retryAfter: duration })
      }
    return next()
  })
}
