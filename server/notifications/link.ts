import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Deps } from '../deps.ts'
import { isTopic, type Topic } from './topics.ts'

/** Whose letters, and the address that they went to: whoever reads there later is somebody else. */
interface Reader {
  id: string
  email: string
}

/** A key of its own for this use alone: https://www.rfc-editor.org/rfc/rfc5869#section-3.2 */
const sealed = ({ secret }: Pick<Deps, 'secret'>, which: string, { id, email }: Reader): string =>
  createHmac('sha256', Buffer.from(hkdfSync('sha256', secret, '', 'maillon notification letters', 32)))
    .update(`${which} ${id} ${email}`)
    .digest('base64url')

export type Ended = Topic | 'all'

/**
 * Where letters are ended, of one topic or all of them, by whoever holds one: the key is made from the hub's secret each
 * time, and the database holds nothing that opens it. All it can do is end what that person is sent.
 */
export const endPathOf = (deps: Pick<Deps, 'secret'>, which: Ended, reader: Reader): string =>
  `/notifications/fin/${which}/${reader.id}/${sealed(deps, which, reader)}`

export const isEnded = (text: string): text is Ended => text === 'all' || isTopic(text)

export function isKeyOf(deps: Pick<Deps, 'secret'>, which: string, reader: Reader, key: string): boolean {
  const [right, given] = [Buffer.from(sealed(deps, which, reader)), Buffer.from(key)]
  return right.length === given.length && timingSafeEqual(right, given)
}
