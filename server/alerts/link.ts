import { isSame, madeKey } from '../accounts/secret.ts'
import type { Deps } from '../deps.ts'

type Secret = Pick<Deps, 'secret'>

/** Addresses do not stand in links or logs: whoever holds one of ours is known by this instead. */
export const readerOf = (deps: Secret, email: string): string => madeKey(deps, 'alert reader', email)

/** An alert, or a reader. */
interface Named {
  id: string
  /** Of an account, the address that letters go to now: whoever reads at a former one is somebody else. */
  account: string | null
}

const keyOf = (deps: Secret, use: 'link' | 'end', { id, account }: Named): string =>
  madeKey(deps, `alert ${use}`, account === null ? id : `${id}\n${account}`)

/**
 * The keys of an alert's link, and of the one that ends all of a reader's: made from the hub's secret each time, so
 * that the database holds nothing that opens them. What ends them works for as long as somebody keeps the letter.
 */
export const isKeyOf = (deps: Secret, use: 'link' | 'end', named: Named, key: string): boolean =>
  isSame(keyOf(deps, use, named), key)

export const pathOf = (deps: Secret, alert: Named): string =>
  `/alertes/${alert.id}/${keyOf(deps, 'link', alert)}`

export const endPathOf = (deps: Secret, reader: Named): string =>
  `/alertes/fin/${reader.id}/${keyOf(deps, 'end', reader)}`
