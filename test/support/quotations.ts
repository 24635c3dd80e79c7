import { eq } from 'drizzle-orm'
import { entries } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import { quotationBy } from '../../server/entries/quotation-queries.ts'
import { leaveToQuote, seeQuotation } from '../../server/entries/quotations.ts'
import type { TestDeps } from './deps.ts'

/** Somebody of another server quotes an entry, with leave. Returns the quotation's id. */
export async function quotedBy(deps: TestDeps, author: { n: number }, entryId: string): Promise<string> {
  const [actor] = await deps.db.read.select().from(actors).where(eq(actors.n, author.n))
  const [entry] = await deps.db.read.select().from(entries).where(eq(entries.id, entryId))
  if (actor === undefined || entry === undefined) throw new Error('Nobody quotes nothing.')
  const apId = `https://${actor.host}/notes/${deps.newId()}`
  const wish = { apId, objectId: `/ap/objects/${entryId}`, entryN: entry.n, voiceN: await voiceOf(deps) }
  const leave = await leaveToQuote(deps, actor, wish)
  if (typeof leave === 'string') throw new Error(leave)
  await deps.db.write(leave.steps)
  const row = await quotationBy(deps.db, actor.n, apId)
  if (row === undefined) throw new Error('There is no quotation.')
  await deps.db.write(await seeQuotation(deps, row, { url: apId, publishedAt: deps.now() }))
  return leave.id
}

/** Any actor of ours; one is made where there is none. */
async function voiceOf({ db }: TestDeps): Promise<number> {
  const [known] = await db.read.select({ n: actors.n }).from(actors).where(eq(actors.local, true)).limit(1)
  if (known !== undefined) return known.n
  const id = '/ap/actors/emplois'
  await db.write([
    db.make
      .insert(actors)
      .values({ id, local: true, role: 'section', type: 'Organization', handle: 'emplois', createdAt: 0 }),
  ])
  const [made] = await db.read.select({ n: actors.n }).from(actors).where(eq(actors.id, id))
  return made?.n ?? 0
}
