import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { FormState } from '../../../views/accounts/form.ts'
import { DecisionPage, type DecidedProject } from '../../../views/submissions/decision.tsx'
import { decisionTexts } from '../../../views/submissions/decision-texts.ts'
import { required } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import type { Entry } from '../../entries/load.ts'
import type { Federation } from '../../federation/federation.ts'
import { sayAll, type Fault } from '../../kinds/faults.ts'
import type { Kind } from '../../kinds/kind.ts'
import { localOf } from '../../kinds/zoned.ts'
import { isConflict, Refusal } from '../../refusal.ts'
import {
  lackingInDecision,
  publishDecision,
  readDecision,
  saveDecision,
  sendDecision,
} from '../../submissions/decision.ts'
import { conducts } from '../../submissions/jury.ts'
import { decisionDrafts } from '../../submissions/letters.ts'
import { decisionOf, submittedTo, type DecisionRow } from '../../submissions/queries.ts'
import { isJudged } from '../../submissions/stages.ts'
import { formDataOf, textIn } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import type { Ctx } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { defaultZone } from '../../../views/format.ts'
import { callAt } from './jury.tsx'

/** `/appels/<slug>/jury/decision` */
export const showDecision = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const entry = await conducted(deps, c, kind)
  return decisionPage(deps, c, entry, keptForm(deps, c, entry, await decisionOf(deps.db, entry.envelope.n)))
}

export const keepDecision =
  (deps: Deps, kind: Kind, federation: Pick<Federation, 'wake'>) =>
  async (c: Ctx): Promise<Response> => {
    const form = await formDataOf(c)
    const entry = await conducted(deps, c, kind)
    const viewer = required(c.var.viewer, 'member')
    const publishes = form.get('acte') === 'publier'
    const { decision, faults } = readDecision(form)
    const lacking: Fault[] = decision !== null && publishes ? lackingInDecision(decision) : []
    const all = [...faults, ...lacking]
    if (decision === null || all.length > 0)
      return decisionPage(deps, c, entry, again(form, sayAll(all, c.var.locale)), { status: 422, form })
    try {
      await saveDecision(deps, viewer, entry, decision, revisionIn(form))
    } catch (error) {
      if (!isConflict(error)) throw error
      return decisionPage(deps, c, entry, again(form, {}), { status: 409, form, conflict: true })
    }
    if (publishes) {
      await publishDecision(deps, viewer, entry)
      federation.wake()
    }
    setFlash(deps, c, publishes ? 'decision-published' : 'decision-saved')
    return c.redirect(c.req.path, 303)
  }

export const sendLetters = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const entry = await conducted(deps, c, kind)
  await sendDecision(deps, required(c.var.viewer, 'member'), entry)
  const untold = (await submittedTo(deps.db, entry.envelope.n)).some(({ toldAt }) => toldAt === null)
  setFlash(deps, c, untold ? 'letters-unsent' : 'letters-sent')
  return c.redirect(`${entry.envelope.path}/jury/decision`, 303)
}

async function conducted(deps: Deps, c: Ctx, kind: Kind): Promise<Entry> {
  const entry = await callAt(deps, c, kind)
  conducts(required(c.var.viewer, 'member'), entry)
  if (!isJudged(entry, deps.now()))
    throw new Refusal('conflict', 'Projects are still taken: nothing can be decided yet.')
  return entry
}

const again = (form: FormData, errors: Record<string, string>): FormState => ({
  values: textIn(form),
  errors,
})

/** What is kept, or what one may begin from. */
function keptForm(deps: Deps, c: Ctx, entry: Entry, kept: DecisionRow | undefined): FormState {
  const drafts = decisionDrafts(c.var.locale, entry.envelope.title)
  return {
    values: {
      note: kept?.note ?? '',
      decidedOn: kept?.decidedOn ?? localOf(deps.now(), defaultZone).slice(0, 10),
      retainedLetter: kept?.retainedLetter || drafts.retained,
      otherLetter: kept?.otherLetter || drafts.other,
    },
    errors: {},
  }
}

async function decisionPage(
  deps: Deps,
  c: Ctx,
  entry: Entry,
  state: FormState,
  sent?: { status: ContentfulStatusCode; form: FormData; conflict?: boolean },
): Promise<Response> {
  const { envelope } = entry
  const all = await submittedTo(deps.db, envelope.n)
  const decision = await decisionOf(deps.db, envelope.n)
  const chosen = sent?.form.getAll('retenu')
  const projects: DecidedProject[] = all.map(({ id, project, holder, retained, granted }) => {
    const typed = sent?.form.get(`montant-${id}`)
    return {
      ...{ id, project, holder: holder ?? '' },
      retained: chosen === undefined ? retained === true : chosen.includes(id),
      granted: typeof typed === 'string' ? typed : granted === null ? '' : String(granted),
    }
  })
  return privatePage(
    deps,
    c,
    { title: `${decisionTexts[c.var.locale].title} – ${envelope.title}`, status: sent?.status ?? 200 },
    <DecisionPage
      {...state}
      entry={envelope}
      revision={decision?.revision ?? 0}
      projects={projects}
      conflict={sent?.conflict ?? false}
      published={typeof decision?.publishedAt === 'number'}
      untold={all.filter(({ toldAt }) => toldAt === null).length}
      addresses={deps.mailer === null ? all.map(({ email }) => email) : null}
    />,
  )
}

const revisionIn = (form: FormData): number => {
  const sent = form.get('revision')
  return typeof sent === 'string' && /^\d{1,9}$/.test(sent) ? Number(sent) : -1
}
