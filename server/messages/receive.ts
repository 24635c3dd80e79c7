import { and, eq, isNull, sql } from 'drizzle-orm'
import { guardThat, type Database, type Statement, type Step } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import { messages } from '../../db/schema/messages.ts'
import type { Deps } from '../deps.ts'

/** Open at once of one account, of one server, and in all: whoever reads them must still find the others. */
export const mostOpen = { actor: 10, host: 50, all: 1_000 } as const

export interface ReceivedMessage {
  apId: string
  /** Handles of the actors of ours that it names; never none. */
  addressed: readonly string[]
  public: boolean
  entryN: number | null
  url: string | null
  title: string
  summary: string
  html: string
  language: string | null
  publishedAt: number
}

/** Somebody of another server writes to the editors. Steps alone, as for a comment; none when there is no room for it. */
export async function receiveMessage(
  deps: Deps,
  from: { n: number; host: string },
  { addressed, ...received }: ReceivedMessage,
): Promise<Step[]> {
  const { db } = deps
  const room = roomFor(from)
  if ((await messageAt(db, received.apId)) !== undefined || !(await isTrue(db, room))) return []
  const row = { ...received, id: deps.newId(), actorN: from.n, addressed: addressed.join(' ') }
  // Asked again in the command: many may arrive at the same moment.
  return [guardThat(room), db.make.insert(messages).values(row).onConflictDoNothing()]
}

/** Its author's new words; null: it is no message. What was handled stays so, and is seen to have changed. */
export async function reviseMessage(
  { db, now }: Deps,
  from: { n: number },
  apId: string,
  /** Cleaning costs by length: asked for only when there is such a message. */
  read: () => Pick<ReceivedMessage, 'title' | 'summary' | 'html' | 'language'>,
): Promise<Step[] | null> {
  const known = await messageAt(db, apId)
  if (known === undefined) return null
  const { title, summary, html, language } = read()
  // A poll is sent again with every count.
  const isSame = known.title === title && known.summary === summary && known.html === html
  if (known.actorN !== from.n || isSame) return []
  return [
    db.make
      .update(messages)
      .set({ title, summary, html, language, updatedAt: now() })
      .where(own(apId, from.n)),
  ]
}

/** Its author takes it back; none: there is nothing of theirs under this id. */
export async function takeBackMessage({ db }: Deps, apId: string, from: { n: number }): Promise<Step[]> {
  const known = await messageAt(db, apId)
  return known?.actorN === from.n ? [db.make.delete(messages).where(own(apId, from.n))] : []
}

/** What it answered was found, and it is read there by everybody; one that was seen to stays with the others. */
export async function becomesComment({ db }: Deps, apId: string, from: { n: number }): Promise<Step[]> {
  const known = await messageAt(db, apId)
  return known?.actorN === from.n
    ? [db.make.delete(messages).where(and(own(apId, from.n), isNull(messages.handledAt)))]
    : []
}

const own = (apId: string, actorN: number) => and(eq(messages.apId, apId), eq(messages.actorN, actorN))

async function messageAt(db: Database, apId: string) {
  const [row] = await rowAt(db).all({ apId })
  return row
}

const rowAt = prepared((read) =>
  read
    .select({
      actorN: messages.actorN,
      title: messages.title,
      summary: messages.summary,
      html: messages.html,
    })
    .from(messages)
    .where(eq(messages.apId, sql.placeholder('apId')))
    .prepare(),
)

const roomFor = ({ n, host }: { n: number; host: string }): Statement => ({
  sql: `SELECT (SELECT count(*) FROM messages WHERE actor_n = ? AND handled_at IS NULL) < ?
    AND (SELECT count(*) FROM messages JOIN actors ON actors.n = actor_n WHERE handled_at IS NULL AND host = ?) < ?
    AND (SELECT count(*) FROM messages WHERE handled_at IS NULL) < ?`,
  args: [n, mostOpen.actor, host, mostOpen.host, mostOpen.all],
})

const isTrue = async (db: Database, { sql: text, args }: Statement): Promise<boolean> =>
  (await db.query(text, args)).rows[0]?.[0] === 1
