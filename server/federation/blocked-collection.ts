import { and, desc, eq, lt, sql } from 'drizzle-orm'
import { blocks } from '../../db/schema/moderation.ts'
import type { Deps } from '../deps.ts'
import type { CollectionRow } from './apex-store.ts'
import type { LocalActor } from './local-actors.ts'
import { before } from './named-collection.ts'

/** A number that grows with each row: `INSERT` gives it, and an upsert leaves it. */
const rowid = sql<number>`blocks.rowid`

// Which servers the hub exchanges nothing with, as `Block`s of its actor, newest first (FEP-c648). Only where the
// administrator publishes it, and then no more than its page says: no person, and no name that was to be half hidden.

/** Whether this actor's list is there for others. */
export const showsBlocks = ({ hub }: Pick<Deps, 'hub'>, { role }: Pick<LocalActor, 'role'>): boolean =>
  role === 'hub' && hub.settings.blocksShown === 'everyone'

const published = and(eq(blocks.type, 'host'), eq(blocks.severity, 'suspend'), eq(blocks.obfuscate, false))

export const blockedBy = ({ db, hub }: Pick<Deps, 'db' | 'hub'>, actor: LocalActor) => ({
  count: () => db.read.$count(blocks, published),
  async page(limit: number, after: string | null): Promise<CollectionRow[]> {
    const rows = await db.read
      .select({ n: rowid, block: blocks })
      .from(blocks)
      .where(and(published, lt(rowid, before(after))))
      .orderBy(desc(rowid))
      .limit(limit)
    const me = hub.origin + actor.id
    return rows.map(({ n, block }) => ({
      cursor: String(n),
      item: {
        id: `${me}/blocked#${block.id}`,
        type: 'Block',
        actor: me,
        object: { id: `https://${block.target}/`, type: 'Service', name: block.target },
        ...(block.publicComment === '' ? {} : { summary: block.publicComment }),
        published: new Date(block.createdAt).toISOString(),
      },
    }))
  },
})
