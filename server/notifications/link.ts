import { isSame, madeKey } from '../accounts/secret.ts'
import type { Deps } from '../deps.ts'
import { isTopic, type Topic } from './topics.ts'

/** Whose letters, and the address that they went to: whoever reads there later is somebody else. */
interface Reader {
  id: string
  email: string
}

const keyOf = (deps: Pick<Deps, 'secret'>, which: string, { id, email }: Reader): string =>
  madeKey(deps, 'notification letters', `${which} ${id} ${email}`)

export type Ended = Topic | 'all'

/**
 * Where letters are ended, of one topic or all of them, by whoever holds one: the key is made from the hub's secret each
 * time, and the database holds nothing that opens it. All it can do is end what that person is sent.
 */
export const endPathOf = (deps: Pick<Deps, 'secret'>, which: Ended, reader: Reader): string =>
  `/notifications/fin/${which}/${reader.id}/${keyOf(deps, which, reader)}`

export const isEnded = (text: string): text is Ended => text === 'all' || isTopic(text)

export const isKeyOf = (deps: Pick<Deps, 'secret'>, which: string, reader: Reader, key: string): boolean =>
  isSame(keyOf(deps, which, reader), key)
