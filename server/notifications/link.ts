import { isSame, madeKey } from '../accounts/secret.ts'
import type { Deps } from '../deps.ts'
import { isTopic, type Topic } from './topics.ts'

const keyOf = (deps: Pick<Deps, 'secret'>, which: string, userId: string): string =>
  madeKey(deps, 'notification letters', `${which} ${userId}`)

export type Ended = Topic | 'all'

/**
 * Where letters are ended, of one topic or all of them, by whoever holds one: the key is made from the hub's secret each
 * time, and the database holds nothing that opens it. All it can do is end what that person is sent.
 */
export const endPathOf = (deps: Pick<Deps, 'secret'>, which: Ended, userId: string): string =>
  `/notifications/fin/${which}/${userId}/${keyOf(deps, which, userId)}`

export const isEnded = (text: string): text is Ended => text === 'all' || isTopic(text)

export const isKeyOf = (deps: Pick<Deps, 'secret'>, which: string, userId: string, key: string): boolean =>
  isSame(keyOf(deps, which, userId), key)
