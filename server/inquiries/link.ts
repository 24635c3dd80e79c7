import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Deps } from '../deps.ts'

/**
 * The key of an inquiry's link, which both letters to its writer carry: made from the hub's secret each time, so that
 * the database holds nothing that opens it. What was confirmed cannot be confirmed again; it can be taken back.
 */
export function keyOf({ secret }: Pick<Deps, 'secret'>, id: string): string {
  // A key of its own for this use alone: https://www.rfc-editor.org/rfc/rfc5869#section-3.2
  const own = Buffer.from(hkdfSync('sha256', secret, '', 'maillon inquiry link', 32))
  return createHmac('sha256', own).update(id).digest('base64url')
}

export function isKeyOf(deps: Pick<Deps, 'secret'>, id: string, key: string): boolean {
  const [right, given] = [Buffer.from(keyOf(deps, id)), Buffer.from(key)]
  return right.length === given.length && timingSafeEqual(right, given)
}

export const pathOf = (deps: Pick<Deps, 'secret'>, id: string): string => `/demandes/${id}/${keyOf(deps, id)}`
