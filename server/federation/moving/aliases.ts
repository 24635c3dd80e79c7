import { and, asc, eq } from 'drizzle-orm'
import type { Database, Step } from '../../../db/open.ts'
import { aliases } from '../../../db/schema/federation.ts'
import type { Deps } from '../../deps.ts'
import { tell } from '../../entries/tell.ts'
import type { LocalActor } from '../local-actors.ts'

/** Mastodon reads 256 of them; nobody has lived in so many places. */
export const mostAliases = 10

export interface Alias {
  id: string
  handle: string
}

/** Who an actor of ours was elsewhere: what its document says as `alsoKnownAs`. */
export const aliasesOf = (db: Database, { n }: Pick<LocalActor, 'n'>): Promise<Alias[]> =>
  db.read
    .select({ id: aliases.id, handle: aliases.handle })
    .from(aliases)
    .where(eq(aliases.actorN, n))
    .orderBy(asc(aliases.createdAt), asc(aliases.id))

export const isAlias = async (db: Database, { n }: Pick<LocalActor, 'n'>, id: string): Promise<boolean> =>
  (await db.read.$count(aliases, and(eq(aliases.actorN, n), eq(aliases.id, id)))) > 0

/** Its followers learn it with the rest of its document. */
export const addAlias = (deps: Deps, actor: LocalActor, { id, handle }: Alias): Step[] => [
  deps.db.make
    .insert(aliases)
    .values({ actorN: actor.n, id, handle, createdAt: deps.now() })
    .onConflictDoUpdate({ target: [aliases.actorN, aliases.id], set: { handle } }),
  ...tell(deps, 'actor.updated', actor.id, deps.now()),
]

export const removeAlias = (deps: Deps, actor: LocalActor, id: string): Step[] => [
  deps.db.make.delete(aliases).where(and(eq(aliases.actorN, actor.n), eq(aliases.id, id))),
  ...tell(deps, 'actor.updated', actor.id, deps.now()),
]
