import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Deps } from '../deps.ts'

// A browser in which somebody has signed in keeps a cookie that says so, for that account alone: whoever guesses the
// password elsewhere, from however many addresses, uses up nothing of its tries
// (https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies). It opens nothing, names
// nobody, and is sent to the login page only.

type Needs = Pick<Deps, 'hub' | 'secret'>

const isHttps = ({ hub }: Pick<Deps, 'hub'>): boolean => hub.origin.startsWith('https:')

export const deviceCookieName = (deps: Pick<Deps, 'hub'>): string =>
  isHttps(deps) ? '__Secure-device' : 'device'

/** The `Set-Cookie` for a browser in which the right password was typed. */
export function deviceCookie(deps: Needs & Pick<Deps, 'random'>, email: string): string {
  const nonce = deps.random(16).toString('base64url')
  const value = `${nonce}.${sealOf(deps, nonce, email)}`
  const secure = isHttps(deps) ? '; Secure' : ''
  return `${deviceCookieName(deps)}=${value}; Max-Age=31536000; Path=/connexion; HttpOnly; SameSite=Strict${secure}`
}

/** What this device is counted under; null when it has not signed in to this account. */
export function knownDevice(deps: Needs, cookie: string | undefined, email: string): string | null {
  const [, nonce, seal] = /^([\w-]{22})\.([\w-]{43})$/.exec(cookie ?? '') ?? []
  if (nonce === undefined || seal === undefined) return null
  const right = sealOf(deps, nonce, email)
  return timingSafeEqual(Buffer.from(seal), Buffer.from(right)) ? nonce : null
}

const sealOf = ({ secret }: Needs, nonce: string, email: string): string =>
  createHmac('sha256', secret).update(`known device\n${nonce}\n${email}`).digest('base64url')
