import { eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { actors } from '../../db/schema/federation.ts'
import { messages } from '../../db/schema/messages.ts'
import { escapeHtml } from '../text/html.ts'
import type { Thing } from './thing.ts'

/** What people of other servers wrote to the editors, as moderators look at it; they are among its readers. */
export async function messageThings(db: Database, apIds: readonly string[]): Promise<Thing[]> {
  if (apIds.length === 0) return []
  const rows = await db.read
    .select({ message: messages, actor: actors })
    .from(messages)
    .innerJoin(actors, eq(actors.n, messages.actorN))
    .where(inArray(messages.apId, [...apIds]))
  return rows.map(({ message, actor }) => ({
    subject: 'message',
    subjectId: message.apId,
    id: message.id,
    ...{ title: message.title, titleLanguage: message.language },
    path: null,
    author: {
      name: actor.name,
      handle: `@${actor.handle}@${actor.host}`,
      userId: null,
      actorN: actor.n,
      actorId: actor.id,
    },
    portrait: null,
    host: actor.host,
    url: message.url ?? message.apId,
    html:
      message.summary === '' ? message.html : `<p><b>${escapeHtml(message.summary)}</b></p>${message.html}`,
    language: message.language,
    at: message.publishedAt,
    revisedAt: null,
    held: null,
    state: 'published',
  }))
}

/** By the id that its page here has. */
export async function messageApId(db: Database, id: string): Promise<string | undefined> {
  const [row] = await db.read.select({ apId: messages.apId }).from(messages).where(eq(messages.id, id))
  return row?.apId
}
