import { digester, isSame } from '../accounts/secret.ts'
import type { Deps } from '../deps.ts'

// What one shows at the door. The link of a registration's letters takes it back; this one only says whose it is, so
// that whoever sees it over a shoulder can do nothing with it. Both are made from the hub's secret, and kept nowhere.

type Secret = Pick<Deps, 'secret'>

/** 128 bits: short enough for a code of few squares. */
const keyOf = (deps: Secret, id: string): string =>
  digester(deps, 'ticket')(id).subarray(0, 16).toString('base64url')

export const isTicketKey = (deps: Secret, id: string, key: string): boolean => isSame(keyOf(deps, id), key)

export const ticketPath = (deps: Secret, id: string): string => `/billet/${id}/${keyOf(deps, id)}`

/** Neither I, L, O nor U: https://www.crockford.com/base32.html */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const letters = 7

/** To be said aloud and typed at the door: `K7Q-4MXA`. It names one of a few thousand, and opens nothing. */
export function codesOf(deps: Secret): (id: string) => string {
  const digest = digester(deps, 'ticket')
  return (id) => {
    const text = [...digest(`code ${id}`).subarray(0, letters)].map((byte) => alphabet[byte % 32]).join('')
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
