import {
  and,
  asc,
  count,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  or,
  sql,
  sum,
  type SQL,
} from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { memberships, users } from '../../db/schema/accounts.ts'
import { entries } from '../../db/schema/entries.ts'
import { inquiries } from '../../db/schema/inquiries.ts'
import { hasRole, type Viewer } from '../accounts/viewer.ts'
import { local } from '../entries/store.ts'
import { seatsOf } from './seats.ts'
import type { Locale } from '../../views/language.tsx'

export type InquiryRow = typeof inquiries.$inferSelect

export async function inquiryById(db: Database, id: string): Promise<InquiryRow | undefined> {
  const [row] = await db.read.select().from(inquiries).where(eq(inquiries.id, id))
  return row
}

export const inquiriesPerPage = 50

/** Of one entry, whose addresses are confirmed: those that wait first, then by arrival. */
export const inquiriesTo = (
  db: Database,
  entryN: number,
  page: { limit: number; offset: number },
): Promise<(InquiryRow & { handledByName: string | null })[]> =>
  db.read
    .select({ inquiry: inquiries, handledByName: users.name })
    .from(inquiries)
    .leftJoin(users, eq(users.id, inquiries.handledBy))
    .where(and(eq(inquiries.entryN, entryN), isNotNull(inquiries.confirmedAt)))
    .orderBy(desc(isNull(inquiries.handledAt)), desc(inquiries.confirmedAt), desc(inquiries.n))
    .limit(page.limit)
    .offset(page.offset)
    .then((rows) => rows.map(({ inquiry, handledByName }) => ({ ...inquiry, handledByName })))

/** Confirmed: how many letters, of how many people with a place, and how many wait to be handled. */
export async function inquiryCounts(
  db: Database,
  entryN: number,
): Promise<{ all: number; people: number; open: number }> {
  const placed = sql`case when ${inquiries.waitingSince} is null then ${inquiries.people} end`
  const [row] = await db.read
    .select({ all: count(), people: sum(placed), handled: count(inquiries.handledAt) })
    .from(inquiries)
    .where(and(eq(inquiries.entryN, entryN), isNotNull(inquiries.confirmedAt)))
  const all = row?.all ?? 0
  return { all, people: Number(row?.people ?? 0), open: all - (row?.handled ?? 0) }
}

/**
 * How many wait for this person, in all: counted at the head of each of their pages. From what waits to its entries,
 * which `CROSS JOIN` holds the engine to: the other way round it would read every entry of the hub
 * (https://www.sqlite.org/optoverview.html#manual_control_of_query_plans_using_cross_join).
 */
export const openInquiries = async (db: Database, viewer: Viewer): Promise<number> => {
  const [row] = await db.read
    .select({ open: count() })
    .from(waitingOnes)
    .crossJoin(entries)
    .where(and(waits, eq(entries.n, inquiries.entryN), readBy(viewer)))
  return row?.open ?? 0
}

/** The entries of this person with something to handle, the fullest first. */
export const entriesAsked = (
  db: Database,
  viewer: Viewer,
): Promise<{ title: string; language: string; kind: string; slug: string; open: number }[]> =>
  db.read
    .select({
      ...{ title: entries.title, language: entries.language },
      ...{ kind: entries.kind, slug: entries.slug, open: count() },
    })
    .from(waitingOnes)
    .crossJoin(entries)
    .where(and(waits, eq(entries.n, inquiries.entryN), readBy(viewer)))
    .groupBy(entries.n)
    .orderBy(desc(count()), asc(entries.title))
    .limit(200)

const waitingOnes = sql`${inquiries} indexed by inquiries_waiting`

const waits = and(isNotNull(inquiries.confirmedAt), isNull(inquiries.handledAt))

/** The same as `mayReadInquiries`, said in SQL. */
function readBy(viewer: Viewer): SQL | undefined {
  const organisations = viewer.memberships
    .filter(({ role }) => role === 'editor')
    .map(({ organisationId }) => organisationId)
  const theirs = hasRole(viewer, 'editor')
    ? undefined
    : or(eq(entries.authorId, viewer.id), inArray(entries.organisationId, organisations))
  return and(local(), inArray(entries.state, ['published', 'closed']), theirs)
}

/** To whom it is told: who wrote the entry and who edits for its organisation, while their accounts are open. */
export const readersOf = (
  db: Database,
  entry: { authorId: string | null; organisationId: string | null },
): Promise<{ email: string; locale: Locale }[]> =>
  db.read
    .select({ email: users.email, locale: users.locale })
    .from(users)
    .where(
      and(
        eq(users.state, 'active'),
        or(
          eq(users.id, entry.authorId ?? ''),
          inArray(
            users.id,
            db.make
              .select({ id: memberships.userId })
              .from(memberships)
              .where(
                and(
                  eq(memberships.organisationId, entry.organisationId ?? ''),
                  eq(memberships.role, 'editor'),
                ),
              ),
          ),
        ),
      ),
    )
    .orderBy(asc(users.id))
    .limit(20)

/** What this address has sent to this entry before. */
export async function confirmedBy(
  db: Database,
  entryN: number,
  email: string,
): Promise<InquiryRow | undefined> {
  const [row] = await db.read
    .select()
    .from(inquiries)
    .where(and(eq(inquiries.entryN, entryN), eq(inquiries.email, email), isNotNull(inquiries.confirmedAt)))
  return row
}

/** The same words and the same debates, sent a moment ago and not confirmed yet. */
export async function waitingTwin(
  db: Database,
  entryN: number,
  written: Pick<InquiryRow, 'email' | 'name' | 'body' | 'people' | 'organisation'> & {
    debates: readonly number[]
  },
  since: number,
): Promise<boolean> {
  const { email, name, body, people, organisation, debates } = written
  const twins = await db.read
    .select({ n: inquiries.n })
    .from(inquiries)
    .where(
      and(
        ...[eq(inquiries.entryN, entryN), eq(inquiries.email, email), eq(inquiries.name, name)],
        ...[eq(inquiries.body, body), eq(inquiries.people, people)],
        organisation === null ? isNull(inquiries.organisation) : eq(inquiries.organisation, organisation),
        ...[isNull(inquiries.confirmedAt), gte(inquiries.createdAt, since)],
      ),
    )
  const wanted = debates.toSorted((a, b) => a - b).join()
  for (const { n } of twins) if ((await seatsOf(db, n)).join() === wanted) return true
  return false
}
