import { isSame, madeKey } from '../accounts/secret.ts'
import type { Deps } from '../deps.ts'

/** The key of a stand’s own page, which its letters carry: made from the hub’s secret each time, and kept nowhere. */
const keyOf = (deps: Pick<Deps, 'secret'>, id: string): string => madeKey(deps, 'stand link', id)

export const isStandKey = (deps: Pick<Deps, 'secret'>, id: string, key: string): boolean =>
  isSame(keyOf(deps, id), key)

export const standPath = (deps: Pick<Deps, 'secret'>, id: string): string => `/stand/${id}/${keyOf(deps, id)}`
