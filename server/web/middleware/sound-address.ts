import type { MiddlewareHandler } from 'hono'
import type { Env } from '../env.ts'

/** A `Host` that is none (`999.999.999.999`) makes an address that nothing behind this door could read. */
export const soundAddress = (): MiddlewareHandler<Env> => (c, next) =>
  URL.canParse(c.req.url) ? next() : Promise.resolve(c.body(null, 400))
