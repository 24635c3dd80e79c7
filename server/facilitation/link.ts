import { createHash } from 'node:crypto'
import { isSame, madeKey } from '../accounts/secret.ts'
import type { Deps } from '../deps.ts'

/**
 * The key of a request's private page, which every letter to whoever asked carries: made from the hub's secret each
 * time, so that the database holds nothing that opens it.
 */
const keyOf = (deps: Pick<Deps, 'secret'>, id: string): string => madeKey(deps, 'facilitation link', id)

export const isKeyOf = (deps: Pick<Deps, 'secret'>, id: string, key: string): boolean =>
  isSame(keyOf(deps, id), key)

export const ownPath = (deps: Pick<Deps, 'secret'>, id: string): string =>
  `/facilitation/demandes/${id}/${keyOf(deps, id)}`

export const deskPath = (id: string): string => `/facilitation/dossiers/${id}`

/** The same form with the same words is sent once; mended and sent again, it is something else. */
export const onceOf = (form: string, said: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify([form, said]))
    .digest('base64url')
