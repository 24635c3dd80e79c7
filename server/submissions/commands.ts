import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { guard, guardThat, type Statement, type Step } from '../../db/open.ts'
import { submissions, verdicts } from '../../db/schema/submissions.ts'
import { send } from '../accounts/letters.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import type { Entry } from '../entries/load.ts'
import { removeAttachment } from '../media/attachments.ts'
import { isConflict, Refusal } from '../refusal.ts'
import { callIn } from '../kinds/call/stages.ts'
import { defaultZone } from '../../views/format.ts'
import type { Locale } from '../../views/language.tsx'
import type { Dossier } from './input.ts'
import { beginLetter, receiptLetter } from './letters.ts'
import { pathTo } from './link.ts'
import { filesOf, submissionById, type SubmissionRow } from './queries.ts'
import { takesProjects } from './stages.ts'

const hour = 3_600_000

/** How long a link waits for its reader, before anything was written behind it. */
export const confirmWithin = 72 * hour

/** Of one call: a machine that types addresses fills neither the disk nor other people's mailboxes. */
export const most = { unconfirmed: 200, ofCall: 1_000, ofAddress: 5 }

type New = Pick<SubmissionRow, 'id' | 'email' | 'contact' | 'project' | 'locale'> &
  Partial<Pick<SubmissionRow, 'holder' | 'userId' | 'confirmedAt'>>

/**
 * Somebody without an account begins: their link goes to the address, and nothing is written before it is opened. The
 * answer is the same whatever was there before. False: the letter could not leave, and nothing is kept.
 */
export async function begin(
  deps: Deps,
  entry: Entry,
  written: Pick<SubmissionRow, 'id' | 'email' | 'contact' | 'project'> & { locale: Locale },
): Promise<boolean> {
  // The same form sent twice.
  if ((await submissionById(deps.db, written.id)) !== undefined) return true
  await insert(deps, entry, written)
  const about = { title: entry.envelope.title, hub: deps.hub.settings.name }
  const link = deps.hub.origin + pathTo(deps, 'submission', written.id)
  if (await send(deps, beginLetter(written, about, link))) return true
  await deps.db.write([
    deps.db.make
      .delete(submissions)
      .where(and(eq(submissions.id, written.id), isNull(submissions.confirmedAt))),
  ])
  return false
}

/** A member begins: who they are is known. */
export async function beginAsMember(
  deps: Deps,
  viewer: Viewer,
  entry: Entry,
  written: { id: string; project: string; holder: string | null },
): Promise<void> {
  const before = await submissionById(deps.db, written.id)
  if (before?.userId === viewer.id) return
  const { email, name: contact, locale } = viewer
  await insert(deps, entry, {
    ...{ ...written, contact, locale, email: email.toLowerCase() },
    ...{ userId: viewer.id, confirmedAt: deps.now() },
  })
}

async function insert(deps: Deps, entry: Entry, row: New): Promise<void> {
  if (takesProjects(entry, deps.now()) === null)
    throw new Refusal('conflict', 'This call takes no projects now.')
  const now = deps.now()
  const { n } = entry.envelope
  await deps.db.write([
    guardThat(stillOpen(n, now)),
    guardThat(room(n, row.email)),
    deps.db.make.insert(submissions).values({ ...row, entryN: n, createdAt: now, updatedAt: now }),
  ])
}

/** Also asked before, for a clear answer; the guard is for those who press at the same moment. */
export const hasRoom = async ({ db }: Pick<Deps, 'db'>, entryN: number, email: string): Promise<boolean> => {
  const { sql: text, args } = room(entryN, email)
  return (await db.query(text, args)).rows[0]?.[0] === 1
}

const room = (entryN: number, email: string): Statement => ({
  sql: `SELECT (SELECT count(*) FROM submissions WHERE entry_n = ? AND confirmed_at IS NULL) < ?
    AND (SELECT count(*) FROM submissions WHERE entry_n = ?) < ?
    AND (SELECT count(*) FROM submissions WHERE entry_n = ? AND email = ?) < ?`,
  args: [entryN, most.unconfirmed, entryN, most.ofCall, entryN, email, most.ofAddress],
})

