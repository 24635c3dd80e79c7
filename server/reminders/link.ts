import { isSame, madeKey } from '../accounts/secret.ts'
import type { Deps } from '../deps.ts'

type Secret = Pick<Deps, 'secret'>

/** A reminder, or whom it is for; and the address that its letter went to: whoever reads there later is somebody else. */
interface Sent {
  id: string
  email: string
}

const keyOf = (deps: Secret, use: 'link' | 'end', { id, email }: Sent): string =>
  madeKey(deps, `reminder ${use}`, `${id}\n${email}`)

/**
 * The keys of a reminder's link, and of the one that ends them all: made from the hub's secret each time, so that the
 * database holds nothing that opens them.
 */
export const isKeyOf = (deps: Secret, use: 'link' | 'end', sent: Sent, key: string): boolean =>
  isSame(keyOf(deps, use, sent), key)

export const pathOf = (deps: Secret, sent: Sent): string => `/rappels/${sent.id}/${keyOf(deps, 'link', sent)}`

export const endPathOf = (deps: Secret, reader: Sent): string =>
  `/rappels/fin/${reader.id}/${keyOf(deps, 'end', reader)}`
