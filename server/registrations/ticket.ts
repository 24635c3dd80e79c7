import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Deps } from '../deps.ts'

// What one shows at the door. The link of a registration's letters takes it back; this one only says whose it is, so
// that whoever sees it over a shoulder can do nothing with it. Both are made from the hub's secret, and kept nowhere.

type Secret = Pick<Deps, 'secret'>

/** A key of its own for this use alone: https://www.rfc-editor.org/rfc/rfc5869#section-3.2 */
const own = ({ secret }: Secret): Buffer => Buffer.from(hkdfSync('sha256', secret, '', 'maillon ticket', 32))

/** 128 bits: short enough for a code of few squares. */
const keyOf = (deps: Secret, id: string): string =>
  createHmac('sha256', own(deps)).update(id).digest().subarray(0, 16).toString('base64url')

export function isTicketKey(deps: Secret, id: string, key: string): boolean {
  const [right, given] = [Buffer.from(keyOf(deps, id)), Buffer.from(key)]
  return right.length === given.length && timingSafeEqual(right, given)
}

export const ticketPath = (deps: Secret, id: string): string => `/billet/${id}/${keyOf(deps, id)}`

/** Neither I, L, O nor U: https://www.crockford.com/base32.html */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const letters = 7

/** To be said aloud and typed at the door: `K7Q-4MXA`. It names one of a few thousand, and opens nothing. */
export function codesOf(deps: Secret): (id: string) => string {
  const key = own(deps)
  return (id) => {
    const bytes = createHmac('sha256', key).update(`code ${id}`).digest()
    const text = [...bytes.subarray(0, letters)].map((byte) => alphabet[byte % 32]).join('')
    return `${text.slice(0, 3)}-${text.slice(3)}`
  }
}

/** As people type it: in small letters, without the dash, an O for a zero. */
export const typedCode = (text: string): string | null => {
  const plain = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return plain.length === letters && [...plain].every((letter) => alphabet.includes(letter))
    ? `${plain.slice(0, 3)}-${plain.slice(3)}`
    : null
}
