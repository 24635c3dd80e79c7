import { isSame, madeKey } from '../accounts/secret.ts'
import type { Deps } from '../deps.ts'
import type { Side } from './access.ts'

/** The key of each side's link, made from the hub's secret each time: the database holds nothing that opens it. */
export const keyOf = (deps: Pick<Deps, 'secret'>, id: string, side: Side): string =>
  madeKey(deps, `visit link: ${side}`, id)

/** Whose key it is; null: nobody's. */
export function sideOf(deps: Pick<Deps, 'secret'>, id: string, key: string): Side | null {
  const isOf = (side: Side): boolean => isSame(keyOf(deps, id, side), key)
  return isOf('school') ? 'school' : isOf('structure') ? 'structure' : null
}

export const pathOf = (deps: Pick<Deps, 'secret'>, id: string, side: Side): string =>
  `/interventions/${id}/${keyOf(deps, id, side)}`
