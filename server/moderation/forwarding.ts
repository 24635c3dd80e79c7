import { z } from 'zod'
import type { Authority } from '../accounts/accounts.ts'
import type { Deps } from '../deps.ts'
import { record } from '../entries/store.ts'
import { optionalText } from '../kinds/gate.ts'
import { Refusal } from '../refusal.ts'
import { mayModerate, recorded } from './decisions.ts'
import { markForwarded, type ReportRow } from './report-store.ts'
import type { Thing } from './thing.ts'

export const forwardInput = z.object({ content: optionalText(2000).pipe(z.string('required')) })

/** Whose server could be told: what came from there and is still here, and was not told yet. */
export const forwardTo = (report: ReportRow, thing: Thing | undefined): string | null =>
  report.forwardedAt === null && thing !== undefined && thing.author.actorId !== null ? thing.host : null

/**
 * Its own server is told, in a moderator's words and in the name of the hub: never who reported. What has left cannot
 * be called back.
 */
export async function forwardReport(
  deps: Deps,
  by: Authority,
  { report, thing }: { report: ReportRow; thing: Thing | undefined },
  { content }: z.infer<typeof forwardInput>,
): Promise<void> {
  mayModerate(by)
  const host = forwardTo(report, thing)
  const actor = thing?.author.actorId ?? null
  if (host === null || thing === undefined || actor === null)
    throw new Refusal('conflict', 'This report cannot be passed on any more.')
  const { db } = deps
  const now = deps.now()
  const activityId = deps.newId()
  const things = thing.subject === 'actor' ? [] : [thing.subjectId]
  await db.write([
    ...markForwarded(db, report.id, {
      ...{ forwardedAt: now, forwardedTo: host },
      forwardId: `/ap/activities/${activityId}`,
    }),
    ...record(db, {
      ...{ type: 'report.forwarded', subject: report.id, activityId, now },
      data: { actor, things, content },
    }),
    recorded(deps, by, {
      ...{ action: 'report-forwarded', subject: thing.subject, subjectId: thing.subjectId },
      ...{ reason: content, reportId: report.id },
    }),
  ])
}
