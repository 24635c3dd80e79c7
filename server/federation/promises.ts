import { and, eq } from 'drizzle-orm'
import type { Step } from '../../db/open.ts'
import { errands } from '../../db/schema/federation.ts'
import type { LocalActor } from './local-actors.ts'
import { isStale, type RemoteActor } from './remote-actors.ts'
import type { FederationDeps } from './room.ts'

// What we promise to fetch. The promise is written in the transaction that acknowledged it, and kept later by
// `errands.ts`: no restart forgets it.

type Writes = Pick<FederationDeps, 'db' | 'now'>

/** Of one actor's word; beyond it, a poll of its outbox finds the newest (rule 29: queues are bounded). */
const mostOfOne = 500

export const fetchLater = (deps: FederationDeps, address: string, onWordOf: number): Step[] =>
  promise(deps, 'fetch', address, onWordOf)

export const backfillLater = (deps: FederationDeps, actor: Pick<RemoteActor, 'id' | 'n'>): Step[] =>
  promise(deps, 'backfill', actor.id, actor.n)

/** Somebody's answer to something here, which a forwarder has brought and not proved. */
export const answerLater = (deps: FederationDeps, address: string, onWordOf: number): Step[] =>
  promise(deps, 'answer', address, onWordOf)

/** A space is in no address. Whether they are expected where they say they went is asked there. */
export const moveLater = (deps: FederationDeps, old: Pick<RemoteActor, 'id' | 'n'>, target: string): Step[] =>
  promise(deps, 'move', `${old.id} ${target}`, old.n)

/** Of a list of many: as the administrator wrote it, on the word of our own actor. */
export const followLater = (deps: FederationDeps, target: string, me: Pick<LocalActor, 'n'>): Step[] =>
  promise(deps, 'follow', target, me.n)

/** Of an account of ours that wants to belong together with another: each pair, and who asks, is a promise of its own. */
export const membershipLater = (
  deps: Writes,
  own: Pick<LocalActor, 'n'>,
  side: string,
  address: string,
): Step[] => promise(deps, 'membership', `${own.n} ${side} ${address}`, own.n)

/** What software runs a host, on the word of one of its actors. */
export const softwareLater = (deps: Writes, host: string, actorN: number): Step[] =>
  promise(deps, 'software', host, actorN)

/** What an actor says of itself, looked at again once a day: while it speaks, its server need not be waited for. */
export async function refreshLater(deps: FederationDeps, actor: RemoteActor): Promise<Step[]> {
  return isStale(actor, deps.now()) ? lookAgain(deps, actor) : []
}

export async function lookAgain(deps: FederationDeps, actor: Pick<RemoteActor, 'id' | 'n'>): Promise<Step[]> {
  const promised = and(eq(errands.type, 'refresh'), eq(errands.subject, actor.id))
  return (await deps.db.read.$count(errands, promised)) > 0 ? [] : promise(deps, 'refresh', actor.id, actor.n)
}

const promise = (
  deps: Writes,
  type: (typeof errands.$inferSelect)['type'],
  subject: string,
  actorN: number,
): Step[] => [
  {
    sql: `INSERT INTO errands (type, subject, actor_n, next_at) SELECT ?, ?, ?, ?
      WHERE (SELECT count(*) FROM errands WHERE actor_n = ? AND type = ?) < ?
      ON CONFLICT (type, subject) DO UPDATE SET next_at = min(next_at, excluded.next_at), failed_at = NULL`,
    args: [type, subject, actorN, deps.now(), actorN, type, mostOfOne],
  },
]
