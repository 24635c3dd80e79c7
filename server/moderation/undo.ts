import type { Authority } from '../accounts/accounts.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../refusal.ts'
import { decide } from './decide.ts'
import { lastDecision, standingOf, undoingsOf, type DecisionRow } from './decision-store.ts'
import { mayModerate, recorded } from './decisions.ts'
import { thing } from './queries.ts'
import { openReport, reportById, type ReportRow } from './report-store.ts'
import type { Thing } from './thing.ts'

/** How a decision is taken back, as things stand now; null: it cannot be, or is no longer what holds. */
export type Undoing = 'show' | 'hide' | 'reopen'

export function undoingOf(
  { action }: Pick<DecisionRow, 'action'>,
  about: Thing | undefined,
  report: ReportRow | undefined,
): Undoing | null {
  if (action === 'comment-hidden') return about?.state === 'hidden' ? 'show' : null
  if (action === 'comment-shown') return about?.state === 'shown' ? 'hide' : null
  return action === 'report-closed' && report !== undefined && mayReopen(report) ? 'reopen' : null
}

/** What took the thing away for good cannot be looked at again. */
export const mayReopen = ({ closedAt, outcome }: ReportRow): boolean =>
  closedAt !== null && ['none', 'handled', 'shown', 'hidden'].includes(outcome ?? '')

/** A decision of its own, which names the one that it takes back. */
export async function undo(
  deps: Deps,
  by: Authority,
  decision: DecisionRow,
  reason: string,
): Promise<Undoing> {
  mayModerate(by)
  const about = await subjectOf(deps, decision)
  const report = decision.reportId === null ? undefined : await reportById(deps.db, decision.reportId)
  const undoing = undoingOf(decision, about, report)
  const isUndone = (await undoingsOf(deps.db, [decision.id])).size > 0
  if (undoing === null || isUndone || !(await standingOf(deps.db, [decision])).has(decision.id))
    throw new Refusal('conflict', 'This decision cannot be undone any more.')
  if (undoing === 'reopen' && report !== undefined) await reopen(deps, by, report, reason, decision.id)
  else {
    const outcome = undoing === 'hide' ? 'hidden' : 'shown'
    await decide(deps, by, { thing: about, report: undefined }, { outcome, reason, undoes: decision.id })
  }
  return undoing
}

/** It waits again; the decision that closed it is taken back. */
export async function reopen(
  deps: Deps,
  by: Authority,
  report: ReportRow,
  reason: string,
  closedBy?: string,
): Promise<void> {
  mayModerate(by)
  if (!mayReopen(report)) throw new Refusal('conflict', 'This report cannot be opened again.')
  const closing = closedBy ?? (await lastDecision(deps.db, 'report-closed', { reportId: report.id }))?.id
  await deps.db.write([
    ...openReport(deps.db, report.id),
    recorded(deps, by, {
      ...{ action: 'report-reopened', subject: report.subject, subjectId: report.subjectId },
      ...{ reason, reportId: report.id, undoes: closing ?? null },
    }),
  ])
}

const subjectOf = async (deps: Deps, { subject, subjectId }: DecisionRow): Promise<Thing | undefined> =>
  subject === 'entry' || subject === 'comment' || subject === 'actor'
    ? thing(deps, { subject, subjectId })
    : undefined
