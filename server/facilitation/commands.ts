import { eq, isNotNull, isNull, and, sql } from 'drizzle-orm'
import { cases } from '../../db/schema/facilitation.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { isConflict, Refusal } from '../refusal.ts'
import { deskOf } from './access.ts'
import type { ClosingInput } from './input.ts'
import { onceOf } from './link.ts'
import { confirmedCase, hasHappened } from './queries.ts'
import { change, eraseCases, happens, recount, type CaseRow } from './store.ts'

// What those who run the desk do to a case.

/** The case as the desk sees it: nobody else, whatever their role, and none that was never confirmed. */
export async function deskCase(deps: Pick<Deps, 'db'>, viewer: Viewer, id: string) {
  deskOf(viewer)
  const found = await confirmedCase(deps.db, id)
  if (found === undefined) throw new Refusal('absent', 'There is no such case.')
  return found
}

/**
 * Of two who press at the same moment one has it, and the other is told. `from` is who had it when the page was made:
 * a case may be taken over, knowingly.
 */
export async function take(deps: Deps, viewer: Viewer, id: string, from: string | null): Promise<void> {
  const found = await deskCase(deps, viewer, id)
  if (found.takenBy === viewer.id) return
  const at = deps.now()
  const still = from === null ? isNull(cases.takenBy) : eq(cases.takenBy, from)
  await deps.db.write([
    ...change(deps.db, found.n, { takenBy: viewer.id, movedAt: at }, and(still, isNull(cases.closedAt))),
    happens(deps.db, found.n, { act: 'taken', by: viewer.id, at }),
  ])
}

/** Somebody else's turn. */
export async function release(deps: Deps, viewer: Viewer, id: string): Promise<void> {
  const found = await deskCase(deps, viewer, id)
  if (found.takenBy !== viewer.id) return
  const at = deps.now()
  await deps.db.write([
    ...change(deps.db, found.n, { takenBy: null, movedAt: at }, eq(cases.takenBy, viewer.id)),
    happens(deps.db, found.n, { act: 'released', by: viewer.id, at }),
  ])
}

/** To whoever asked. Whoever answers a case that is nobody's has taken it. */
export async function answer(
  deps: Deps,
  viewer: Viewer,
  id: string,
  { form, text }: { form: string; text: string },
): Promise<void> {
  const found = await deskCase(deps, viewer, id)
  const once = onceOf(form, [found.id, 'answer', text])
  await onlyOnce(deps, once, async () => {
    const at = deps.now()
    await deps.db.write([
      deps.db.make
        .update(cases)
        .set({
          waitingSince: null,
          movedAt: at,
          answeredAt: sql`coalesce(${cases.answeredAt}, ${at})`,
          takenBy: sql`coalesce(${cases.takenBy}, ${viewer.id})`,
        })
        .where(and(eq(cases.n, found.n), isNotNull(cases.confirmedAt))),
      happens(deps.db, found.n, { act: 'answer', by: viewer.id, at, text, once, mails: true }),
      recount(found.n),
    ])
  })
}

/** For the desk alone. */
export async function note(
  deps: Deps,
  viewer: Viewer,
  id: string,
  { form, text }: { form: string; text: string },
): Promise<void> {
  const found = await deskCase(deps, viewer, id)
  const once = onceOf(form, [found.id, 'note', text])
  await onlyOnce(deps, once, async () => {
    const at = deps.now()
    await deps.db.write([
      ...change(deps.db, found.n, { movedAt: at }),
      happens(deps.db, found.n, { act: 'note', by: viewer.id, at, text, once }),
    ])
  })
}

export async function close(
  deps: Deps,
  viewer: Viewer,
  id: string,
  closing: ClosingInput & { form: string },
): Promise<void> {
  await end(deps, await deskCase(deps, viewer, id), viewer.id, closing)
}

/** By the desk, or by whoever asked (`by` null). Of two who close at once, one does: the other reads what is noted. */
export async function end(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  found: CaseRow,
  by: string | null,
  { form, outcome, hours, hoursBy, text }: ClosingInput & { form: string },
): Promise<void> {
  const once = onceOf(form, [found.id, 'closed', outcome, hours, hoursBy, text])
  await onlyOnce({ db }, once, async () => {
    const at = now()
    const told =
      hours === null
        ? { hours: null, hoursBy: null, hoursOn: null }
        : { hours, hoursBy, hoursOn: new Date(at).toISOString().slice(0, 10) }
    await db.write([
      ...change(
        db,
        found.n,
        { ...told, outcome, closedAt: at, movedAt: at, waitingSince: null },
        isNull(cases.closedAt),
      ),
      happens(db, found.n, { act: 'closed', by, at, text, once, mails: true }),
      recount(found.n),
    ])
  })
}

export async function reopen(deps: Deps, viewer: Viewer, id: string): Promise<void> {
  const found = await deskCase(deps, viewer, id)
  if (found.closedAt === null) return
  const at = deps.now()
  await deps.db.write([
    ...change(deps.db, found.n, { closedAt: null, outcome: null, movedAt: at }, isNotNull(cases.closedAt)),
    happens(deps.db, found.n, { act: 'reopened', by: viewer.id, at }),
    recount(found.n),
  ])
}

/** When somebody asks for it by telephone or letter: the same as they can do themselves. */
export async function eraseAsDesk(deps: Deps, viewer: Viewer, id: string): Promise<void> {
  const { n } = await deskCase(deps, viewer, id)
  await deps.db.write(eraseCases('n = ?', [n]))
  deps.log.info({ by: viewer.id }, 'a case of the facilitation desk was erased')
}

/** What the same form has done already is done; also when both presses come at the same moment. */
export async function onlyOnce(
  { db }: Pick<Deps, 'db'>,
  once: string,
  act: () => Promise<void>,
): Promise<void> {
  if (await hasHappened(db, once)) return
  try {
    await act()
  } catch (error) {
    if (isConflict(error) && (await hasHappened(db, once))) return
    throw error
  }
}
