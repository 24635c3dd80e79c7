import { and, eq, sql } from 'drizzle-orm'
import { guardThat, type Statement } from '../../db/open.ts'
import { submissionFiles, submissions } from '../../db/schema/submissions.ts'
import type { Deps } from '../deps.ts'
import type { Entry } from '../entries/load.ts'
import { attachmentKind, attachmentTypes } from '../media/attachment-type.ts'
import { attachmentName, keepAttachment, removeAttachment } from '../media/attachments.ts'
import { isConflict } from '../refusal.ts'
import { rereads, stillOpen } from './commands.ts'
import { fileOf, type SubmissionRow } from './queries.ts'
import { takesProjects } from './stages.ts'

const megabyte = 1_000_000

/** What may be attached: to one project, to all those of one call, and on the whole hub. */
export const mostFiles = {
  count: 5,
  bytes: 5 * megabyte,
  ofCall: 500 * megabyte,
  ofHub: 2_000 * megabyte,
}

export type Attached = 'attached' | 'over' | 'no-file' | 'too-big' | 'wrong-type' | 'too-many' | 'full'

/** One file more. The bytes are kept as they came, and are given to nobody but as a file to save. */
export async function attach(
  deps: Deps,
  entry: Entry,
  submission: SubmissionRow,
  file: File | null,
): Promise<Attached> {
  if (takesProjects(entry, deps.now()) === null) return 'over'
  if (file === null || file.size === 0) return 'no-file'
  if (file.size > mostFiles.bytes) return 'too-big'
  const bytes = new Uint8Array(await file.arrayBuffer())
  const kind = attachmentKind(bytes)
  if (kind === null) return 'wrong-type'
  if (!(await holds(deps, fewEnough(submission.n)))) return 'too-many'
  if (!(await holds(deps, spaceFor(submission.entryN, bytes.length)))) return 'full'
  const id = deps.newId()
  await keepAttachment(deps, id, bytes)
  try {
    await deps.db.write([
      guardThat(stillOpen(submission.entryN, deps.now())),
      guardThat(fewEnough(submission.n)),
      guardThat(spaceFor(submission.entryN, bytes.length)),
      deps.db.make.insert(submissionFiles).values({
        ...{ id, submissionN: submission.n, bytes: bytes.length, createdAt: deps.now() },
        ...{ name: attachmentName(file.name, kind), type: attachmentTypes[kind] },
      }),
      // Who has the link reads the mailbox.
      deps.db.make
        .update(submissions)
        .set({ confirmedAt: sql`coalesce(confirmed_at, ${deps.now()})` })
        .where(eq(submissions.n, submission.n)),
      ...rereads(deps, submission),
    ])
    return 'attached'
  } catch (error) {
    await removeAttachment(deps, id)
    if (!isConflict(error)) throw error
    if (!(await holds(deps, stillOpen(submission.entryN, deps.now())))) return 'over'
    return (await holds(deps, fewEnough(submission.n))) ? 'full' : 'too-many'
  }
}

export async function detach(
  deps: Deps,
  entry: Entry,
  submission: SubmissionRow,
  id: string,
): Promise<'detached' | 'over'> {
  if (takesProjects(entry, deps.now()) === null) return 'over'
  if ((await fileOf(deps.db, submission.n, id)) === undefined) return 'detached'
  await deps.db.write([
    guardThat(stillOpen(submission.entryN, deps.now())),
    deps.db.make
      .delete(submissionFiles)
      .where(and(eq(submissionFiles.id, id), eq(submissionFiles.submissionN, submission.n))),
    ...rereads(deps, submission),
  ])
  await removeAttachment(deps, id)
  return 'detached'
}

const holds = async ({ db }: Pick<Deps, 'db'>, statement: Statement): Promise<boolean> =>
  (await db.query(statement.sql, statement.args)).rows[0]?.[0] === 1

const fewEnough = (submissionN: number): Statement => ({
  sql: 'SELECT (SELECT count(*) FROM submission_files WHERE submission_n = ?) < ?',
  args: [submissionN, mostFiles.count],
})

const spaceFor = (entryN: number, bytes: number): Statement => ({
  sql: `SELECT (SELECT coalesce(sum(bytes), 0) FROM submission_files
      WHERE submission_n IN (SELECT n FROM submissions WHERE entry_n = ?)) + ? <= ?
    AND (SELECT coalesce(sum(bytes), 0) FROM submission_files) + ? <= ?`,
  args: [entryN, bytes, mostFiles.ofCall, bytes, mostFiles.ofHub],
})
