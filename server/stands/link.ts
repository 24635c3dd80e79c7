import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Deps } from '../deps.ts'

/** The key of a stand’s own page, which its letters carry: made from the hub’s secret each time, and kept nowhere. */
function keyOf({ secret }: Pick<Deps, 'secret'>, id: string): string {
  // A key of its own for this use alone: https://www.rfc-editor.org/rfc/rfc5869#section-3.2
  const own = Buffer.from(hkdfSync('sha256', secret, '', 'maillon stand link', 32))
  return createHmac('sha256', own).update(id).digest('base64url')
}

export function isStandKey(deps: Pick<Deps, 'secret'>, id: string, key: string): boolean {
  const [right, given] = [Buffer.from(keyOf(deps, id)), Buffer.from(key)]
  return right.length === given.length && timingSafeEqual(right, given)
}

export const standPath = (deps: Pick<Deps, 'secret'>, id: string): string => `/stand/${id}/${keyOf(deps, id)}`
