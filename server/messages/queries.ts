import { count, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { users } from '../../db/schema/accounts.ts'
import { entries } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import { messages } from '../../db/schema/messages.ts'
import { kindNamed } from '../kinds/index.ts'

export interface Message {
  id: string
  apId: string
  sender: { name: string; handle: string; url: string | null; actorId: string }
  /** Handles of the actors of ours that it names. */
  addressed: string[]
  public: boolean
  /** The entry that it answers; no path: it is no longer shown. */
  entry: { title: string; path: string | null; language: string } | null
  url: string | null
  title: string
  summary: string
  html: string
  language: string | null
  publishedAt: number
  updatedAt: number | null
  /** `by` is null when the account is gone. */
  handled: { at: number; by: string | null } | null
}

export const messagesPerPage = 20

/** Open ones by arrival, handled ones by when that was; the newest first. */
export async function listMessages(
  db: Database,
  { handled, page }: { handled: boolean; page: number },
): Promise<{ messages: Message[]; more: boolean }> {
  const rows = await db.read
    .select({ message: messages, actor: actors, entry: entries, handledBy: users.name })
    .from(messages)
    .innerJoin(actors, eq(actors.n, messages.actorN))
    .leftJoin(entries, eq(entries.n, messages.entryN))
    .leftJoin(users, eq(users.id, messages.handledBy))
    .where(handled ? isNotNull(messages.handledAt) : isNull(messages.handledAt))
    .orderBy(...(handled ? [desc(messages.handledAt), desc(messages.n)] : [desc(messages.n)]))
    .limit(messagesPerPage + 1)
    .offset((page - 1) * messagesPerPage)
  return { messages: rows.slice(0, messagesPerPage).map(asMessage), more: rows.length > messagesPerPage }
}

/** How many wait for somebody. */
export async function openMessages(db: Database): Promise<number> {
  const [row] = await db.read.select({ n: count() }).from(messages).where(isNull(messages.handledAt))
  return row?.n ?? 0
}

interface Row {
  message: typeof messages.$inferSelect
  actor: typeof actors.$inferSelect
  entry: typeof entries.$inferSelect | null
  handledBy: string | null
}

const asMessage = ({ message, actor, entry, handledBy }: Row): Message => {
  const { handledAt, ...kept } = message
  return {
    ...kept,
    addressed: message.addressed.split(' '),
    sender: {
      name: actor.name,
      handle: `@${actor.handle}@${actor.host}`,
      url: actor.url,
      actorId: actor.id,
    },
    entry: entry === null ? null : { title: entry.title, path: pathOf(entry), language: entry.language },
    handled: handledAt === null ? null : { at: handledAt, by: handledBy },
  }
}

const pathOf = ({ kind, slug, state }: typeof entries.$inferSelect): string | null =>
  state === 'published' || state === 'closed' ? `${kindNamed(kind)?.path ?? ''}/${slug}` : null
