import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Deps } from '../deps.ts'

type Secret = Pick<Deps, 'secret'>

/** A key of its own for this use alone: https://www.rfc-editor.org/rfc/rfc5869#section-3.2 */
const sealed = ({ secret }: Secret, use: 'link' | 'end', text: string): string =>
  createHmac('sha256', Buffer.from(hkdfSync('sha256', secret, '', `maillon reminder ${use}`, 32)))
    .update(text)
    .digest('base64url')

/**
 * The keys of a reminder's link, and of the one that ends them all: made from the hub's secret each time, so that the
 * database holds nothing that opens them.
 */
export const isKeyOf = (deps: Secret, use: 'link' | 'end', id: string, key: string): boolean => {
  const [right, given] = [Buffer.from(sealed(deps, use, id)), Buffer.from(key)]
  return right.length === given.length && timingSafeEqual(right, given)
}

export const pathOf = (deps: Secret, id: string): string => `/rappels/${id}/${sealed(deps, 'link', id)}`

export const endPathOf = (deps: Secret, userId: string): string =>
  `/rappels/fin/${userId}/${sealed(deps, 'end', userId)}`
