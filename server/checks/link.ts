import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Deps } from '../deps.ts'

/** Which question, whom it asks, and the address that the letter went to: whoever reads there later is somebody else. */
interface Asked {
  id: string
  userId: string
  email: string
}

/**
 * The key of a question's link: made from the hub's secret each time, so that the database holds nothing that opens it.
 * It is good for one question to one person at one address, until that is answered or `linkDays` are over.
 */
export function keyOf({ secret }: Pick<Deps, 'secret'>, { id, userId, email }: Asked): string {
  // A key of its own for this use alone: https://www.rfc-editor.org/rfc/rfc5869#section-3.2
  const own = Buffer.from(hkdfSync('sha256', secret, '', 'maillon check link', 32))
  return createHmac('sha256', own).update(`${id}\n${userId}\n${email}`).digest('base64url')
}

export function isKeyOf(deps: Pick<Deps, 'secret'>, asked: Asked, key: string): boolean {
  const [right, given] = [Buffer.from(keyOf(deps, asked)), Buffer.from(key)]
  return right.length === given.length && timingSafeEqual(right, given)
}

export const pathOf = (deps: Pick<Deps, 'secret'>, asked: Asked): string =>
  `/verifications/${asked.id}/${keyOf(deps, asked)}`
