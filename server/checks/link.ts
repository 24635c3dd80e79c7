import { isSame, madeKey } from '../accounts/secret.ts'
import type { Deps } from '../deps.ts'

/** Which question, whom it asks, and the address that the letter went to: whoever reads there later is somebody else. */
interface Asked {
  id: string
  userId: string
  email: string
}

/**
 * The key of a question's link: made from the hub's secret each time, so that the database holds nothing that opens it.
 * It is good for one question to one person at one address, until that is answered or `linkDays` are over.
 */
const keyOf = (deps: Pick<Deps, 'secret'>, { id, userId, email }: Asked): string =>
  madeKey(deps, 'check link', `${id}\n${userId}\n${email}`)

export const isKeyOf = (deps: Pick<Deps, 'secret'>, asked: Asked, key: string): boolean =>
  isSame(keyOf(deps, asked), key)

export const pathOf = (deps: Pick<Deps, 'secret'>, asked: Asked): string =>
  `/verifications/${asked.id}/${keyOf(deps, asked)}`
