import { sameOrigin } from '../address.ts'
import { fetchLater } from '../promises.ts'
import { keepObject } from '../keep-object.ts'
import type { Identified, NormalisedActivity, NormalisedObject } from '../normalise.ts'
import { quoting } from '../quotes.ts'
import { relayLater } from '../relays.ts'
import { isFollowed } from '../subscribed.ts'
import type { Verb } from './verb.ts'

/** What someone we follow only names is fetched; what is embedded is theirs, since they signed it. */
export const create: Verb = async (deps, said) => {
  const { activity, sender, provenAt } = said
  const { object, objectId } = activity
  const followed = await isFollowed(deps.db, sender.n)
  if (object === null)
    return objectId !== null && followed && sameOrigin(objectId, sender.id)
      ? fetchLater(deps, objectId, sender.n)
      : []
  if (object.form !== 'object' || object.id === null) return []
  const whole = addressed({ ...object, id: object.id }, activity)
  // What another brings is no letter to us: its writer may have sent it to somebody else.
  const direct = provenAt === null
  const kept = await keepObject(deps, sender, whole, { via: followed ? sender : null, sent: direct })
  return [
    ...kept,
    ...(direct ? await quoting(deps, sender, whole) : []),
    ...(kept.length === 0 ? [] : relayLater(deps, said, object.id)),
  ]
}

/** An object that does not say for whom it is, is for whom its activity is. */
export const addressed = (
  object: Identified<NormalisedObject>,
  { to, cc }: NormalisedActivity,
): Identified<NormalisedObject> =>
  object.to.length + object.cc.length === 0 ? { ...object, to, cc } : object
