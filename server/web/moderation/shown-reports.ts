import type { Locale } from '../../../views/language.tsx'
import type { ShownReport } from '../../../views/moderation/reports.tsx'
import type { Deps } from '../../deps.ts'
import { outcomes, outcomesFor } from '../../moderation/decide.ts'
import { forwardTo } from '../../moderation/forwarding.ts'
import { memberNames } from '../../moderation/member-names.ts'
import { things } from '../../moderation/queries.ts'
import { arrivalsOf, closingsOf, type ReportRow } from '../../moderation/report-store.ts'
import { keyOf } from '../../moderation/thing.ts'
import { mayReopen } from '../../moderation/undo.ts'
import { hostKey } from '../../text/host.ts'
import { shownThing } from './shown.ts'

/** Reports in the words of their view. */
export async function shownReports(
  deps: Deps,
  locale: Locale,
  rows: readonly ReportRow[],
): Promise<ShownReport[]> {
  const found = await things(deps, rows)
  const names = await memberNames(
    deps.db,
    rows.map(({ reporter }) => reporter),
  )
  const closings = await closingsOf(deps.db, rows)
  const arrivals = await arrivalsOf(deps.db, rows, deps.now())
  return rows.map((report) => {
    const about = found.get(keyOf(report))
    const { id, closedAt, forwardedAt, forwardedTo, forwardId } = report
    const closing = closings.get(id)
    return {
      ...{ id, subject: report.subject, reason: report.reason, at: report.createdAt },
      reporter: reporterOf(report, names),
      thing: about === undefined ? null : shownThing(about, locale),
      outcomes: closedAt === null ? outcomesFor(about, true) : [],
      closed:
        closedAt === null || closing === undefined
          ? null
          : {
              ...{ at: closedAt, by: closing.byName, reason: closing.reason },
              outcome: outcomes.find((outcome) => outcome === report.outcome) ?? null,
              mayReopen: mayReopen(report),
            },
      wishesForward: report.wishesForward,
      forwardTo: forwardTo(report, about),
      forwarded:
        forwardedAt === null
          ? null
          : { at: forwardedAt, to: forwardedTo ?? '', arrival: arrivals.get(forwardId ?? '') ?? 'past' },
    }
  })
}

/** A member's id, an actor's address, an e-mail address, or nothing. A server speaks for its people: it is named. */
function reporterOf({ reporter }: ReportRow, names: ReadonlyMap<string, string>): ShownReport['reporter'] {
  const member = names.get(reporter)
  if (member !== undefined) return { kind: 'member', name: member }
  if (reporter.includes('://')) return { kind: 'server', name: hostKey(reporter) ?? reporter }
  return reporter.includes('@') ? { kind: 'email', name: reporter } : { kind: 'nobody', name: '' }
}
