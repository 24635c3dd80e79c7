import { z } from 'zod'
import type { Visitor } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { flag, optionalEmail, optionalText } from '../kinds/gate.ts'
import type { Thing } from './thing.ts'
import { insertReport } from './report-store.ts'

/** What anybody may send, with or without an account. */
export const reportInput = z.object({
  /** Chosen with the form: the same form sent twice is one report. */
  id: z.uuid(),
  reason: optionalText(2000).pipe(z.string('required')),
  email: optionalEmail,
  /** That the thing's own server be told as well: a wish, which a moderator fulfils or not. */
  forward: flag,
  /** That a member who reports be told what comes of it. */
  outcome: flag,
})

export type ReportInput = z.infer<typeof reportInput>

/** Kept for the moderators, who alone see who sent it. */
export async function report(
  deps: Deps,
  viewer: Visitor,
  { subject, subjectId, host }: Pick<Thing, 'subject' | 'subjectId' | 'host'>,
  { id, reason, email, forward, outcome }: ReportInput,
): Promise<void> {
  const reporter = viewer?.id ?? email ?? ''
  const wishesForward = forward && host !== null
  const wishesOutcome = outcome && viewer !== null
  const row = {
    ...{ id, subject, subjectId, reason, reporter, wishesForward, wishesOutcome },
    createdAt: deps.now(),
  }
  await deps.db.write([insertReport(deps.db, row)])
}
