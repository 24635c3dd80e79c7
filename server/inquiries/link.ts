import { isSame, madeKey } from '../accounts/secret.ts'
import type { Deps } from '../deps.ts'

/**
 * The key of an inquiry's link, which both letters to its writer carry: made from the hub's secret each time, so that
 * the database holds nothing that opens it. What was confirmed cannot be confirmed again; it can be taken back.
 */
export const keyOf = (deps: Pick<Deps, 'secret'>, id: string): string => madeKey(deps, 'inquiry link', id)

export const isKeyOf = (deps: Pick<Deps, 'secret'>, id: string, key: string): boolean =>
  isSame(keyOf(deps, id), key)

export const pathOf = (deps: Pick<Deps, 'secret'>, id: string): string => `/demandes/${id}/${keyOf(deps, id)}`
