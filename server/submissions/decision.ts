import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { guard, guardThat, type Step } from '../../db/open.ts'
import { callDecisions, submissions } from '../../db/schema/submissions.ts'
import { send } from '../accounts/letters.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import type { Entry } from '../entries/load.ts'
import { factsIn, index, putFields, reviseEntry } from '../entries/store.ts'
import { tell } from '../entries/tell.ts'
import { fields as gate } from '../kinds/call/fields.ts'
import { callIn } from '../kinds/call/stages.ts'
import type { Laureate } from '../kinds/call/table.ts'
import type { Fault } from '../kinds/faults.ts'
import { optionalDay, optionalNumber, optionalText } from '../kinds/gate.ts'
import { Refusal } from '../refusal.ts'
import { conducts } from './jury.ts'
import { decisionLetter, filledIn } from './letters.ts'
import { decisionOf, submittedTo, type DecisionRow, type SubmissionRow } from './queries.ts'
import { isJudged } from './stages.ts'

const text = (most: number) => optionalText(most).transform((value) => value ?? '')

const shape = z.object({
  note: text(3_000),
  decidedOn: optionalDay,
  retainedLetter: text(5_000),
  otherLetter: text(5_000),
})
const amount = optionalNumber(0, 1_000_000_000)

/** As many as a call has room to name. */
const mostLaureates = 40

export interface Decision extends z.infer<typeof shape> {
  /** What each project that is retained is granted, by its id; null: nobody says. */
  retained: Map<string, number | null>
}

/** What people decided, as the form sends it: `retenu` names projects, `montant-<id>` what they get. */
export function readDecision(sent: FormData): { decision: Decision | null; faults: Fault[] } {
  const read = shape.safeParse(Object.fromEntries(sent))
  const faults: Fault[] = read.success
    ? []
    : read.error.issues.map(({ path, code }) => ({
        field: String(path[0]),
        code: code === 'too_big' ? 'too-long' : 'wrong',
        ...(code === 'too_big' && { detail: path[0] === 'note' ? '3000' : '5000' }),
      }))
  const retained = new Map<string, number | null>()
  for (const id of sent.getAll('retenu').filter((value) => typeof value === 'string')) {
    const granted = amount.safeParse(sent.get(`montant-${id}`))
    if (!granted.success) faults.push({ field: `montant-${id}`, code: 'number' })
    else retained.set(id, granted.data)
  }
  if (retained.size > mostLaureates)
    faults.push({ field: 'retenu', code: 'too-many', detail: String(mostLaureates) })
  return { decision: read.success && faults.length === 0 ? { ...read.data, retained } : null, faults }
}

/** Prepared, and read by those who publish the call alone. */
export async function saveDecision(
  deps: Deps,
  viewer: Viewer,
  entry: Entry,
  { retained, ...decision }: Decision,
  revision: number,
): Promise<void> {
  conducts(viewer, entry)
  if (!isJudged(entry, deps.now()))
    throw new Refusal('conflict', 'Projects are still taken: nothing can be decided yet.')
  await deps.db.write(saving(deps, entry.envelope.n, { retained, ...decision }, revision))
}

const saving = (
  deps: Deps,
  entryN: number,
  { retained, ...decision }: Decision,
  revision: number,
): Step[] => [
  guardThat({
    sql: `SELECT coalesce((SELECT revision FROM call_decisions WHERE entry_n = ?), 0) = ?
      AND NOT EXISTS (SELECT 1 FROM call_decisions WHERE entry_n = ? AND published_at IS NOT NULL)`,
    args: [entryN, revision, entryN],
  }),
  deps.db.make
    .insert(callDecisions)
    .values({ ...decision, entryN, revision: revision + 1, savedAt: deps.now() })
    .onConflictDoUpdate({
      target: callDecisions.entryN,
      set: { ...decision, revision: revision + 1, savedAt: deps.now() },
    }),
  deps.db.make
    .update(submissions)
    .set({ retained: false, granted: null })
    .where(and(eq(submissions.entryN, entryN), isNotNull(submissions.submittedAt))),
  ...[...retained].map(([id, granted]) =>
    deps.db.make
      .update(submissions)
      .set({ retained: true, granted })
      .where(and(eq(submissions.id, id), eq(submissions.entryN, entryN), isNotNull(submissions.submittedAt))),
  ),
]

