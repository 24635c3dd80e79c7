import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Deps } from '../deps.ts'

type Secret = Pick<Deps, 'secret'>

/** A key of its own for this use alone: https://www.rfc-editor.org/rfc/rfc5869#section-3.2 */
const sealed = ({ secret }: Secret, use: 'link' | 'end', text: string): string =>
  createHmac('sha256', Buffer.from(hkdfSync('sha256', secret, '', `maillon reminder ${use}`, 32)))
    .update(text)
    .digest('base64url')

/** A reminder, or whom it is for; and the address that its letter went to: whoever reads there later is somebody else. */
interface Sent {
  id: string
  email: string
}

const keyOf = (deps: Secret, use: 'link' | 'end', { id, email }: Sent): string =>
  sealed(deps, use, `${id}\n${email}`)

/**
 * The keys of a reminder's link, and of the one that ends them all: made from the hub's secret each time, so that the
 * database holds nothing that opens them.
 */
export const isKeyOf = (deps: Secret, use: 'link' | 'end', sent: Sent, key: string): boolean => {
  const [right, given] = [Buffer.from(keyOf(deps, use, sent)), Buffer.from(key)]
  return right.length === given.length && timingSafeEqual(right, given)
}

export const pathOf = (deps: Secret, sent: Sent): string => `/rappels/${sent.id}/${keyOf(deps, 'link', sent)}`

export const endPathOf = (deps: Secret, reader: Sent): string =>
  `/rappels/fin/${reader.id}/${keyOf(deps, 'end', reader)}`
