import { and, asc, eq, isNull } from 'drizzle-orm'
import { guard, type Step } from '../../db/open.ts'
import { entries, events } from '../../db/schema/entries.ts'
import { loadEntry } from '../entries/load.ts'
import { Refusal } from '../refusal.ts'
import { entryActivities } from './outbound/entry.ts'
import { commentActivities } from './outbound/comment.ts'
import { forumActivities } from './outbound/forum.ts'
import { groupingActivities } from './outbound/grouping.ts'
import { actorActivities } from './outbound/actor.ts'
import { membershipActivities } from './outbound/membership.ts'
import { relayActivities } from './outbound/relayed.ts'
import { reportActivities } from './outbound/report.ts'
import { actorsToRepin, repinned } from './outbound/featured.ts'
import { quotationActivities } from './outbound/quotation.ts'
import type { Outgoing } from './outbound/outgoing.ts'
import { enqueue } from './deliveries.ts'
import { unsay } from './outbox.ts'
import type { FederationDeps } from './room.ts'

export type DomainEvent = typeof events.$inferSelect

/**
 * Turns what happened into activities and deliveries. One event is one transaction with its done-mark, and the
 * ids come from the event: kill -9 anywhere loses nothing and says nothing twice (docs/adr/0002). One that cannot be
 * told stays, and what happened to the same thing after it; all others go on. Returns how many were told.
 */
export async function expandEvents(deps: FederationDeps): Promise<number> {
  const waiting = await deps.db.read
    .select()
    .from(events)
    .where(isNull(events.doneAt))
    .orderBy(asc(events.n))
    .limit(100)
  const stuck = new Set<string>()
  let told = 0
  for (const event of waiting) {
    if (stuck.has(event.subject)) continue
    try {
      await expand(deps, event)
      told += 1
    } catch (error) {
      if (error instanceof Refusal) throw error
      stuck.add(event.subject)
      deps.log.error({ err: error, event: event.n, type: event.type }, 'an event could not be told')
    }
  }
  return told
}

/**
 * What closes by its date is nobody's event: its actor's followers are told by the clock. Returns how many actors had
 * something to say.
 */
export async function repinByDate(deps: FederationDeps): Promise<number> {
  const due = await actorsToRepin(deps)
  for (const actor of due) {
    const { steps, outgoing } = await repinned(deps, actor, { activityId: deps.newId(), at: deps.now() })
    const queued = await Promise.all(outgoing.map((one) => enqueue(deps, one)))
    await deps.db.write([...steps, ...queued.flat()])
  }
  return due.length
}

async function expand(deps: FederationDeps, event: DomainEvent): Promise<void> {
  const { steps, outgoing } = await activitiesOf(deps, event)
  const queued = outgoing.map(async (one) => [
    ...(one.type === 'Delete' ? [unsay(deps, one.objectId)] : []),
    ...(await enqueue(deps, one)),
  ])
  await deps.db.write([
    deps.db.make
      .update(events)
      .set({ doneAt: deps.now() })
      .where(and(eq(events.n, event.n), isNull(events.doneAt))),
    guard(),
    ...steps,
    ...(await Promise.all(queued)).flat(),
  ])
}

async function activitiesOf(
  deps: FederationDeps,
  event: DomainEvent,
): Promise<{ steps: Step[]; outgoing: Outgoing[] }> {
  const [noun] = event.type.split('.')
  if (noun === 'entry') {
    const entry = await loadEntry(deps, eq(entries.id, event.subject))
    return entry === undefined ? { steps: [], outgoing: [] } : entryActivities(deps, event, entry)
  }
  if (noun === 'comment') return { steps: [], outgoing: await commentActivities(deps, event) }
  if (noun === 'quotation') return { steps: [], outgoing: await quotationActivities(deps, event) }
  if (noun === 'actor') return { steps: [], outgoing: await actorActivities(deps, event) }
  if (noun === 'report') return { steps: [], outgoing: await reportActivities(deps, event) }
  if (noun === 'membership') return membershipActivities(deps, event)
  if (noun === 'network') return { steps: [], outgoing: await relayActivities(deps, event) }
  if (noun === 'forum') return forumActivities(deps, event)
  if (noun === 'grouping') return { steps: [], outgoing: await groupingActivities(deps, event) }
  deps.log.error({ type: event.type }, 'an event of an unknown type was passed over')
  return { steps: [], outgoing: [] }
}