/** What a decision needs before it is everybody's. */
export const lackingInDecision = ({ note, decidedOn }: Pick<DecisionRow, 'note' | 'decidedOn'>): Fault[] => [
  ...(note === '' ? [{ field: 'note', code: 'required' as const }] : []),
  ...(decidedOn === null ? [{ field: 'decidedOn', code: 'required' as const }] : []),
]

/** The call says what was decided, here and elsewhere; of the projects, those that were retained are named. */
export async function publishDecision(deps: Deps, viewer: Viewer, entry: Entry): Promise<void> {
  conducts(viewer, entry)
  const { envelope, kind } = entry
  const call = callIn(entry)
  const decision = await decisionOf(deps.db, envelope.n)
  if (call === null || decision === undefined || lackingInDecision(decision).length > 0)
    throw new Refusal('invalid', 'The decision is not complete.')
  if (decision.publishedAt !== null) return
  if (!isJudged(entry, deps.now())) throw new Refusal('conflict', 'Projects are still taken.')
  const all = await submittedTo(deps.db, envelope.n)
  const decided = gate.parse({
    ...call,
    phase: 'decided',
    decisionNote: decision.note,
    decidedOn: decision.decidedOn,
    laureates: all.filter(({ retained }) => retained === true).map(laureate),
    submitted: all.length,
  })
  const now = deps.now()
  await deps.db.write([
    deps.db.make
      .update(callDecisions)
      .set({ publishedAt: now })
      .where(
        and(
          eq(callDecisions.entryN, envelope.n),
          eq(callDecisions.revision, decision.revision),
          isNull(callDecisions.publishedAt),
        ),
      ),
    guard(),
    ...reviseEntry(deps.db, envelope.id, envelope.revision, {
      ...kind.derive(decided),
      state: 'closed',
      closedAt: envelope.closedAt ?? now,
      closedBy: viewer.id,
      updatedAt: now,
    }),
    ...putFields(deps.db, kind, envelope.id, decided),
    ...index(envelope.id, {
      ...envelope,
      tags: envelope.tags.map(({ label }) => label),
      more: [...factsIn(kind, decided), envelope.placeLabel ?? ''],
    }),
    ...tell(deps, 'entry.closed', envelope.id, now),
  ])
}

const laureate = ({ project, holder, granted, continues }: SubmissionRow): Laureate => ({
  ...{ project, holder, continues },
  amount: granted,
})

/**
 * To all who submitted, once each: a letter is marked as sent before it leaves, and no more if it could not. Gives how
 * many have left.
 */
export async function sendDecision(deps: Deps, viewer: Viewer, entry: Entry): Promise<number> {
  conducts(viewer, entry)
  const decision = await decisionOf(deps.db, entry.envelope.n)
  if (decision === undefined || decision.publishedAt === null)
    throw new Refusal('conflict', 'The decision is not public yet.')
  const about = { title: entry.envelope.title, hub: deps.hub.settings.name }
  let left = 0
  for (const submission of await submittedTo(deps.db, entry.envelope.n)) {
    const [claimed] = await deps.db.write([
      deps.db.make
        .update(submissions)
        .set({ toldAt: deps.now() })
        .where(and(eq(submissions.id, submission.id), isNull(submissions.toldAt))),
    ])
    if (claimed?.rowsAffected !== 1) continue
    const words = submission.retained === true ? decision.retainedLetter : decision.otherLetter
    if (await send(deps, decisionLetter(submission, about, filledIn(words, submission.project)))) left += 1
    else
      await deps.db.write([
        deps.db.make.update(submissions).set({ toldAt: null }).where(eq(submissions.id, submission.id)),
      ])
  }
  return left
}
