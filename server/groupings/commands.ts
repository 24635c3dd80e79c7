import { and, eq, sql } from 'drizzle-orm'
import { guard, guardThat, type Statement, type Step } from '../../db/open.ts'
import { groupings } from '../../db/schema/groupings.ts'
import type { Visitor } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { record } from '../entries/store.ts'
import { Refusal } from '../refusal.ts'
import { speaker } from './access.ts'
import type { CallInput } from './input.ts'
import { groupingById, organisationNamed, type Grouping } from './queries.ts'

/** Calls of one organisation that stand at the same time: nobody leads more. */
export const mostOpen = 50

/** What a call is about. */
export interface Lot {
  tenderN: number
  number: number
  /** « Lot 3, Entretien des massifs – Marché d’espaces verts » */
  subject: string
}

/** `id` was chosen by the form: sent twice, it makes one call. */
export async function openCall(
  deps: Deps,
  viewer: Visitor,
  lot: Lot,
  { id, input }: { id: string; input: CallInput },
): Promise<Grouping> {
  const { db } = deps
  const by = speaker(viewer, input.organisation)
  const before = await groupingById(db, id)
  if (before !== undefined) {
    speaker(viewer, before.leadId)
    return before
  }
  const lead = await organisationNamed(db, input.organisation)
  if (lead === undefined)
    throw new Refusal('invalid', 'No such organisation.', { fields: { organisation: 'choice' } })
  const now = deps.now()
  await db.write([
    guardThat(roomFor(lead.id)),
    db.make.insert(groupings).values({
      id,
      ...{ leadId: lead.id, leadName: lead.name, authorId: by.id },
      ...{ tenderN: lot.tenderN, lotNumber: lot.number, subject: lot.subject },
      ...{ form: input.form, seeks: input.seeks, brings: input.brings },
      ...{ state: 'open', createdAt: now, updatedAt: now },
    }),
  ])
  return found(deps, id)
}

const roomFor = (leadId: string): Statement => ({
  sql: "SELECT (SELECT count(*) FROM groupings WHERE lead_id = ? AND state <> 'ended') < ?",
  args: [leadId, mostOpen],
})

/** Refused as a conflict if somebody changed it first. */
export async function reviseCall(
  deps: Deps,
  viewer: Visitor,
  grouping: Grouping,
  { revision, input }: { revision: number; input: Pick<CallInput, 'form' | 'seeks' | 'brings'> },
): Promise<void> {
  speaker(viewer, grouping.leadId)
  if (grouping.state === 'ended') throw new Refusal('conflict', 'This call has ended.')
  const { form, seeks, brings } = input
  await deps.db.write(moved(deps, { ...grouping, revision }, { form, seeks, brings }))
}

/** Closed: nobody new; open again; ended: for good, and those who take part elsewhere are told. */
export async function setCallState(
  deps: Deps,
  viewer: Visitor,
  grouping: Grouping,
  state: Grouping['state'],
): Promise<void> {
  speaker(viewer, grouping.leadId)
  if (grouping.state === state) return
  if (grouping.state === 'ended') throw new Refusal('conflict', 'This call has ended.')
  const now = deps.now()
  const told = { type: 'grouping.ended', subject: grouping.id, activityId: deps.newId(), now }
  await deps.db.write([
    ...moved(deps, grouping, { state }),
    ...(state === 'ended' ? record(deps.db, told) : []),
  ])
}

const moved = (deps: Deps, grouping: Grouping, change: Partial<Grouping>): Step[] => [
  deps.db.make
    .update(groupings)
    .set({ ...change, revision: grouping.revision + 1, updatedAt: deps.now() })
    .where(and(eq(groupings.n, grouping.n), eq(groupings.revision, grouping.revision))),
  guard(),
]

/** A year after it ended, or two after anything happened: it is nobody's any more. */
export async function forgetGroupings({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<void> {
  const [ended, idle] = [now() - 365 * day, now() - 730 * day]
  const old = sql`(${groupings.state} = 'ended' and ${groupings.updatedAt} < ${ended}) or ${groupings.updatedAt} < ${idle}`
  if ((await db.read.$count(groupings, old)) > 0) await db.write([db.make.delete(groupings).where(old)])
}

const day = 86_400_000

/** What happens in it keeps it alive. */
export const touched = ({ db, now }: Pick<Deps, 'db' | 'now'>, groupingN: number): Step =>
  db.make.update(groupings).set({ updatedAt: now() }).where(eq(groupings.n, groupingN))

export async function found(deps: Pick<Deps, 'db'>, id: string): Promise<Grouping> {
  const grouping = await groupingById(deps.db, id)
  if (grouping === undefined) throw new Refusal('absent', 'There is no such call for partners.')
  return grouping
}
