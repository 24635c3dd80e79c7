import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { Judged, type ShownOpinion } from '../../../views/submissions/judged.tsx'
import type { Deps } from '../../deps.ts'
import type { Entry } from '../../entries/load.ts'
import { percentOf } from '../../kinds/call/facts.ts'
import type { CallFields } from '../../kinds/call/fields.ts'
import { callIn } from '../../kinds/call/stages.ts'
import { sayAll } from '../../kinds/faults.ts'
import type { Kind } from '../../kinds/kind.ts'
import { Refusal } from '../../refusal.ts'
import {
  decisionOf,
  fileOf,
  filesOf,
  juryOf,
  type SubmissionRow,
  type VerdictRow,
} from '../../submissions/queries.ts'
import {
  declareConflict,
  judgeOf,
  mostNote,
  ownVerdict,
  rate,
  readableBy,
  readScores,
  seesOthers,
  type Judge,
} from '../../submissions/verdicts.ts'
import { formOf } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import type { Ctx } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { fileAnswer } from './file.ts'
import { callAt } from './jury.tsx'
import { criteriaShown, typedFrom } from './shown.ts'

/** `/appels/<slug>/jury/<id>` */
export const showJudged = (deps: Deps, kind: Kind) => async (c: Ctx) =>
  judgedPage(deps, c, await seen(deps, c, kind))

export const judge = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const sent = await formOf(c)
  const entry = await callAt(deps, c, kind)
  const by = await judgeOf(deps, c.var.viewer, entry)
  const id = c.req.param('submission') ?? ''
  const back = `${entry.envelope.path}/jury`
  if (sent['acte'] === 'lien') {
    await declareConflict(deps, by, entry, id)
    setFlash(deps, c, 'conflict-declared')
    return c.redirect(back, 303)
  }
  if (sent['acte'] !== 'noter') throw new Refusal('invalid', 'There is nothing to do here.')
  const there = await seen(deps, c, kind)
  const { faults, ...given } = readScores(there.call, sent)
  if (faults.length > 0)
    return judgedPage(deps, c, there, {
      status: 422,
      form: { values: sent, errors: sayAll(faults, c.var.locale) },
    })
  await rate(deps, by, entry, id, given)
  setFlash(deps, c, 'verdict-saved')
  return c.redirect(`${back}/${id}`, 303)
}

export const judgedFile = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const { submission } = await seen(deps, c, kind)
  const file = await fileOf(deps.db, submission.n, c.req.param('file') ?? '')
  if (file === undefined) throw new Refusal('absent', 'There is no such file.')
  return fileAnswer(deps, c, file)
}

interface Seen {
  entry: Entry
  call: CallFields
  by: Judge
  submission: SubmissionRow
  verdicts: VerdictRow[]
}

async function seen(deps: Deps, c: Ctx, kind: Kind): Promise<Seen> {
  const entry = await callAt(deps, c, kind)
  const by = await judgeOf(deps, c.var.viewer, entry)
  const call = callIn(entry)
  if (call === null) throw new Refusal('absent', 'There is no such page.')
  return { entry, call, by, ...(await readableBy(deps, by, entry, c.req.param('submission') ?? '')) }
}

async function judgedPage(
  deps: Deps,
  c: Ctx,
  { entry, call, by, submission, verdicts }: Seen,
  again?: {
    status: ContentfulStatusCode
    form: { values: Readonly<Record<string, string>>; errors: Readonly<Record<string, string>> }
  },
): Promise<Response> {
  const { locale } = c.var
  const { envelope } = entry
  const own = ownVerdict(by, submission, verdicts)
  const decided = typeof (await decisionOf(deps.db, envelope.n))?.publishedAt === 'number'
  return privatePage(
    deps,
    c,
    { title: `${submission.project} – ${envelope.title}`, status: again?.status ?? 200 },
    <Judged
      entry={envelope}
      id={submission.id}
      values={typedFrom(submission, call)}
      email={by.conducts ? submission.email : null}
      criteria={criteriaShown(call, locale)}
      rated={call.criteria.map(({ number, title, weight }) => ({
        name: `note-${number}`,
        title,
        weight: weight === null ? null : percentOf(weight, locale),
      }))}
      files={await filesOf(deps.db, submission.n)}
      form={by.seat === null || decided ? null : (again?.form ?? { values: typedOf(own), errors: {} })}
      opinions={
        seesOthers(by, submission, verdicts) ? await opinionsOn(deps, call, envelope.n, verdicts) : null
      }
      decided={decided}
      mostNote={mostNote}
    />,
  )
}

const typedOf = (own: VerdictRow | undefined): Record<string, string> =>
  own === undefined
    ? {}
    : {
        avis: own.note,
        ...Object.fromEntries(Object.entries(own.scores).map(([n, score]) => [`note-${n}`, String(score)])),
      }

async function opinionsOn(
  deps: Deps,
  { criteria }: CallFields,
  entryN: number,
  verdicts: readonly VerdictRow[],
): Promise<ShownOpinion[]> {
  const jury = await juryOf(deps.db, entryN)
  return verdicts
    .filter(({ conflict }) => !conflict)
    .flatMap(({ jurorId, scores, note }) => {
      const juror = jury.find(({ id }) => id === jurorId)
      if (juror === undefined) return []
      const given = criteria.flatMap(({ number, title }) => {
        const score = scores[String(number)]
        return score === undefined ? [] : [{ title, score }]
      })
      return [{ id: juror.id, name: juror.name, capacity: juror.capacity, scores: given, note }]
    })
}
