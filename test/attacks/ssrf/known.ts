import { eq } from 'drizzle-orm'
import { actors, followers, following, remoteKeys } from '../../../db/schema/federation.ts'
import { hostOf } from '../../../server/federation/addresses.ts'
import type { Someone } from '../peer.ts'
import { someoneAt, type House } from './house.ts'

// Someone may become known while their name leads to an honest place, and be called when it leads elsewhere. What is
// kept of them then is written here as it would have been kept.

export const followIdOf = (id: string): string => `/ap/activities/of-${Buffer.from(id).toString('hex')}`

/** Someone who is known with their key, as if they had stood at this address one day. */
export async function known(
  house: House,
  id: string,
  as: { followed?: boolean; asked?: boolean; stale?: boolean } = {},
): Promise<Someone> {
  const { db, now } = house.hub.deps
  const someone = someoneAt(id)
  const { publicKeyPem: publicPem } = Object(someone.document['publicKey']) as { publicKeyPem: string }
  const fetchedAt = as.stale === true ? 0 : now()
  await db.write([
    db.make
      .insert(actors)
      .values({
        ...{ id, local: false, type: 'Person', handle: 'x', host: hostOf(id), inbox: id, createdAt: now() },
        ...{ outbox: id, featured: id, sharedInbox: null, fetchedAt },
      })
      .onConflictDoUpdate({ target: actors.id, set: { inbox: id, fetchedAt } }),
    db.make
      .insert(remoteKeys)
      .values({ id: `${id}#main-key`, actorId: id, algorithm: 'rsa', publicPem, fetchedAt: now() })
      .onConflictDoUpdate({ target: remoteKeys.id, set: { publicPem } }),
  ])
  if (as.followed === true || as.asked === true) {
    const state = as.followed === true ? 'accepted' : 'requested'
    const row = { followId: followIdOf(id), state, requestedAt: now(), acceptedAt: null } as const
    const [actorN, targetN] = [await numberOf(house, '/ap/actors/hub'), await numberOf(house, id)]
    await db.write([
      db.make
        .insert(following)
        .values({ actorN, targetN, ...row })
        .onConflictDoNothing(),
    ])
  }
  return someone
}

/** They follow an actor of ours, and have their inbox at this address. */
export async function follows(house: House, inbox: string, handle: string): Promise<void> {
  await known(house, inbox)
  const { db, now } = house.hub.deps
  const [actorN, followerN] = [await numberOf(house, `/ap/actors/${handle}`), await numberOf(house, inbox)]
  await db.write([
    db.make
      .insert(followers)
      .values({ actorN, followerN, followId: inbox, acceptedAt: now() })
      .onConflictDoNothing(),
  ])
}

/** An account of ours that may move, without the entry that it would speak for: making its keys takes long. */
export async function ours({ hub }: House, handle: string): Promise<string> {
  const { db, now } = hub.deps
  const role = { local: true, role: 'organisation', type: 'Organization' } as const
  await db.write([
    db.make
      .insert(actors)
      .values({ ...role, id: `/ap/actors/${handle}`, handle, name: handle, host: '', createdAt: now() })
      .onConflictDoNothing(),
  ])
  return handle
}

async function numberOf({ hub }: House, id: string): Promise<number> {
  const [row] = await hub.deps.db.read.select({ n: actors.n }).from(actors).where(eq(actors.id, id))
  if (row === undefined) throw new Error(`No actor ${id} is known.`)
  return row.n
}
