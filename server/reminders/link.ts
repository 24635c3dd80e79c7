import { isSame, madeKey } from '../accounts/secret.ts'
import type { Deps } from '../deps.ts'

type Secret = Pick<Deps, 'secret'>

const keyFor = (deps: Secret, use: 'link' | 'end', of: string): string => madeKey(deps, `reminder ${use}`, of)

/**
 * The keys of a reminder's link, and of the one that ends them all: made from the hub's secret each time, so that the
 * database holds nothing that opens them.
 */
export const isKeyOf = (deps: Secret, use: 'link' | 'end', id: string, key: string): boolean =>
  isSame(keyFor(deps, use, id), key)

export const pathOf = (deps: Secret, id: string): string => `/rappels/${id}/${keyFor(deps, 'link', id)}`

export const endPathOf = (deps: Secret, userId: string): string =>
  `/rappels/fin/${userId}/${keyFor(deps, 'end', userId)}`
