import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Database, Step } from '../../db/open.ts'
import { activities, actors, deliveries, localKeys } from '../../db/schema/federation.ts'
import { record } from '../entries/store.ts'
import { Refusal } from '../refusal.ts'
import { isJsonObject } from './json-object.ts'
import { openPrivateKey, readPrivatePem, type SigningKey } from './keys.ts'
import { newKeys, type LocalActor } from './local-actors.ts'
import { withProof } from './proofs/prove.ts'
import type { FederationDeps } from './room.ts'

/**
 * New keys for one actor of ours, or for all. They keep their names (`#main-key`, `#ed25519-key`): that is what others
 * look up again when a signature no longer fits, and some know no other. The document shows the new ones in the same
 * moment as the old ones are gone, and an Update tells the followers; who still holds the old key cannot read it,
 * looks at the document, and is sent it again (interop.md §1.2, rule 7). Returns the handles.
 */
export async function rotateKeys(deps: FederationDeps, handle?: string): Promise<string[]> {
  const named = handle === undefined ? undefined : eq(actors.id, `/ap/actors/${handle}`)
  const ours = await deps.db.read
    .select()
    .from(actors)
    .where(and(eq(actors.local, true), isNull(actors.deletedAt), named))
    .orderBy(asc(actors.n))
  if (ours.length === 0) throw new Refusal('absent', `This hub has no actor @${handle ?? ''}.`)
  for (const actor of ours) {
    const keys = await newKeys(deps, actor.id)
    await deps.db.write([
      ...keys.map((key) => putKey(deps, actor, key)),
      ...(await provenAnew(deps, actor, keys)),
      ...record(deps.db, {
        type: 'actor.updated',
        subject: actor.id,
        activityId: deps.newId(),
        now: deps.now(),
      }),
    ])
    deps.keyring.forget()
  }
  return ours.map((actor) => actor.handle)
}

type NewKey = Awaited<ReturnType<typeof newKeys>>[number]

const putKey = ({ db }: FederationDeps, { n: actorN }: LocalActor, key: NewKey): Step =>
  db.make
    .insert(localKeys)
    .values({ ...key, actorN })
    .onConflictDoUpdate({ target: localKeys.id, set: key })

/** What has not arrived yet would arrive with a proof by a key that is gone. */
async function provenAnew(deps: FederationDeps, actor: LocalActor, keys: readonly NewKey[]): Promise<Step[]> {
  const { db, hub, secret } = deps
  const row = keys.find(({ algorithm }) => algorithm === 'ed25519')
  if (row === undefined) return []
  const { algorithm, key } = readPrivatePem(openPrivateKey(row.privateSealed, secret))
  const proving: SigningKey = { id: hub.origin + row.id, owner: hub.origin + actor.id, algorithm, key }
  const waiting = db.make
    .selectDistinct({ n: deliveries.activityN })
    .from(deliveries)
    .where(isNull(deliveries.doneAt))
  const rows = await db.read
    .select({ n: activities.n, json: activities.json })
    .from(activities)
    .where(and(eq(activities.actorN, actor.n), inArray(activities.n, waiting)))
  const proven = rows.map(async ({ n, json }) => {
    const body: unknown = JSON.parse(json)
    if (!isJsonObject(body)) throw new Error(`The activity ${n} is no object.`)
    const { proof: _, ...activity } = body
    return { n, json: JSON.stringify(await withProof(activity, proving, deps.now())) }
  })
  return (await Promise.all(proven)).map(({ n, json }) =>
    db.make.update(activities).set({ json }).where(eq(activities.n, n)),
  )
}

/** How many actors of ours have keys, and since when the oldest is used. */
export async function keyAge(db: Database): Promise<{ actors: number; oldest: number | null }> {
  const [row] = await db.read
    .select({
      actors: sql<number>`count(distinct ${localKeys.actorN})`,
      oldest: sql<number | null>`min(${localKeys.createdAt})`,
    })
    .from(localKeys)
    .innerJoin(actors, and(eq(actors.n, localKeys.actorN), isNull(actors.deletedAt)))
  return { actors: row?.actors ?? 0, oldest: row?.oldest ?? null }
}
