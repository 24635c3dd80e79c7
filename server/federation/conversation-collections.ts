import { and, asc, desc, eq, isNotNull, lt, sql, type SQL } from 'drizzle-orm'
import { comments, entries } from '../../db/schema/entries.ts'
import { reactions } from '../../db/schema/federation.ts'
import type { Deps } from '../deps.ts'
import { local } from '../entries/list.ts'
import type { CollectionRow } from './apex-store.ts'
import { before, natural, type Named } from './named-collection.ts'

// What hangs on an entry or on an answer. An answer is listed if everybody may read it, where it was written: one that
// is held or hidden is not, nor that of a member who is no actor, whose words have no address.

type Reads = Pick<Deps, 'db' | 'hub'>

export async function ofObject(reads: Reads, id: string, name: string): Promise<Named | null> {
  if (name === 'likes' || name === 'shares') return reactionsOf(reads, id, name)
  if (name === 'context') return contextOf(reads, id)
  return name === 'replies' ? repliesOf(reads, id) : null
}

/** How many is everybody's business. */
function reactionsOf({ db }: Reads, id: string, name: 'likes' | 'shares'): Named {
  const type = name === 'likes' ? 'like' : 'boost'
  const where = and(eq(reactions.objectId, `/ap/objects/${id}`), eq(reactions.type, type))
  return { count: () => db.read.$count(reactions, where), page: () => Promise.resolve([]) }
}

const legible = and(eq(comments.state, 'shown'), isNotNull(comments.actorN))

/** Newest first, as ActivityPub has it: of an entry its whole conversation, of an answer what was said to it. */
async function repliesOf({ db, hub }: Reads, id: string): Promise<Named> {
  const entryN = db.read.select({ n: entries.n }).from(entries).where(eq(entries.id, id))
  const [answer] = await db.read
    .select({ n: comments.n, entryN: comments.entryN })
    .from(comments)
    .where(eq(comments.id, id))
  const where = and(
    answer === undefined
      ? eq(comments.entryN, entryN)
      : and(eq(comments.entryN, answer.entryN), eq(comments.parentN, answer.n)),
    legible,
  )
  return {
    count: () => db.read.$count(comments, where),
    async page(limit, after) {
      const rows = await db.read
        .select({ n: comments.n, id: comments.id, apId: comments.apId })
        .from(comments)
        .where(and(where, lt(comments.n, before(after))))
        .orderBy(desc(comments.n))
        .limit(limit)
      return rows.map(({ n, ...row }) => ({ cursor: String(n), item: addressOf(hub, row) }))
    },
  }
}

/**
 * The whole conversation of an entry of ours, oldest first: the entry, then all answers, by when they were written
 * (FEP-7888, FEP-f228). A cursor says where a page ended, so what is found later moves none.
 */
async function contextOf({ db, hub }: Reads, id: string): Promise<Named | null> {
  const [entry] = await db.read
    .select({ n: entries.n })
    .from(entries)
    .where(and(local(), eq(entries.id, id)))
  if (entry === undefined) return null
  const where = and(eq(comments.entryN, entry.n), legible)
  const answers = async (limit: number, after: SQL | undefined): Promise<CollectionRow[]> => {
    const rows = await db.read
      .select({ n: comments.n, id: comments.id, apId: comments.apId, at: comments.publishedAt })
      .from(comments)
      .where(and(where, after))
      .orderBy(asc(comments.publishedAt), asc(comments.n))
      .limit(limit)
    return rows.map(({ n, at, ...row }) => ({ cursor: `${at}.${n}`, item: addressOf(hub, row) }))
  }
  return {
    count: async () => 1 + (await db.read.$count(comments, where)),
    async page(limit, after) {
      if (after !== null) return answers(limit, behind(after))
      const root = { cursor: first, item: addressOf(hub, { id, apId: null }) }
      return [root, ...(await answers(limit - 1, undefined))]
    },
  }
}

/** Where the entry itself stands: before every answer, whatever date an answer bears. */
const first = 'entry'

function behind(cursor: string): SQL | undefined {
  if (cursor === first) return undefined
  const [, sign, at, n] = /^(-?)(\d+)\.(\d+)$/.exec(cursor) ?? []
  const published = sign === '-' ? -natural(at) : natural(at)
  return sql`(${comments.publishedAt}, ${comments.n}) > (${published}, ${natural(n)})`
}

const addressOf = (hub: Reads['hub'], { id, apId }: { id: string; apId: string | null }): string =>
  apId ?? `${hub.origin}/ap/objects/${id}`
