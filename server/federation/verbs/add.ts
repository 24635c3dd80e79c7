import { eq, and } from 'drizzle-orm'
import { entries } from '../../../db/schema/entries.ts'
import { sameOrigin } from '../address.ts'
import { fetchLater } from '../promises.ts'
import { isFollowed } from '../subscribed.ts'
import type { Verb } from './verb.ts'

/** Something was put in the `featured` of someone we follow: if we do not have it, it is fetched. */
export const add: Verb = async (deps, { activity, sender }) => {
  const { objectId, target } = activity
  if (objectId === null || target !== sender.featured || !sameOrigin(objectId, sender.id)) return []
  if (!(await isFollowed(deps.db, sender.n))) return []
  const [known] = await deps.db.read
    .select({ n: entries.n })
    .from(entries)
    .where(and(eq(entries.apId, objectId), eq(entries.originN, sender.n)))
  return known === undefined ? fetchLater(deps, objectId, sender.n) : []
}
