import { asc, eq, lte, sql } from 'drizzle-orm'
import type { Step } from '../../db/open.ts'
import { actors, errands } from '../../db/schema/federation.ts'
import { again } from './again.ts'
import { backfill } from './backfill.ts'
import { fetchAnswer } from './fetch-answer.ts'
import { FetchFault, mayPass, reasonOf } from './fetch-fault.ts'
import { fetchEntry } from './fetch-entry.ts'
import { fetchActor, type RemoteActor } from './remote-actors.ts'
import type { FederationDeps } from './room.ts'
import { askSoftware } from './software.ts'

// Keeps what `promises.ts` wrote down: no sender waits for it, no more than so many are under way.

const atOnce = 20
const minute = 60_000
const waits = [minute, 10 * minute, 60 * minute, 6 * 60 * minute]

type Errand = typeof errands.$inferSelect

/** Runs what is due; returns how many that were, so that the caller comes back while there is more. */
export async function runErrands(deps: FederationDeps): Promise<number> {
  const due = await deps.db.read
    .select({ errand: errands, actor: actors })
    .from(errands)
    .innerJoin(actors, eq(actors.n, errands.actorN))
    .where(lte(errands.nextAt, deps.now()))
    .orderBy(asc(errands.n))
    .limit(atOnce)
  await Promise.all(due.map(({ errand, actor }) => run(deps, errand, actor)))
  return due.length
}

export async function nextErrand({ db }: FederationDeps): Promise<number | null> {
  const [row] = await db.read.select({ at: sql<number | null>`min(next_at)` }).from(errands)
  return row?.at ?? null
}

async function run(deps: FederationDeps, errand: Errand, actor: RemoteActor): Promise<void> {
  const done = deps.db.make.delete(errands).where(eq(errands.n, errand.n))
  try {
    await again(async () => deps.db.write([...(await stepsOf(deps, errand, actor)), done]))
  } catch (error) {
    const wait = waits[errand.attempts]
    const reason = error instanceof FetchFault ? reasonOf(error) : 'fault'
    if (!(error instanceof FetchFault)) deps.log.error({ err: error, errand: errand.n }, 'an errand failed')
    await deps.db.write([
      wait === undefined || isFinal(error)
        ? done
        : deps.db.make
            .update(errands)
            .set({ attempts: errand.attempts + 1, nextAt: deps.now() + wait, lastError: reason })
            .where(eq(errands.n, errand.n)),
    ])
  }
}

async function stepsOf(deps: FederationDeps, errand: Errand, actor: RemoteActor): Promise<Step[]> {
  if (errand.type === 'fetch') return fetchEntry(deps, errand.subject, actor)
  if (errand.type === 'backfill') return backfill(deps, actor)
  if (errand.type === 'answer') return fetchAnswer(deps, errand.subject, actor)
  if (errand.type === 'software') return askSoftware(deps, errand.subject)
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
