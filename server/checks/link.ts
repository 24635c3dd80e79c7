import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Deps } from '../deps.ts'

/**
 * The key of a question's link: made from the hub's secret each time, so that the database holds nothing that opens it.
 * It is good for one question to one person, until that is answered or `linkDays` are over.
 */
export function keyOf({ secret }: Pick<Deps, 'secret'>, check: { id: string; userId: string }): string {
  // A key of its own for this use alone: https://www.rfc-editor.org/rfc/rfc5869#section-3.2
  const own = Buffer.from(hkdfSync('sha256', secret, '', 'maillon check link', 32))
  return createHmac('sha256', own).update(`${check.id}\n${check.userId}`).digest('base64url')
}

export function isKeyOf(
  deps: Pick<Deps, 'secret'>,
  check: { id: string; userId: string },
  key: string,
): boolean {
  const [right, given] = [Buffer.from(keyOf(deps, check)), Buffer.from(key)]
  return right.length === given.length && timingSafeEqual(right, given)
}

export const pathOf = (deps: Pick<Deps, 'secret'>, check: { id: string; userId: string }): string =>
  `/verifications/${check.id}/${keyOf(deps, check)}`
