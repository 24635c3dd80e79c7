import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Deps } from '../deps.ts'

/** What a link, a cookie or a program shows to be let in: 256 bits, safe in an address. */
export const newSecret = ({ random }: Pick<Deps, 'random'>): string => random(32).toString('base64url')

/** What the database keeps of it. A fast hash is enough: there is nothing to guess in 256 random bits. */
export const sealed = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/**
 * What only this hub can make of a text, each time from its secret: the database holds nothing that opens a link. Under
 * a key of its own for each use: https://www.rfc-editor.org/rfc/rfc5869#section-3.2
 */
export function digester({ secret }: Pick<Deps, 'secret'>, use: string): (text: string) => Buffer {
  const own = Buffer.from(hkdfSync('sha256', secret, '', `maillon ${use}`, 32))
  return (text) => createHmac('sha256', own).update(text).digest()
}

/** As it stands in an address. */
export const madeKey = (deps: Pick<Deps, 'secret'>, use: string, text: string): string =>
  digester(deps, use)(text).toString('base64url')

/** How long it takes says nothing of how much of it was right. */
export function isSame(right: string, given: string): boolean {
  const [one, other] = [Buffer.from(right), Buffer.from(given)]
  return one.length === other.length && timingSafeEqual(one, other)
}
