import { eq } from 'drizzle-orm'
import { messages } from '../../db/schema/messages.ts'
import type { Deps } from '../../server/deps.ts'
import { receiveMessage, type ReceivedMessage } from '../../server/messages/receive.ts'

/** A message to the editors, by the same command as the inbox's. */
export async function messageFrom(
  deps: Deps,
  author: { n: number; id: string },
  change: Partial<ReceivedMessage> = {},
): Promise<typeof messages.$inferSelect> {
  const apId = `${author.id}/statuses/${deps.newId()}`
  const received: ReceivedMessage = {
    ...{ apId, addressed: ['emplois'], public: true, entryN: null, url: apId, title: '', summary: '' },
    ...{ html: '<p>Bonjour</p>', language: 'fr', publishedAt: deps.now() },
    ...change,
  }
  await deps.db.write(await receiveMessage(deps, { n: author.n, host: new URL(author.id).host }, received))
  const [row] = await deps.db.read.select().from(messages).where(eq(messages.apId, received.apId))
  if (row === undefined) throw new Error('The message was not written.')
  return row
}
