import { and, eq, inArray, sql } from 'drizzle-orm'
import { guard, guardThat, type Database, type Statement, type Step } from '../../db/open.ts'
import { groupingMembers, groupingMessages, groupings } from '../../db/schema/groupings.ts'
import type { Deps } from '../deps.ts'
import { touched } from './commands.ts'
import { roomIn } from './exchange.ts'
import { isIn, isOpen, put } from './members.ts'
import { groupingAt, groupingById, membersOf, type Grouping } from './queries.ts'

// What other hubs say of calls for partners. Steps alone, for the command that marks the activity as seen.

/** What strangers may leave here (interop.md §4.1, rule 29): they wait until somebody answers them. */
export const mostOf = { hostInACall: 10, hostAsking: 100, actorWriting: 200 } as const

interface Sender {
  n: number
  host: string
}

/** An organisation of another hub would take part in a call of ours. */
export async function receiveAsk(
  deps: Deps,
  sender: Sender,
  asked: { groupingId: string; name: string; role: string; note: string | null; offerId: string },
): Promise<Step[]> {
  const { db } = deps
  const grouping = await groupingById(db, asked.groupingId)
  if (grouping === undefined || grouping.apId !== null || grouping.state !== 'open') return []
  const before = (await membersOf(db, grouping.n)).find(({ actorN }) => actorN === sender.n)
  const room = roomFor(sender, grouping.n)
  if ((before !== undefined && isIn(before)) || !(await isTrue(db, room))) return []
  if (!(await isTrue(db, isOpen(grouping.n)))) return []
  const { name, role, note, offerId } = asked
  return [
    guardThat(isOpen(grouping.n)),
    // Many may ask at the same moment.
    guardThat(room),
    ...put(deps, before, {
      ...{ id: before?.id ?? deps.newId(), groupingN: grouping.n, actorN: sender.n },
      ...{ name, role, note, offerId, state: 'asked', answer: null, answeredAt: null, toldAt: null },
      createdAt: deps.now(),
    }),
    touched(deps, grouping.n),
  ]
}

const roomFor = ({ host }: Sender, groupingN: number): Statement => ({
  sql: `SELECT
    (SELECT count(*) FROM grouping_members JOIN actors ON actors.n = actor_n WHERE host = ? AND grouping_n = ?) < ? AND
    (SELECT count(*) FROM grouping_members JOIN actors ON actors.n = actor_n WHERE host = ? AND state = 'asked') < ?`,
  args: [host, groupingN, mostOf.hostInACall, host, mostOf.hostAsking],
})

/** Whoever leads a call elsewhere answers one of ours: by the id of our Offer, and nobody else's word counts. */
export async function receiveAnswer(
  deps: Pick<Deps, 'db' | 'now'>,
  sender: Pick<Sender, 'n'>,
  { offerId, outcome, answer }: { offerId: string; outcome: 'accepted' | 'declined'; answer: string | null },
): Promise<Step[]> {
  const [row] = await deps.db.read
    .select({ n: groupingMembers.n, groupingN: groupingMembers.groupingN, state: groupingMembers.state })
    .from(groupingMembers)
    .innerJoin(groupings, eq(groupings.n, groupingMembers.groupingN))
    .where(and(eq(groupingMembers.offerId, offerId), eq(groupings.originN, sender.n)))
  if (row === undefined || !isIn(row) || row.state === outcome) return []
  return [
    deps.db.make
      .update(groupingMembers)
      .set({ state: outcome, answer, answeredAt: deps.now(), toldAt: null })
      .where(and(eq(groupingMembers.n, row.n), eq(groupingMembers.state, row.state))),
    guard(),
    touched(deps, row.groupingN),
  ]
}

