import type { Device } from '../../accounts/credentials.ts'
import type { Viewer } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { Refusal } from '../../refusal.ts'
import { addressOf } from '../client-address.ts'
import type { Ctx } from '../env.ts'

export const deviceOf = ({ config }: Deps, c: Ctx): Device => ({
  address: addressOf(config, c),
  userAgent: c.req.header('user-agent'),
  sessionId: c.var.sessionId,
})

export const setCookieHeader = (c: Ctx, cookie: string): void =>
  c.header('Set-Cookie', cookie, { append: true })

/** Pages of one's own account need its owner. */
export function signedIn(c: Ctx): Viewer {
  if (c.var.viewer === null) throw new Refusal('unauthenticated', 'Log in first.')
  return c.var.viewer
}
