import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Deps } from '../deps.ts'

/**
 * The key of a request's private page, which every letter to whoever asked carries: made from the hub's secret each
 * time, so that the database holds nothing that opens it.
 */
export function keyOf({ secret }: Pick<Deps, 'secret'>, id: string): string {
  // A key of its own for this use alone: https://www.rfc-editor.org/rfc/rfc5869#section-3.2
  const own = Buffer.from(hkdfSync('sha256', secret, '', 'maillon facilitation link', 32))
  return createHmac('sha256', own).update(id).digest('base64url')
}

export function isKeyOf(deps: Pick<Deps, 'secret'>, id: string, key: string): boolean {
  const [right, given] = [Buffer.from(keyOf(deps, id)), Buffer.from(key)]
  return right.length === given.length && timingSafeEqual(right, given)
}

export const ownPath = (deps: Pick<Deps, 'secret'>, id: string): string =>
  `/facilitation/demandes/${id}/${keyOf(deps, id)}`

export const deskPath = (id: string): string => `/facilitation/dossiers/${id}`

/** The same form with the same words is sent once; mended and sent again, it is something else. */
export const onceOf = (form: string, said: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify([form, said]))
    .digest('base64url')