/** What the commands of a project ask at the very moment they are done: nothing slips in after the deadline. */
export const stillOpen = (entryN: number, now: number): Statement => ({
  sql: `SELECT EXISTS (SELECT 1 FROM entries JOIN calls ON calls.entry_n = entries.n
    WHERE entries.n = ? AND origin_n IS NULL AND state = 'published' AND calls.phase = 'open'
      AND (closes_at IS NULL OR closes_at >= ?))`,
  args: [entryN, now],
})

export type Outcome = 'saved' | 'over' | 'changed' | 'gone'

/** Keeps what was typed; `submits` makes it a project that the jury reads. It can be changed until the deadline. */
export async function save(
  deps: Deps,
  entry: Entry,
  submission: SubmissionRow,
  change: { dossier: Dossier; revision: number; submits: boolean },
): Promise<Outcome> {
  const now = deps.now()
  if (takesProjects(entry, now) === null) return 'over'
  const submittedAt = submission.submittedAt ?? (change.submits ? now : null)
  try {
    await deps.db.write([
      guardThat(stillOpen(submission.entryN, now)),
      deps.db.make
        .update(submissions)
        .set({
          ...change.dossier,
          submittedAt,
          updatedAt: now,
          confirmedAt: submission.confirmedAt ?? now,
          revision: change.revision + 1,
        })
        .where(and(eq(submissions.id, submission.id), eq(submissions.revision, change.revision))),
      guard(),
      ...rereads(deps, submission),
    ])
  } catch (error) {
    if (!isConflict(error)) throw error
    const found = await submissionById(deps.db, submission.id)
    return found === undefined ? 'gone' : found.revision === change.revision ? 'over' : 'changed'
  }
  if (change.submits && submission.submittedAt === null) await receipt(deps, entry, submission, now)
  return 'saved'
}

/** Ratings that were given before a deadline was put off are about another text: only the interests stay declared. */
export const rereads = ({ db }: Pick<Deps, 'db'>, { n }: SubmissionRow): Step[] => [
  db.make.delete(verdicts).where(and(eq(verdicts.submissionN, n), eq(verdicts.conflict, false))),
]

/** With the date and hour, which is what counts. It may fail to leave: the page says the same. */
const receipt = (deps: Deps, entry: Entry, submission: SubmissionRow, at: number): Promise<boolean> =>
  send(
    deps,
    receiptLetter(
      submission,
      { title: entry.envelope.title, hub: deps.hub.settings.name },
      {
        at,
        zone: callIn(entry)?.timeZone ?? defaultZone,
        link: deps.hub.origin + pathTo(deps, 'submission', submission.id),
      },
    ),
  )

/** Who wrote it takes it back, as long as nothing is decided: it is gone, with its files. */
export async function takeBack(deps: Deps, submission: SubmissionRow): Promise<boolean> {
  const files = await filesOf(deps.db, submission.n)
  const [gone] = await deps.db.write([
    deps.db.make
      .delete(submissions)
      .where(and(eq(submissions.id, submission.id), isNull(submissions.toldAt), undecided)),
  ])
  if (gone?.rowsAffected !== 1) return false
  for (const { id } of files) await removeAttachment(deps, id)
  return true
}

const undecided = sql`not exists (select 1 from call_decisions
  where call_decisions.entry_n = ${submissions.entryN} and published_at is not null)`

/** Drafts of somebody who goes: nobody else has read them. What was submitted is the organisation's word too. */
export const draftsGone = ({ db }: Pick<Deps, 'db'>, userId: string): Step[] => [
  db.make
    .delete(submissions)
    .where(
      and(eq(submissions.userId, userId), isNotNull(submissions.userId), isNull(submissions.submittedAt)),
    ),
]
