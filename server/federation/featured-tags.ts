import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { entries, entryTags } from '../../db/schema/entries.ts'
import { local } from '../entries/list.ts'
import { hashtag } from './hashtags.ts'
import type { JsonObject } from './json-object.ts'
import type { LocalActor } from './local-actors.ts'
import type { FederationDeps } from './room.ts'
import { toWire } from './vocabulary.ts'

/** As many as Mastodon shows on a profile. */
const most = 10

/** Looked for in the newest of what an actor says: a section may have said a hundred thousand things. */
const among = 200

export const featuredTagsOf = (actor: Pick<LocalActor, 'id'>): string => `${actor.id}/tags`

/** What an actor speaks of most, of what is open: a Collection of Hashtags (interop.md §1.2). */
export async function featuredTags(
  { db, hub }: Pick<FederationDeps, 'db' | 'hub'>,
  actor: LocalActor,
): Promise<JsonObject> {
  const newest = db.read
    .select({ n: entries.n })
    .from(entries)
    .where(and(local(), eq(entries.voiceN, actor.n), eq(entries.state, 'published')))
    .orderBy(desc(entries.n))
    .limit(among)
  const times = sql<number>`count(*)`
  const tags = await db.read
    .select({ tag: entryTags.tag, label: sql<string>`max(${entryTags.label})` })
    .from(entryTags)
    .where(inArray(entryTags.entryN, newest))
    .groupBy(entryTags.tag)
    .orderBy(desc(times), asc(entryTags.tag))
    .limit(most)
  const items = tags.map((one) => hashtag(one, hub.origin))
  return toWire({
    id: hub.origin + featuredTagsOf(actor),
    type: 'Collection',
    totalItems: items.length,
    items,
  })
}
