import { z } from 'zod'
import type { Visitor } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { optionalEmail, optionalText } from '../kinds/gate.ts'
import type { Thing } from './thing.ts'
import * as store from './store.ts'

/** What anybody may send, with or without an account. */
export const reportInput = z.object({
  /** Chosen with the form: the same form sent twice is one report. */
  id: z.uuid(),
  reason: optionalText(2000).pipe(z.string('required')),
  email: optionalEmail,
})

export type ReportInput = z.infer<typeof reportInput>

/** Kept for the moderators, who alone see who sent it. */
export async function report(
  deps: Deps,
  viewer: Visitor,
  { subject, subjectId }: Pick<Thing, 'subject' | 'subjectId'>,
  { id, reason, email }: ReportInput,
): Promise<void> {
  const reporter = viewer?.id ?? email ?? ''
  await deps.db.write([
    store.insertReport(deps.db, { id, subject, subjectId, reason, reporter, createdAt: deps.now() }),
  ])
}
