import { and, eq, isNotNull } from 'drizzle-orm'
import { guardThat } from '../../db/open.ts'
import { alerts } from '../../db/schema/alerts.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { isConflict } from '../refusal.ts'
import { fromNowOn, roomOf } from './commands.ts'
import type { Rhythm } from './input.ts'
import { confirmedTwin, type AlertRow, type Wanted } from './queries.ts'

// Searches that are kept on an account, with a letter of their news or without.

/** Somebody whose address is known already. Asked for again, it only changes its rhythm and its name. */
export async function tellAccount(
  deps: Deps,
  viewer: Viewer,
  wanted: Wanted,
  { rhythm, name }: { rhythm: Rhythm; name: string },
): Promise<'told' | 'many'> {
  const { db } = deps
  const before = await confirmedTwin(db, viewer.id, wanted)
  if (before !== undefined) {
    await changeAlert(deps, before, { rhythm, ...(name !== '' && { name }) })
    return 'told'
  }
  const now = deps.now()
  const row = {
    ...wanted,
    id: deps.newId(),
    reader: viewer.id,
    userId: viewer.id,
    ...{ rhythm, name },
    locale: viewer.locale,
  }
  try {
    await db.write([
      guardThat(roomOf(viewer.id)),
      db.make
        .insert(alerts)
        .values({ ...row, createdAt: now, confirmedAt: now, ...(await fromNowOn(deps, viewer.id, rhythm)) })
        .onConflictDoNothing(),
    ])
    return 'told'
  } catch (error) {
    if (isConflict(error)) return 'many'
    throw error
  }
}

/** Also wakes one that was paused: whoever chooses reads. What came while no letter did is no news any more. */
export async function changeAlert(
  deps: Deps,
  alert: AlertRow,
  { rhythm, ...named }: { rhythm: Rhythm; name?: string },
): Promise<void> {
  const { since, sinceN, dueAt } = await fromNowOn(deps, alert.reader, rhythm)
  await deps.db.write([
    deps.db.make
      .update(alerts)
      .set({
        ...{ rhythm, failures: 0, pausedAt: null, ...named },
        ...(alert.rhythm !== rhythm && { dueAt }),
        ...(alert.rhythm === 'none' && { since, sinceN }),
      })
      .where(and(eq(alerts.id, alert.id), isNotNull(alerts.confirmedAt))),
  ])
}
