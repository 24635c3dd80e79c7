import { eq, sql } from 'drizzle-orm'
import { guard, guardThat, type Statement } from '../../db/open.ts'
import { verdicts } from '../../db/schema/submissions.ts'
import type { Viewer, Visitor } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import type { Entry } from '../entries/load.ts'
import type { CallFields } from '../kinds/call/fields.ts'
import type { Fault } from '../kinds/faults.ts'
import { Refusal } from '../refusal.ts'
import {
  seatOf,
  submissionById,
  submittedTo,
  verdictsOn,
  type JurorRow,
  type SubmissionRow,
  type VerdictRow,
} from './queries.ts'
import { highestScore } from './ranking.ts'
import { isJudged, mayConduct } from './stages.ts'

export const mostNote = 3_000

/** Somebody of the jury, or who publishes the call; both, perhaps. */
export interface Judge {
  viewer: Viewer
  conducts: boolean
  seat: JurorRow | null
}

/** Nobody else learns even that there are projects. A role is looked at each time: one that was taken away is gone. */
export async function judgeOf(deps: Deps, viewer: Visitor, { envelope }: Entry): Promise<Judge> {
  if (viewer === null) throw new Refusal('unauthenticated', 'Log in first.')
  const conducts = mayConduct(viewer, envelope)
  const seat = envelope.origin === null ? ((await seatOf(deps.db, envelope.n, viewer.id)) ?? null) : null
  if (!conducts && seat === null)
    throw new Refusal('forbidden', 'This is for the jury, and for those who publish the call.')
  return { viewer, conducts, seat }
}

export interface Dossiers {
  submissions: SubmissionRow[]
  verdicts: VerdictRow[]
}

/** Everything that was submitted, once the jury may read it. */
export async function dossiersOf(deps: Deps, entry: Entry): Promise<Dossiers> {
  if (!isJudged(entry, deps.now())) return { submissions: [], verdicts: [] }
  const submissions = await submittedTo(deps.db, entry.envelope.n)
  return {
    submissions,
    verdicts: await verdictsOn(
      deps.db,
      submissions.map(({ n }) => n),
    ),
  }
}

export const ownVerdict = (
  { seat }: Pick<Judge, 'seat'>,
  { n }: Pick<SubmissionRow, 'n'>,
  all: readonly VerdictRow[],
): VerdictRow | undefined =>
  seat === null ? undefined : all.find(({ submissionN, jurorId }) => submissionN === n && jurorId === seat.id)

/** Whoever has an interest in a project neither reads nor rates it, whatever else they are here. */
export const isBarred = (judge: Pick<Judge, 'seat'>, submission: SubmissionRow, all: readonly VerdictRow[]) =>
  ownVerdict(judge, submission, all)?.conflict === true

/** What others think is shown to a juror who has said what they think; to those with no seat it always is. */
export const seesOthers = (judge: Judge, submission: SubmissionRow, all: readonly VerdictRow[]): boolean => {
  const own = ownVerdict(judge, submission, all)
  return own === undefined ? judge.seat === null && judge.conducts : !own.conflict
}

/** The ranking says what all think: a juror sees it once they have said all that they have to say. */
export const seesRanking = (judge: Judge, { submissions, verdicts: all }: Dossiers): boolean =>
  judge.seat === null
    ? judge.conducts
    : submissions.every((submission) => ownVerdict(judge, submission, all) !== undefined)

/** One project of this very call, for a judge who may read it. */
export async function readableBy(
  deps: Deps,
  judge: Judge,
  entry: Entry,
  id: string,
): Promise<{ submission: SubmissionRow; verdicts: VerdictRow[] }> {
  const submission = await submissionById(deps.db, id)
  if (
    submission === undefined ||
    submission.entryN !== entry.envelope.n ||
    submission.submittedAt === null ||
    !isJudged(entry, deps.now())
  )
    throw new Refusal('absent', 'There is no such project.')
  const all = await verdictsOn(deps.db, [submission.n])
  if (isBarred(judge, submission, all))
    throw new Refusal('forbidden', 'You have declared an interest in this project.')
  return { submission, verdicts: all }
}

/** Each criterion from 0 to 5; a note is welcome. */
export function readScores(
  { criteria }: CallFields,
  sent: Readonly<Record<string, string>>,
): { scores: Record<string, number>; note: string; faults: Fault[] } {
  const faults: Fault[] = []
  const scores: Record<string, number> = {}
  for (const { number } of criteria) {
    const name = `note-${number}`
    const given = sent[name] ?? ''
    if (new RegExp(`^[0-${highestScore}]$`).test(given)) scores[String(number)] = Number(given)
    else faults.push({ field: name, code: given === '' ? 'required' : 'choice' })
  }
  const note = (sent['avis'] ?? '').replace(/\r\n?/g, '\n').trim()
  if (note.length > mostNote) faults.push({ field: 'avis', code: 'too-long', detail: String(mostNote) })
  return { scores, note, faults }
}

/** Said again, it is what was said last. It is asked at that very moment whether they may. */
export async function rate(
  deps: Deps,
  judge: Judge,
  entry: Entry,
  id: string,
  given: { scores: Record<string, number>; note: string },
): Promise<void> {
  const { seat } = judge
  if (seat === null) throw new Refusal('forbidden', 'Only members of the jury rate projects.')
  const { submission } = await readableBy(deps, judge, entry, id)
  await deps.db.write([
    guardThat(undecided(entry.envelope.n)),
    deps.db.make
      .insert(verdicts)
      .values({ ...given, submissionN: submission.n, jurorId: seat.id, conflict: false, at: deps.now() })
      .onConflictDoUpdate({
        target: [verdicts.submissionN, verdicts.jurorId],
        set: { ...given, at: deps.now() },
        setWhere: eq(verdicts.conflict, false),
      }),
    guard(),
  ])
}

/** For good: what they had said of it is erased. */
export async function declareConflict(deps: Deps, judge: Judge, entry: Entry, id: string): Promise<void> {
  const { seat } = judge
  if (seat === null) throw new Refusal('forbidden', 'Only members of the jury declare an interest.')
  const submission = await submissionById(deps.db, id)
  if (
    submission?.entryN !== entry.envelope.n ||
    submission.submittedAt === null ||
    !isJudged(entry, deps.now())
  )
    throw new Refusal('absent', 'There is no such project.')
  await deps.db.write([
    guardThat(undecided(entry.envelope.n)),
    deps.db.make
      .insert(verdicts)
      .values({ submissionN: submission.n, jurorId: seat.id, conflict: true, at: deps.now() })
      .onConflictDoUpdate({
        target: [verdicts.submissionN, verdicts.jurorId],
        set: { conflict: true, scores: sql`'{}'`, note: '', at: deps.now() },
      }),
  ])
}

const undecided = (entryN: number): Statement => ({
  sql: 'SELECT NOT EXISTS (SELECT 1 FROM call_decisions WHERE entry_n = ? AND published_at IS NOT NULL)',
  args: [entryN],
})
