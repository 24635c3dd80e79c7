import { isSame, madeKey } from '../accounts/secret.ts'
import type { Deps } from '../deps.ts'

type Secret = Pick<Deps, 'secret'>

const keyFor = (deps: Secret, use: 'reader' | 'link' | 'end', of: string): string =>
  madeKey(deps, `alert ${use}`, of)

/** Addresses do not stand in links or logs: whoever holds one of ours is known by this instead. */
export const readerOf = (deps: Secret, email: string): string => keyFor(deps, 'reader', email)

/**
 * The keys of an alert's link, and of the one that ends all of a reader's: made from the hub's secret each time, so
 * that the database holds nothing that opens them. What ends them works for as long as somebody keeps the letter.
 */
export const isKeyOf = (deps: Secret, use: 'link' | 'end', id: string, key: string): boolean =>
  isSame(keyFor(deps, use, id), key)

export const pathOf = (deps: Secret, id: string): string => `/alertes/${id}/${keyFor(deps, 'link', id)}`

export const endPathOf = (deps: Secret, reader: string): string =>
  `/alertes/fin/${reader}/${keyFor(deps, 'end', reader)}`