/** Whoever asked takes it back: by the id of their own Offer. */
export async function receiveLeave(
  deps: Pick<Deps, 'db' | 'now'>,
  sender: Pick<Sender, 'n'>,
  offerId: string,
): Promise<Step[]> {
  const theirs = and(
    eq(groupingMembers.offerId, offerId),
    eq(groupingMembers.actorN, sender.n),
    inArray(groupingMembers.state, ['asked', 'accepted']),
  )
  const [row] = await deps.db.read.select().from(groupingMembers).where(theirs)
  if (row === undefined) return []
  return [
    deps.db.make.update(groupingMembers).set({ state: 'left', toldAt: deps.now() }).where(theirs),
    touched(deps, row.groupingN),
  ]
}

/** The call that a private word belongs to, if its writer takes part in it; null: it is an ordinary message. */
export async function callOf(
  db: Database,
  sender: Pick<Sender, 'n'>,
  { ownId, apId }: { ownId: string | null; apId: string },
): Promise<Grouping | null> {
  const grouping = await (ownId === null ? groupingAt(db, apId) : groupingById(db, ownId))
  if (grouping === undefined || grouping.state === 'ended') return null
  if (grouping.apId !== null) return grouping.originN === sender.n ? grouping : null
  const members = await membersOf(db, grouping.n)
  return members.some(({ actorN, state }) => actorN === sender.n && state === 'accepted') ? grouping : null
}

export async function receiveWords(
  deps: Deps,
  sender: Sender,
  grouping: Grouping,
  said: { apId: string; name: string; text: string; publishedAt: number },
): Promise<Step[]> {
  const { db } = deps
  const room = roomIn(grouping.n)
  const [counted] = await db.read
    .select({ known: sql<number>`sum(${groupingMessages.apId} = ${said.apId})`, all: sql<number>`count(*)` })
    .from(groupingMessages)
    .where(and(eq(groupingMessages.actorN, sender.n), eq(groupingMessages.groupingN, grouping.n)))
  if ((counted?.known ?? 0) > 0 || (counted?.all ?? 0) >= mostOf.actorWriting || !(await isTrue(db, room)))
    return []
  return [
    guardThat(room),
    db.make
      .insert(groupingMessages)
      .values({
        ...{ id: deps.newId(), groupingN: grouping.n, actorN: sender.n },
        ...{ apId: said.apId, name: said.name, text: said.text, createdAt: said.publishedAt },
      })
      .onConflictDoNothing(),
    touched(deps, grouping.n),
  ]
}

/** Whoever leads it has ended it. */
export async function receiveEnd(
  deps: Pick<Deps, 'db' | 'now'>,
  sender: Pick<Sender, 'n'>,
  apId: string,
): Promise<Step[]> {
  const grouping = await groupingAt(deps.db, apId)
  if (grouping === undefined || grouping.originN !== sender.n || grouping.state === 'ended') return []
  return [
    deps.db.make
      .update(groupings)
      .set({ state: 'ended', updatedAt: deps.now() })
      .where(eq(groupings.n, grouping.n)),
  ]
}

/** A call of another hub, looked at because one of ours would answer it; kept once, and brought up to date. */
export async function keepCall(
  deps: Deps,
  call: Pick<Grouping, 'apId' | 'originN' | 'leadName' | 'subject' | 'seeks' | 'tenderN' | 'lotNumber'> & {
    apId: string
  },
): Promise<string> {
  const known = await groupingAt(deps.db, call.apId)
  const now = deps.now()
  if (known !== undefined) {
    // Another speaks under its address: nothing of theirs takes its place.
    if (known.originN !== call.originN) return known.id
    const { leadName, subject, seeks } = call
    await deps.db.write([
      deps.db.make
        .update(groupings)
        .set({ leadName, subject, seeks, updatedAt: now })
        .where(eq(groupings.n, known.n)),
    ])
    return known.id
  }
  const id = deps.newId()
  await deps.db.write([
    deps.db.make
      .insert(groupings)
      .values({ ...call, id, form: 'undecided', state: 'open', createdAt: now, updatedAt: now })
      .onConflictDoNothing(),
  ])
  return (await groupingAt(deps.db, call.apId))?.id ?? id
}

const isTrue = async (db: Database, { sql: text, args }: Statement): Promise<boolean> =>
  (await db.query(text, args)).rows[0]?.[0] === 1
