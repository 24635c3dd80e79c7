import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Deps } from '../deps.ts'
import type { Side } from './access.ts'

/** The key of each side's link, made from the hub's secret each time: the database holds nothing that opens it. */
export function keyOf({ secret }: Pick<Deps, 'secret'>, id: string, side: Side): string {
  // https://www.rfc-editor.org/rfc/rfc5869#section-3.2
  const own = Buffer.from(hkdfSync('sha256', secret, '', `maillon visit link: ${side}`, 32))
  return createHmac('sha256', own).update(id).digest('base64url')
}

/** Whose key it is; null: nobody's. */
export function sideOf(deps: Pick<Deps, 'secret'>, id: string, key: string): Side | null {
  const given = Buffer.from(key)
  const isOf = (side: Side): boolean => {
    const right = Buffer.from(keyOf(deps, id, side))
    return right.length === given.length && timingSafeEqual(right, given)
  }
  return isOf('school') ? 'school' : isOf('structure') ? 'structure' : null
}

export const pathOf = (deps: Pick<Deps, 'secret'>, id: string, side: Side): string =>
  `/interventions/${id}/${keyOf(deps, id, side)}`
