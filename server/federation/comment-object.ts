import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { comments, entries } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import type { Deps } from '../deps.ts'
import { loadEntry, type Entry } from '../entries/load.ts'
import { objectOf } from '../kinds/envelope.ts'
import { escapeHtml } from '../text/html.ts'
import { groupOf } from './groups.ts'
import type { JsonObject } from './json-object.ts'
import type { LocalActor } from './local-actors.ts'
import { counted, openPolicy } from './objects.ts'
import { countsOf, none } from './reactions.ts'
import { PUBLIC } from './vocabulary.ts'

/** Who is answered. */
interface Answered {
  /** Full id. */
  id: string
  /** Where people read of them. */
  url: string
  handle: string
  host: string
}

/** A member's answer. */
export async function commentObject(
  deps: Pick<Deps, 'db' | 'hub'>,
  id: string,
): Promise<{ object: JsonObject; actor: LocalActor; entry: Entry; group: LocalActor | null } | null> {
  const { db } = deps
  const { origin } = deps.hub
  const [row] = await db.read
    .select({ comment: comments, actor: actors })
    .from(comments)
    .innerJoin(actors, eq(actors.n, comments.actorN))
    .where(and(eq(comments.id, id), eq(comments.state, 'shown'), eq(actors.local, true)))
  if (row === undefined) return null
  const { comment, actor } = row
  const entry = await loadEntry(
    deps,
    and(eq(entries.n, comment.entryN), inArray(entries.state, ['published', 'closed'])),
  )
  // What is read on this hub alone is answered on this hub alone.
  if (entry === undefined || (entry.kind.section !== null && objectOf(entry.envelope) === null)) return null
  const group = await groupOf(db, entry)
  const parent = comment.parentN === null ? undefined : await parentOf(db, comment.parentN)
  const whom = await answered(db, origin, parent, entry)
  const content = spokenTo(whom, comment.html)
  const own = `${origin}/ap/objects/${comment.id}`
  const counts = (await countsOf(deps, [comment.id])).get(comment.id) ?? none
  return {
    actor,
    entry,
    group,
    object: {
      id: own,
      type: 'Note',
      attributedTo: origin + actor.id,
      to: [PUBLIC],
      cc: [
        `${origin}${actor.id}/followers`,
        ...(whom === null ? [] : [whom.id]),
        ...(group === null ? [] : [origin + group.id]),
      ],
      ...(group === null ? {} : { audience: origin + group.id }),
      // What a member said who is no actor stands nowhere but here.
      inReplyTo:
        parent === undefined ? entry.envelope.apId : (parent.apId ?? `${origin}/ap/objects/${parent.id}`),
      url: `${entry.envelope.url}#commentaire-${comment.id}`,
      content,
      ...(comment.language === null ? {} : { contentMap: { [comment.language]: content } }),
      published: new Date(comment.publishedAt).toISOString(),
      // A warning, as every server reads it of a Note: the words are covered by it.
      ...(comment.summary === '' ? {} : { summary: comment.summary }),
      sensitive: comment.summary !== '',
      ...(await contextOf(deps, entry)),
      tag: whom === null ? [] : [{ type: 'Mention', href: whom.id, name: `@${whom.handle}@${whom.host}` }],
      attachment: [],
      replies: `${own}/replies`,
      likes: counted(`${own}/likes`, counts.likes),
      shares: counted(`${own}/shares`, counts.shares),
      interactionPolicy: openPolicy,
    },
  }
}

/** An answer belongs to the conversation of what it answers, which its own host names (FEP-7888); not every one does. */
async function contextOf({ db, hub }: Pick<Deps, 'db' | 'hub'>, { envelope }: Entry): Promise<JsonObject> {
  if (envelope.origin === null) return { context: `${hub.origin}/ap/objects/${envelope.id}/context` }
  const [row] = await db.read
    .select({ context: entries.context })
    .from(entries)
    .where(eq(entries.n, envelope.n))
  return { context: row?.context ?? undefined }
}

/** As Mastodon begins an answer: whoever reads it alone sees to whom it is said. */
function spokenTo(whom: Answered | null, html: string): string {
  if (whom === null) return html
  const mention = `<a href="${escapeHtml(whom.url)}" class="u-url mention">@<span>${escapeHtml(whom.handle)}</span></a>`
  return html.startsWith('<p>') ? `<p>${mention} ${html.slice(3)}` : `<p>${mention}</p>${html}`
}

/** The author of what is answered: of another answer, else of an entry that came from elsewhere. */
async function answered(
  db: Database,
  origin: string,
  parent: { actorN: number } | undefined,
  { envelope }: Entry,
): Promise<Answered | null> {
  if (parent === undefined && envelope.origin === null) return null
  const who = parent === undefined ? eq(actors.id, envelope.origin?.actor ?? '') : eq(actors.n, parent.actorN)
  const [row] = await db.read.select().from(actors).where(who)
  if (row === undefined || row.deletedAt !== null) return null
  if (!row.local) return { id: row.id, url: row.url ?? row.id, handle: row.handle, host: row.host }
  const id = origin + row.id
  return { id, url: id, handle: row.handle, host: new URL(origin).host }
}

/** An answer that others can read: another server's, or of a member who is an actor. */
async function parentOf(
  db: Database,
  n: number,
): Promise<{ id: string; apId: string | null; actorN: number } | undefined> {
  const [row] = await db.read
    .select({ id: comments.id, apId: comments.apId, actorN: comments.actorN })
    .from(comments)
    .where(eq(comments.n, n))
  return row === undefined || row.actorN === null ? undefined : { ...row, actorN: row.actorN }
}
