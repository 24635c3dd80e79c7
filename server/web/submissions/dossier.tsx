import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { FormState } from '../../../views/accounts/form.ts'
import { Dossier } from '../../../views/submissions/dossier.tsx'
import { submissionTexts } from '../../../views/submissions/texts.ts'
import type { Deps } from '../../deps.ts'
import type { Entry } from '../../entries/load.ts'
import { entryOfRow } from '../../entries/queries.ts'
import { deadlineOf, type CallFields } from '../../kinds/call/fields.ts'
import { callIn } from '../../kinds/call/stages.ts'
import type { Fault } from '../../kinds/faults.ts'
import { Refusal } from '../../refusal.ts'
import { attach, detach, type Attached } from '../../submissions/attach.ts'
import { save, takeBack } from '../../submissions/commands.ts'
import { keptDays } from '../../submissions/forget.ts'
import { lackingIn, mostWords, readDossier } from '../../submissions/input.ts'
import { opens } from '../../submissions/link.ts'
import { decisionOf, fileOf, filesOf, submissionById, type SubmissionRow } from '../../submissions/queries.ts'
import { takesProjects } from '../../submissions/stages.ts'
import { formDataOf, formOf, mend } from '../accounts/form.ts'
import { privatePage, spentLink } from '../accounts/private-page.tsx'
import type { Ctx } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { criteriaShown, typedFrom } from './shown.ts'
import { fileAnswer } from './file.ts'

interface Own {
  submission: SubmissionRow
  entry: Entry
  call: CallFields
}

/** `/projets/<id>/<key>`. Looking changes nothing: mail scanners look too. */
export const showOwnProject = (deps: Deps) => async (c: Ctx) => {
  const own = await ownOf(deps, c)
  return own === null
    ? spentLink(deps, c)
    : dossierPage(deps, c, own, { values: typedFrom(own.submission, own.call), errors: {} })
}

export const actOnOwnProject = (deps: Deps) => async (c: Ctx) => {
  // The key first: without it nobody makes us read what they send.
  const own = await ownOf(deps, c)
  if (own === null) return spentLink(deps, c)
  const sent = await formOf(c)
  if (sent['acte'] === 'retirer') {
    if (await takeBack(deps, own.submission)) return c.redirect('/projets/retire', 303)
    return c.redirect(c.req.path, 303)
  }
  const submits = sent['acte'] === 'deposer'
  if (!submits && sent['acte'] !== 'enregistrer') throw new Refusal('invalid', 'There is nothing to do here.')
  const { dossier, faults } = readDossier(own.call, sent)
  // What is submitted stays whole.
  const asked = submits || own.submission.submittedAt !== null
  const lacking: Fault[] = dossier !== null && asked ? lackingIn(own.call, dossier) : []
  if (takesProjects(own.entry, deps.now()) === null) return lateAnswer(deps, c, own)
  if (dossier === null || lacking.length > 0)
    return dossierPage(deps, c, own, mend(c, sent, [...faults, ...lacking]), {
      status: 422,
      unsaved: lacking.length > 0,
    })
  const revision = /^\d{1,9}$/.test(sent['revision'] ?? '') ? Number(sent['revision']) : 0
  const outcome = await save(deps, own.entry, own.submission, { dossier, revision, submits })
  if (outcome === 'gone') return spentLink(deps, c)
  if (outcome === 'over') return lateAnswer(deps, c, own)
  if (outcome === 'changed') {
    const now = (await ownOf(deps, c)) ?? own
    return dossierPage(deps, c, now, { values: sent, errors: {} }, { status: 409, changed: true })
  }
  setFlash(deps, c, submits && own.submission.submittedAt === null ? 'project-submitted' : 'project-saved')
  return c.redirect(c.req.path, 303)
}

/** One file more, or one less. */
export const changeFiles = (deps: Deps) => async (c: Ctx) => {
  const own = await ownOf(deps, c)
  if (own === null) return spentLink(deps, c)
  const form = await formDataOf(c)
  const back = c.req.path.replace(/\/fichiers$/, '')
  const gone = form.get('retirer')
  if (typeof gone === 'string') {
    const outcome = await detach(deps, own.entry, own.submission, gone)
    return outcome === 'over' ? lateAnswer(deps, c, own) : c.redirect(`${back}#fichiers`, 303)
  }
  const file = form.get('fichier')
  const outcome = await attach(deps, own.entry, own.submission, file instanceof File ? file : null)
  if (outcome === 'attached') return c.redirect(`${back}#fichiers`, 303)
  if (outcome === 'over') return lateAnswer(deps, c, own)
  return dossierPage(
    deps,
    c,
    own,
    { values: typedFrom(own.submission, own.call), errors: {} },
    { status: 422, attached: outcome },
  )
}

export const ownFile = (deps: Deps) => async (c: Ctx) => {
  const own = await ownOf(deps, c)
  const file = own && (await fileOf(deps.db, own.submission.n, c.req.param('file') ?? ''))
  if (!file) return spentLink(deps, c)
  return fileAnswer(deps, c, file)
}

/** Said as what it is, with what is kept: nothing was changed. */
async function lateAnswer(deps: Deps, c: Ctx, own: Own): Promise<Response> {
  const now = (await ownOf(deps, c)) ?? own
  return dossierPage(
    deps,
    c,
    now,
    { values: typedFrom(now.submission, now.call), errors: {} },
    { status: 409 },
  )
}

/** What the link opens; null: taken back, forgotten, or no link of ours. Which of these, it does not say. */
async function ownOf(deps: Deps, c: Ctx): Promise<Own | null> {
  const { id = '', key = '' } = c.req.param()
  if (!opens(deps, 'submission', id, key)) return null
  const submission = await submissionById(deps.db, id)
  const entry = submission && (await entryOfRow(deps, submission.entryN))
  const call = entry === undefined ? null : callIn(entry)
  return submission === undefined || entry === undefined || call === null ? null : { submission, entry, call }
}

async function dossierPage(
  deps: Deps,
  c: Ctx,
  { submission, entry, call }: Own,
  form: FormState,
  more: {
    status?: ContentfulStatusCode
    changed?: boolean
    unsaved?: boolean
    attached?: Exclude<Attached, 'attached'>
  } = {},
): Promise<Response> {
  const { locale } = c.var
  const t = submissionTexts[locale]
  const decision = await decisionOf(deps.db, submission.entryN)
  return privatePage(
    deps,
    c,
    { title: `${t.title} – ${entry.envelope.title}`, status: more.status ?? 200 },
    <Dossier
      {...form}
      entry={entry.envelope}
      path={c.req.path.replace(/\/fichiers$/, '')}
      revision={submission.revision}
      criteria={criteriaShown(call, locale)}
      budgetMax={call.budgetMax}
      deadline={deadlineOf(call)}
      zone={call.timeZone}
      submittedAt={submission.submittedAt}
      open={takesProjects(entry, deps.now()) !== null}
      decided={typeof decision?.publishedAt === 'number'}
      files={await filesOf(deps.db, submission.n)}
      fileTrouble={more.attached && t.attaching[more.attached]}
      changed={more.changed ?? false}
      unsaved={more.unsaved ?? false}
      most={mostWords}
      keptDays={keptDays}
    />,
  )
}
