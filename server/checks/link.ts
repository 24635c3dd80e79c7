import { isSame, madeKey } from '../accounts/secret.ts'
import type { Deps } from '../deps.ts'

/**
 * The key of a question's link: made from the hub's secret each time, so that the database holds nothing that opens it.
 * It is good for one question to one person, until that is answered or `linkDays` are over.
 */
const keyOf = (deps: Pick<Deps, 'secret'>, { id, userId }: { id: string; userId: string }): string =>
  madeKey(deps, 'check link', `${id}\n${userId}`)

export const isKeyOf = (
  deps: Pick<Deps, 'secret'>,
  check: { id: string; userId: string },
  key: string,
): boolean => isSame(keyOf(deps, check), key)

export const pathOf = (deps: Pick<Deps, 'secret'>, check: { id: string; userId: string }): string =>
  `/verifications/${check.id}/${keyOf(deps, check)}`
