import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Deps } from '../deps.ts'

type Secret = Pick<Deps, 'secret'>

/** A key of its own for this use alone: https://www.rfc-editor.org/rfc/rfc5869#section-3.2 */
const sealed = ({ secret }: Secret, use: string, text: string): string =>
  createHmac('sha256', Buffer.from(hkdfSync('sha256', secret, '', `maillon alert ${use}`, 32)))
    .update(text)
    .digest('base64url')

/** Addresses do not stand in links or logs: whoever holds one of ours is known by this instead. */
export const readerOf = (deps: Secret, email: string): string => sealed(deps, 'reader', email)

/**
 * The keys of an alert's link, and of the one that ends all of a reader's: made from the hub's secret each time, so
 * that the database holds nothing that opens them. What ends them works for as long as somebody keeps the letter.
 */
export const isKeyOf = (deps: Secret, use: 'link' | 'end', id: string, key: string): boolean => {
  const [right, given] = [Buffer.from(sealed(deps, use, id)), Buffer.from(key)]
  return right.length === given.length && timingSafeEqual(right, given)
}

export const pathOf = (deps: Secret, id: string): string => `/alertes/${id}/${sealed(deps, 'link', id)}`

export const endPathOf = (deps: Secret, reader: string): string =>
  `/alertes/fin/${reader}/${sealed(deps, 'end', reader)}`
