import { and, desc, eq, gte, inArray, isNull, notInArray, or, sql, type SQL } from 'drizzle-orm'
import { entries } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import { local, ownEntries } from '../entries/list.ts'
import type { Entry } from '../entries/load.ts'
import { kinds } from '../kinds/index.ts'
import type { LocalActor } from './local-actors.ts'
import type { FederationDeps } from './room.ts'

export const featuredSize = 10

type Reads = Pick<FederationDeps, 'db' | 'hub' | 'now'>

/** The open entries an actor says, newest first: what its `featured` shows to someone who has just come. */
export const featuredEntries = (reads: Reads, author: LocalActor): Promise<Entry[]> =>
  ownEntries(reads, { where: and(saidBy(author), isOpen(reads.now())), limit: featuredSize })

/**
 * Those of them that were said, and the one that is said now, if there is one: by their ids, and by the index of their
 * voice. Of a hundred thousand entries a section may have said few, and all the others would be read to find that out.
 */
export async function saidAndFeatured(
  { db, now }: Pick<Reads, 'db' | 'now'>,
  author: LocalActor,
  entryId: string | undefined,
): Promise<string[]> {
  const rows = await db.read
    .select({ id: entries.id })
    .from(entries)
    .where(and(local(), isOpen(now()), or(eq(entries.voiceN, author.n), eq(entries.id, entryId ?? ''))))
    .orderBy(desc(entries.publishedAt), desc(entries.n))
    .limit(featuredSize)
  return rows.map(({ id }) => id)
}

const isOpen = (now: number): SQL | undefined =>
  and(eq(entries.state, 'published'), or(isNull(entries.closesAt), gte(entries.closesAt, now)))

const kindsOf = (section: string, conversations = true): string[] =>
  kinds
    .filter((kind) => kind.section === section && (conversations || kind.conversation !== true))
    .map(({ name }) => name)

/** The same rule as `voicesOf`, as a condition: who said it first, else who will. */
const saidBy = (author: LocalActor): SQL | undefined =>
  or(eq(entries.voiceN, author.n), and(isNull(entries.voiceN), willBeSaidBy(author)))

function willBeSaidBy(author: LocalActor): SQL | undefined {
  if (author.role === 'section') return inArray(entries.kind, kindsOf(author.handle))
  // Who says a topic is settled when it is published.
  const forum = inArray(entries.kind, kindsOf('forum', false))
  if (author.role === 'organisation') return and(forum, eq(entries.organisationId, author.entryId ?? ''))
  if (author.role !== 'hub') return sql`0`
  const hosted = sql`(select ${actors.entryId} from ${actors} where ${actors.role} = 'organisation' and ${actors.deletedAt} is null)`
  return and(forum, or(isNull(entries.organisationId), notInArray(entries.organisationId, hosted)))
}
