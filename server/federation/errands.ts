import { and, asc, eq, isNull, lte, sql, type SQL } from 'drizzle-orm'
import type { Step } from '../../db/open.ts'
import { actors, errands } from '../../db/schema/federation.ts'
import { again } from './again.ts'
import { backfill } from './backfill.ts'
import { readOn } from './conversations/read.ts'
import { fetchAnswer } from './fetch-answer.ts'
import { FetchFault, mayPass, reasonOf } from './fetch-fault.ts'
import { fetchEntry } from './fetch-entry.ts'
import { sought } from './memberships/seek.ts'
import { followListed } from './moving/lists.ts'
import { arrive } from './moving/received.ts'
import { fetchActor, type RemoteActor } from './remote-actors.ts'
import type { FederationDeps } from './room.ts'
import { askSoftware } from './software.ts'

// Keeps what `promises.ts` wrote down: no sender waits for it, no more than so many are under way.

const atOnce = 20
const minute = 60_000
const waits = [minute, 10 * minute, 60 * minute, 6 * 60 * minute]

type Errand = typeof errands.$inferSelect

/** Conversations are read by a worker of their own: what is promised to a sender does not wait behind them. */
export type Haste = 'promised' | 'unhurried'
const ofHaste: Readonly<Record<Haste, SQL>> = {
  promised: sql`${errands.type} NOT IN ('conversation', 'climb')`,
  unhurried: sql`${errands.type} IN ('conversation', 'climb')`,
}

/** Runs what is due; returns how many that were, so that the caller comes back while there is more. */
export async function runErrands(deps: FederationDeps, haste: Haste): Promise<number> {
  const due = await deps.db.read
    .select({ errand: errands, actor: actors })
    .from(errands)
    .innerJoin(actors, eq(actors.n, errands.actorN))
    .where(and(isNull(errands.failedAt), lte(errands.nextAt, deps.now()), ofHaste[haste]))
    .orderBy(asc(errands.nextAt), asc(errands.n))
    .limit(atOnce)
  await Promise.all(due.map(({ errand, actor }) => run(deps, errand, actor)))
  return due.length
}

export async function nextErrand({ db }: FederationDeps, haste: Haste): Promise<number | null> {
  const [row] = await db.read
    .select({ at: sql<number | null>`min(${errands.nextAt})` })
    .from(errands)
    .where(and(isNull(errands.failedAt), ofHaste[haste]))
  return row?.at ?? null
}

async function run(deps: FederationDeps, errand: Errand, actor: RemoteActor): Promise<void> {
  const done = deps.db.make.delete(errands).where(eq(errands.n, errand.n))
  try {
    await again(async () => deps.db.write(await stepsOf(deps, errand, actor, done)))
  } catch (error) {
    const wait = waits[errand.attempts]
    const fault = error instanceof FetchFault
    const reason = fault ? reasonOf(error) : 'fault'
    if (!fault) deps.log.error({ err: error, errand: errand.n }, 'an errand failed')
    await deps.db.write([
      wait === undefined || isFinal(error)
        ? givenUp(deps, errand, reason)
        : deps.db.make
            .update(errands)
            .set({ attempts: errand.attempts + 1, nextAt: deps.now() + wait, lastError: reason })
            .where(eq(errands.n, errand.n)),
    ])
  }
}

/** Nobody waits for it, but for whom somebody here has asked for: they read why, and put it away. */
const givenUp = ({ db, now }: FederationDeps, { n, type }: Errand, lastError: string): Step =>
  type === 'follow' || type === 'membership'
    ? db.make.update(errands).set({ failedAt: now(), lastError }).where(eq(errands.n, n))
    : db.make.delete(errands).where(eq(errands.n, n))

/** A conversation says itself when it is done with. */
async function stepsOf(
  deps: FederationDeps,
  errand: Errand,
  actor: RemoteActor,
  done: Step,
): Promise<Step[]> {
  const { type, subject } = errand
  if (type === 'conversation' || type === 'climb') return readOn(deps, errand)
  return [...(await fetched(deps, type, subject, actor)), done]
}

async function fetched(
  deps: FederationDeps,
  type: Exclude<Errand['type'], 'conversation' | 'climb'>,
  subject: string,
  actor: RemoteActor,
): Promise<Step[]> {
  if (type === 'fetch') return fetchEntry(deps, subject, actor)
  if (type === 'backfill') return backfill(deps, actor)
  if (type === 'move') return arrive(deps, subject, actor)
  if (type === 'follow') return followListed(deps, subject)
  if (type === 'membership') return sought(deps, subject)
  if (type === 'software') return askSoftware(deps, subject)
  if (type === 'answer') return fetchAnswer(deps, subject, actor)
  return refresh(deps, actor)
}

/** If it is no longer there, or is another, what we know stays, and is looked at again a day later. */
async function refresh(deps: FederationDeps, { id, n }: RemoteActor): Promise<Step[]> {
  try {
    await fetchActor(deps, id)
    return []
  } catch (error) {
    if (!isFinal(error)) throw error
    return [deps.db.make.update(actors).set({ fetchedAt: deps.now() }).where(eq(actors.n, n))]
  }
}

/** They answered, and it is no: asking again would only be a nuisance. */
const isFinal = (error: unknown): boolean => error instanceof FetchFault && !mayPass(error)
