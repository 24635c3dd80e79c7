import { and, eq, isNull } from 'drizzle-orm'
import { guard, type Step } from '../../db/open.ts'
import { checks } from '../../db/schema/checks.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { inputOf } from '../entries/as-sent.ts'
import { revise } from '../entries/commands.ts'
import type { Entry } from '../entries/load.ts'
import { whole } from '../entries/whole.ts'
import { dayOf, monthsAfter } from '../kinds/checked.ts'
import { faultsOf, type Fault } from '../kinds/faults.ts'
import { answerFaults, type CheckAnswer } from './input.ts'
import { openCheck, type CheckRow } from './queries.ts'
import { noted } from './noted.ts'
import { monthsBetween } from './terms.ts'

/**
 * Writes an answer into the page, as the person who gives it would by hand: dated, with who says so, by the command
 * that revises entries, and in the same breath closes the question and sets the next one. A link answers once.
 */
export async function answer(
  deps: Deps,
  viewer: Viewer,
  entry: Entry,
  given: CheckAnswer,
  check: CheckRow | undefined,
): Promise<Fault[]> {
  const faults = answerFaults(given, deps.now())
  if (faults.length > 0) return faults
  const now = whole(entry)
  const today = dayOf(deps.now())
  const nextCheck = given.next ?? monthsAfter(today, monthsBetween)
  const by = entry.envelope.speaker?.name ?? deps.hub.settings.name
  const read = entry.kind.fields.safeParse({ ...noted(now, given, { today, by }), nextCheck })
  if (!read.success) return faultsOf(read.error)
  const change = {
    revision: entry.envelope.revision,
    input: { ...inputOf(now), fields: read.data },
    picture: undefined,
    also: closing(deps, check ?? (await openCheck(deps.db, entry.envelope.n))),
  }
  await revise(deps, viewer, entry, change)
  return []
}

/** Of two who answer the same question, one does. */
const closing = ({ db, now }: Pick<Deps, 'db' | 'now'>, check: CheckRow | undefined): Step[] =>
  check === undefined
    ? []
    : [
        db.make
          .update(checks)
          .set({ closedAt: now() })
          .where(and(eq(checks.n, check.n), isNull(checks.closedAt))),
        guard(),
      ]
