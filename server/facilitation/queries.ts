import { and, asc, count, desc, eq, gt, gte, isNotNull, isNull, lt, lte, or, type SQL } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { users } from '../../db/schema/accounts.ts'
import { caseEvents, cases } from '../../db/schema/facilitation.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { CaseAct, CaseRow } from './store.ts'

export async function caseById(db: Database, id: string): Promise<CaseRow | undefined> {
  const [row] = await db.read.select().from(cases).where(eq(cases.id, id))
  return row
}

/** The desk knows of none that nobody has confirmed. */
export async function confirmedCase(
  db: Database,
  id: string,
): Promise<(CaseRow & { takenByName: string | null }) | undefined> {
  const [row] = await db.read
    .select({ found: cases, takenByName: users.name })
    .from(cases)
    .leftJoin(users, eq(users.id, cases.takenBy))
    .where(and(eq(cases.id, id), isNotNull(cases.confirmedAt)))
  return row && { ...row.found, takenByName: row.takenByName }
}

export interface CaseEvent {
  n: number
  act: CaseAct
  desk: boolean
  /** Null: an account that is gone, or whoever asked. */
  by: string | null
  byId: string | null
  text: string
  at: number
  mails: boolean
  mailedAt: number | null
}

/** All that happened, oldest first. Of a long case the latest: nobody reads a thousand. */
export async function eventsOf(db: Database, caseN: number): Promise<CaseEvent[]> {
  const rows = await db.read
    .select({ event: caseEvents, by: users.name })
    .from(caseEvents)
    .leftJoin(users, eq(users.id, caseEvents.byId))
    .where(eq(caseEvents.caseN, caseN))
    .orderBy(desc(caseEvents.n))
    .limit(500)
  return rows.map(({ event, by }) => ({ ...event, by })).toReversed()
}

export const hasHappened = async (db: Database, once: string): Promise<boolean> =>
  (await db.read.$count(caseEvents, eq(caseEvents.once, once))) > 0

/** What whoever asked has written since the desk last answered. */
export async function unanswered(db: Database, caseN: number): Promise<number> {
  const [last] = await db.read
    .select({ n: caseEvents.n })
    .from(caseEvents)
    .where(and(eq(caseEvents.caseN, caseN), eq(caseEvents.act, 'answer')))
    .orderBy(desc(caseEvents.n))
    .limit(1)
  return db.read.$count(
    caseEvents,
    and(eq(caseEvents.caseN, caseN), eq(caseEvents.act, 'reply'), gt(caseEvents.n, last?.n ?? 0)),
  )
}

export const workLists = ['new', 'mine', 'waiting', 'open', 'closed'] as const
export type WorkList = (typeof workLists)[number]

export const casesPerPage = 30

export type ListedCase = CaseRow & { takenByName: string | null }

/** One work list; those that wait longest come first, what is closed by its end. `before`: waiting since then at least. */
export const casesIn = (
  db: Database,
  list: WorkList,
  viewer: Viewer,
  page: { limit: number; offset: number; before: number },
): Promise<ListedCase[]> =>
  db.read
    .select({ found: cases, takenByName: users.name })
    .from(cases)
    .leftJoin(users, eq(users.id, cases.takenBy))
    .where(within(list, viewer, page.before))
    .orderBy(...order[list], asc(cases.n))
    .limit(page.limit)
    .offset(page.offset)
    .then((rows) => rows.map(({ found, takenByName }) => ({ ...found, takenByName })))

export const countIn = async (
  db: Database,
  list: WorkList,
  viewer: Viewer,
  before: number,
): Promise<number> => {
  const [row] = await db.read
    .select({ found: count() })
    .from(cases)
    .where(within(list, viewer, before))
  return row?.found ?? 0
}

const isOpen = and(isNotNull(cases.confirmedAt), isNull(cases.closedAt))

function within(list: WorkList, viewer: Viewer, before: number): SQL | undefined {
  switch (list) {
    case 'new':
      return and(isOpen, isNull(cases.takenBy))
    case 'mine':
      return and(isOpen, eq(cases.takenBy, viewer.id))
    case 'waiting':
      return and(isOpen, lte(cases.waitingSince, before))
    case 'open':
      return isOpen
    case 'closed':
      return and(isNotNull(cases.confirmedAt), isNotNull(cases.closedAt))
  }
}

const order: Readonly<Record<WorkList, SQL[]>> = {
  new: [asc(cases.confirmedAt)],
  mine: [desc(cases.movedAt)],
  waiting: [asc(cases.waitingSince)],
  open: [desc(cases.movedAt)],
  closed: [desc(cases.closedAt)],
}

/** What waits for this person: what nobody has taken, and those of theirs to which an answer is owed. */
export const awaitingFacilitator = async (db: Database, viewer: Viewer): Promise<number> => {
  const [row] = await db.read
    .select({ open: count() })
    .from(cases)
    .where(
      and(
        isOpen,
        or(isNull(cases.takenBy), and(eq(cases.takenBy, viewer.id), isNotNull(cases.waitingSince))),
      ),
    )
  return row?.open ?? 0
}

/** A member's own, for the way back to them. */
export const casesOfMember = (
  db: Database,
  userId: string,
): Promise<{ id: string; subject: string; closedAt: number | null }[]> =>
  db.read
    .select({ id: cases.id, subject: cases.subject, closedAt: cases.closedAt })
    .from(cases)
    .where(and(eq(cases.userId, userId), isNotNull(cases.confirmedAt)))
    .orderBy(desc(cases.movedAt))
    .limit(50)

/** Open ones of one address; what others typed with it, and it never confirmed, does not count against it. */
export const openOf = (db: Database, email: string): Promise<number> =>
  db.read.$count(cases, and(eq(cases.email, email), isOpen))

export const askedSince = (db: Database, userId: string, since: number): Promise<number> =>
  db.read.$count(cases, and(eq(cases.userId, userId), gte(cases.createdAt, since)))

/** The same form, sent a moment ago. */
export async function sentBefore(db: Database, once: string): Promise<CaseRow | undefined> {
  const [row] = await db.read.select().from(cases).where(eq(cases.once, once))
  return row
}

/** Letters that could not leave when they were written, and may still. */
export const unsentEvents = (db: Database, between: { from: number; until: number }) =>
  db.read
    .select({ n: caseEvents.n, caseId: cases.id })
    .from(caseEvents)
    .innerJoin(cases, eq(cases.n, caseEvents.caseN))
    .where(
      and(
        eq(caseEvents.mails, true),
        isNull(caseEvents.mailedAt),
        gte(caseEvents.at, between.from),
        lt(caseEvents.at, between.until),
      ),
    )
    .orderBy(asc(caseEvents.n))
    .limit(100)
