import { getCookie } from 'hono/cookie'
import type { Device } from '../../accounts/credentials.ts'
import { deviceCookieName } from '../../accounts/known-device.ts'
import type { Viewer } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { Refusal } from '../../refusal.ts'
import { addressOf } from '../client-address.ts'
import type { Ctx } from '../env.ts'

export const deviceOf = (deps: Deps, c: Ctx): Device => ({
  address: addressOf(deps.config, c),
  userAgent: c.req.header('user-agent'),
  sessionId: c.var.sessionId,
  known: getCookie(c, deviceCookieName(deps)),
})

export const setCookieHeader = (c: Ctx, cookie: string): void =>
  c.header('Set-Cookie', cookie, { append: true })

/** Pages of one's own account need its owner. */
export function signedIn(c: Ctx): Viewer {
  if (c.var.viewer === null) throw new Refusal('unauthenticated', 'Log in first.')
  return c.var.viewer
}
