import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { guard, guardThat, type Database } from '../../db/open.ts'
import { networkNeeds, networkReceipts } from '../../db/schema/networks.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import type { Entry } from '../entries/load.ts'
import { Refusal } from '../refusal.ts'
import { isNetwork, mayAnswerFor } from './commands.ts'
import type { NeedInput, ReceiptInput } from './input.ts'

// What a network asks for, and what came of it: said by its editors.

export type NeedRow = typeof networkNeeds.$inferSelect
export type ReceiptRow = typeof networkReceipts.$inferSelect
export type Need = NeedRow & { receipts: ReceiptRow[] }

export const mostNeeds = 100
export const mostReceipts = 500

/** Open ones first, each with what was received, newest first. */
export async function needsOf(db: Database, entryId: string): Promise<Need[]> {
  const needs = await db.read
    .select()
    .from(networkNeeds)
    .where(eq(networkNeeds.entryId, entryId))
    .orderBy(
      sql`case ${networkNeeds.state} when 'open' then 0 when 'met' then 1 else 2 end`,
      desc(networkNeeds.updatedAt),
      asc(networkNeeds.id),
    )
    .limit(mostNeeds)
  const ids = needs.map(({ id }) => id)
  const receipts =
    ids.length === 0
      ? []
      : await db.read
          .select()
          .from(networkReceipts)
          .where(inArray(networkReceipts.needId, ids))
          .orderBy(desc(networkReceipts.day), desc(networkReceipts.id))
  return needs.map((need) => ({ ...need, receipts: receipts.filter(({ needId }) => needId === need.id) }))
}

export async function needOf(db: Database, entry: Entry, id: string): Promise<Need> {
  const need = (await needsOf(db, entry.envelope.id)).find((one) => one.id === id)
  if (need === undefined) throw new Refusal('absent', 'There is no such need.')
  return need
}

/** `id` was chosen by the form: the same form sent twice makes one need. */
export async function addNeed(
  deps: Deps,
  viewer: Viewer,
  entry: Entry,
  id: string,
  input: NeedInput,
): Promise<void> {
  mayAsk(viewer, entry)
  const entryId = entry.envelope.id
  const [known] = await deps.db.read.select().from(networkNeeds).where(eq(networkNeeds.id, id))
  if (known?.entryId === entryId) return
  const now = deps.now()
  await deps.db.write([
    guardThat({
      sql: 'SELECT (SELECT count(*) FROM network_needs WHERE entry_id = ?) < ?',
      args: [entryId, mostNeeds],
    }),
    guardThat({ sql: 'SELECT NOT EXISTS (SELECT 1 FROM network_needs WHERE id = ?)', args: [id] }),
    deps.db.make.insert(networkNeeds).values({ ...input, id, entryId, createdAt: now, updatedAt: now }),
  ])
}

/** If it still is at the revision that was read; else both texts are shown. */
export async function changeNeed(
  deps: Deps,
  viewer: Viewer,
  entry: Entry,
  need: NeedRow,
  change: { revision: number; input: NeedInput },
): Promise<void> {
  mayAsk(viewer, entry)
  await deps.db.write([
    deps.db.make
      .update(networkNeeds)
      .set({ ...change.input, revision: change.revision + 1, updatedAt: deps.now() })
      .where(
        and(
          eq(networkNeeds.id, need.id),
          eq(networkNeeds.entryId, entry.envelope.id),
          eq(networkNeeds.revision, change.revision),
        ),
      ),
    guard(),
  ])
}

export async function eraseNeed(deps: Deps, viewer: Viewer, entry: Entry, need: NeedRow): Promise<void> {
  mayAsk(viewer, entry)
  await deps.db.write([deps.db.make.delete(networkNeeds).where(eq(networkNeeds.id, need.id))])
}

export async function addReceipt(
  deps: Deps,
  viewer: Viewer,
  { entry, need }: { entry: Entry; need: Need },
  id: string,
  { agreed: _, ...input }: ReceiptInput,
): Promise<void> {
  mayAsk(viewer, entry)
  if (need.receipts.some((one) => one.id === id)) return
  await deps.db.write([
    guardThat({
      sql: 'SELECT (SELECT count(*) FROM network_receipts WHERE need_id = ?) < ?',
      args: [need.id, mostReceipts],
    }),
    guardThat({ sql: 'SELECT NOT EXISTS (SELECT 1 FROM network_receipts WHERE id = ?)', args: [id] }),
    deps.db.make.insert(networkReceipts).values({ ...input, id, needId: need.id, createdAt: deps.now() }),
  ])
}

export async function eraseReceipt(
  deps: Deps,
  viewer: Viewer,
  { entry, need }: { entry: Entry; need: Need },
  id: string,
): Promise<void> {
  mayAsk(viewer, entry)
  if (!need.receipts.some((one) => one.id === id)) throw new Refusal('absent', 'There is no such line.')
  await deps.db.write([deps.db.make.delete(networkReceipts).where(eq(networkReceipts.id, id))])
}

function mayAsk(viewer: Viewer, entry: Entry): void {
  if (!mayAnswerFor(viewer, entry) || !isNetwork(entry))
    throw new Refusal('forbidden', 'You do not answer for this network.')
}
