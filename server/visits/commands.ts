import { and, eq, inArray, isNull } from 'drizzle-orm'
import { guard, guardThat, type Statement } from '../../db/open.ts'
import { visits } from '../../db/schema/visits.ts'
import { send } from '../accounts/letters.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import type { Entry } from '../entries/load.ts'
import { isConflict, Refusal } from '../refusal.ts'
import type { Locale } from '../../views/language.tsx'
import { acts, takesVisits, type Act, type Side } from './access.ts'
import type { VisitInput } from './input.ts'
import { schoolLetter } from './letters.ts'
import { pathOf } from './link.ts'
import { openTwin, visitById, waitingTwin, type VisitRow } from './queries.ts'

const hour = 3_600_000

/** How long the first link waits for its reader. */
export const confirmWithin = 24 * hour

/** Of one entry at a time. */
export const mostUnconfirmed = 100

/**
 * First step: a letter to the address, which repeats nothing of what was typed. Nobody reads it before its owner has
 * opened the link. False: the letter could not leave, and nothing is kept.
 */
export async function ask(
  deps: Deps,
  { envelope }: Entry,
  asked: VisitInput & { locale: Locale },
): Promise<boolean> {
  const { db, hub } = deps
  const about = { title: envelope.title, hub: hub.settings.name }
  const linkTo = (id: string): string => hub.origin + pathOf(deps, id, 'school')
  const before = await openTwin(db, envelope.n, asked)
  if (before !== undefined) return send(deps, schoolLetter('known', asked, about, linkTo(before.id)))
  if (await waitingTwin(db, envelope.n, asked, deps.now() - hour)) return true
  const id = deps.newId()
  await db.write([
    guardThat(roomFor(envelope.n)),
    db.make.insert(visits).values({ ...asked, id, entryN: envelope.n, createdAt: deps.now() }),
  ])
  if (await send(deps, schoolLetter('asked', asked, about, linkTo(id)))) return true
  await db.write([db.make.delete(visits).where(and(eq(visits.id, id), isNull(visits.confirmedAt)))])
  return false
}

/** Also asked before, for a clear answer. */
export const isCrowded = async ({ db }: Pick<Deps, 'db'>, entryN: number): Promise<boolean> => {
  const { sql, args } = roomFor(entryN)
  return (await db.query(sql, args)).rows[0]?.[0] !== 1
}

const roomFor = (entryN: number): Statement => ({
  sql: 'SELECT (SELECT count(*) FROM visits WHERE entry_n = ? AND confirmed_at IS NULL) < ?',
  args: [entryN, mostUnconfirmed],
})

export type Confirmation = 'sent' | 'over' | 'twice' | 'late'

/** What stands in the way now; null: it may be sent. */
export async function hindrance(
  deps: Pick<Deps, 'db' | 'now'>,
  entry: Entry,
  visit: VisitRow,
): Promise<Exclude<Confirmation, 'sent'> | null> {
  if (visit.createdAt + confirmWithin < deps.now()) return 'late'
  if (!takesVisits(entry, deps.now())) return 'over'
  return (await openTwin(deps.db, visit.entryN, visit)) === undefined ? null : 'twice'
}

/** Second step: the address is theirs, and the structure may read it. */
export async function confirm(deps: Deps, entry: Entry, visit: VisitRow): Promise<Confirmation> {
  if (visit.confirmedAt !== null) return 'sent'
  const hindered = await hindrance(deps, entry, visit)
  if (hindered !== null) return hindered
  try {
    await deps.db.write([
      guardThat(stillOpen(visit.entryN, deps.now())),
      guardThat(nobodyElse(visit)),
      deps.db.make
        .update(visits)
        .set({ confirmedAt: deps.now() })
        .where(and(eq(visits.id, visit.id), isNull(visits.confirmedAt))),
      guard(),
    ])
    return 'sent'
  } catch (error) {
    if (!isConflict(error)) throw error
    const now = await visitById(deps.db, visit.id)
    if (now === undefined) return 'over'
    return now.confirmedAt === null ? ((await hindrance(deps, entry, now)) ?? 'over') : 'sent'
  }
}

const stillOpen = (entryN: number, now: number): Statement => ({
  sql: `SELECT EXISTS (SELECT 1 FROM entries WHERE n = ? AND origin_n IS NULL AND state = 'published'
    AND (closes_at IS NULL OR closes_at >= ?))`,
  args: [entryN, now],
})

const nobodyElse = ({ entryN, email, level }: VisitRow): Statement => ({
  sql: `SELECT NOT EXISTS (SELECT 1 FROM visits WHERE entry_n = ? AND email = ? AND level = ?
    AND confirmed_at IS NOT NULL AND state IN ('asked', 'accepted'))`,
  args: [entryN, email, level],
})

export interface Change {
  act: Act
  side: Side
  /** What the page showed: of two who answer at once, one does. */
  revision: number
  by: Viewer | null
  note: string
  held?: { heldOn: string; heldPupils: number }
}

/** Null: it is so already, by the same act. */
export async function change(deps: Deps, visit: VisitRow, asked: Change): Promise<VisitRow | null> {
  const { from, to, sides } = acts[asked.act]
  if (!sides.includes(asked.side)) throw new Refusal('forbidden', 'This is for the other side to say.')
  if (visit.confirmedAt === null) throw new Refusal('absent', 'There is no such visit.')
  const isRepeated = visit.revision === asked.revision + 1 && visit.state === to && visit.note === asked.note
  if (isRepeated) return null
  if (!from.includes(visit.state) || visit.revision !== asked.revision)
    throw new Refusal('conflict', 'It was answered meanwhile.')
  await deps.db.write([
    deps.db.make
      .update(visits)
      .set({
        state: to,
        revision: visit.revision + 1,
        note: asked.note,
        changedAt: deps.now(),
        changedBy: asked.by?.id ?? null,
        ...(asked.held === undefined ? {} : { ...asked.held, declaredAt: deps.now() }),
      })
      .where(
        and(eq(visits.id, visit.id), inArray(visits.state, [...from]), eq(visits.revision, asked.revision)),
      ),
    guard(),
  ])
  return (await visitById(deps.db, visit.id)) ?? null
}
