import { and, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Database } from '../../../db/open.ts'
import { prepared } from '../../../db/prepared.ts'
import { actors, followers } from '../../../db/schema/federation.ts'
import type { LocalActor } from '../local-actors.ts'
import { aliasesOf, type Alias } from './aliases.ts'
import { movableAt } from './limits.ts'

/** Where an actor went: its new id, and by which name and page people know it. */
export interface NewHome {
  id: string
  handle: string
  url: string
}

/** How things stand with the house of one of our accounts. */
export interface MovingState {
  aliases: Alias[]
  movedTo: NewHome | null
  movedAt: number | null
  /** Not before then; null: now. */
  movableAt: number | null
  followers: number
}

export async function movingState(db: Database, actor: LocalActor, now: number): Promise<MovingState> {
  return {
    aliases: await aliasesOf(db, actor),
    movedTo: await newHomeOf(db, actor.id),
    movedAt: actor.movedAt,
    movableAt: movableAt(actor, now),
    followers: await db.read.$count(followers, eq(followers.actorN, actor.n)),
  }
}

const there = alias(actors, 'there')

/** Of an actor by its id, ours or another's; null: it lives where it lived. */
export async function newHomeOf(db: Database, actorId: string): Promise<NewHome | null> {
  const [row] = await movedFrom(db).all({ id: actorId })
  return row === undefined ? null : home(row)
}

const movedFrom = prepared((read) =>
  read
    .select({ id: actors.movedTo, handle: there.handle, host: there.host, url: there.url })
    .from(actors)
    .leftJoin(there, eq(there.id, actors.movedTo))
    .where(and(eq(actors.id, sql.placeholder('id')), isNotNull(actors.movedTo)))
    .prepare(),
)

/** Of those who said something, by their number, where they live by now: `@name@host`. */
export async function newHomes(
  db: Database,
  said: readonly { actorN: number | null }[],
): Promise<Map<number, string>> {
  const ns = [...new Set(said.flatMap(({ actorN }) => actorN ?? []))]
  if (ns.length === 0) return new Map()
  const rows = await db.read
    .select({ n: actors.n, handle: there.handle, host: there.host })
    .from(actors)
    .innerJoin(there, eq(there.id, actors.movedTo))
    .where(and(inArray(actors.n, ns), ne(there.host, '')))
  return new Map(rows.map(({ n, handle, host }) => [n, `@${handle}@${host}`]))
}

/** Of those at these addresses, who moved there. */
export async function formerHomes(db: Database, ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db.read
    .select({ movedTo: actors.movedTo, handle: actors.handle, host: actors.host })
    .from(actors)
    .where(
      and(
        isNotNull(actors.movedTo),
        eq(actors.local, false),
        sql`${actors.movedTo} in (select value from json_each(${JSON.stringify(ids)}))`,
      ),
    )
    .limit(1_000)
  const found = Map.groupBy(rows, ({ movedTo }) => movedTo ?? '')
  return new Map([...found].map(([id, of]) => [id, of.map(({ handle, host }) => `@${handle}@${host}`)]))
}

interface HomeRow {
  id: string | null
  handle: string | null
  host: string | null
  url: string | null
}

/** Forgotten by now, or one of ours, it is known by its address alone. */
function home({ id, handle, host, url }: HomeRow): NewHome | null {
  if (id === null) return null
  const known = handle !== null && host !== null && host !== ''
  return { id, handle: known ? `@${handle}@${host}` : id, url: url ?? id }
}
