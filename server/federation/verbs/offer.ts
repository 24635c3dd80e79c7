import { mostRole, mostWords } from '../../groupings/input.ts'
import { receiveAsk } from '../../groupings/receive.ts'
import { plainLine } from '../../text/plain-line.ts'
import { localPath } from '../addresses.ts'
import { sameOrigin } from '../address.ts'
import type { Verb } from './verb.ts'

/**
 * An organisation of another hub would take part in a call of ours: it offers an agreement that would satisfy what the
 * call asks for (FEP-0837). It binds nobody, and is answered by people.
 */
export const offer: Verb = (deps, { activity, sender }) => {
  const { object } = activity
  if (object?.form !== 'object' || object.type !== 'Agreement' || object.satisfies === null) return []
  const path = localPath(deps.hub.origin, object.satisfies)
  const groupingId = path?.match(/^\/ap\/objects\/([0-9a-f-]{36})#primary$/)?.[1]
  if (groupingId === undefined || !sameOrigin(activity.id, sender.id)) return []
  const note =
    object.source?.mediaType === 'text/plain'
      ? object.source.content.slice(0, mostWords)
      : plainLine(object.content ?? '', mostWords)
  return receiveAsk(deps, sender, {
    ...{ groupingId, offerId: activity.id, name: sender.name || sender.handle },
    role: plainLine(object.name ?? '', mostRole),
    note: note === '' ? null : note,
  })
}
