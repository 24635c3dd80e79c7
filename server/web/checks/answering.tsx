import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { blankForm, type FormState } from '../../../views/accounts/form.ts'
import { AnswerCheck } from '../../../views/checks/answering.tsx'
import { checkTexts } from '../../../views/checks/texts.ts'
import { parse } from '../../accounts/input.ts'
import { required, type Viewer } from '../../accounts/viewer.ts'
import { answer } from '../../checks/answer.ts'
import { checkedKind, choicesOf, type CheckedKind } from '../../checks/choices.ts'
import { answerInput } from '../../checks/input.ts'
import { isKeyOf } from '../../checks/link.ts'
import { answererOf, checkById, type CheckRow } from '../../checks/queries.ts'
import { linkFor, monthsBetween } from '../../checks/terms.ts'
import type { Deps } from '../../deps.ts'
import { mayPublish } from '../../entries/entry.ts'
import { isWhole } from '../../entries/whole.ts'
import type { Entry } from '../../entries/load.ts'
import { entryOfRow } from '../../entries/queries.ts'
import { dayOf, monthsAfter } from '../../kinds/checked.ts'
import { fields as commitmentFields } from '../../kinds/commitment/fields.ts'
import { countedIn } from '../../kinds/commitment/numbers.ts'
import type { Kind } from '../../kinds/kind.ts'
import { isConflict, Refusal } from '../../refusal.ts'
import { formOf, mend, type Sent } from '../accounts/form.ts'
import { privatePage, spentLink } from '../accounts/private-page.tsx'
import { soughtEntry } from '../entries/seek.ts'
import type { Ctx } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'

/** Who answers what: by the link of a letter, or signed in. */
interface Asked {
  entry: Entry
  kind: CheckedKind
  viewer: Viewer
  check: CheckRow | undefined
}

/** `/verifications/…`, as the letter has it. Looking changes nothing: mail scanners look too. */
export const showLinked = (deps: Deps) => async (c: Ctx) => {
  const asked = await linked(deps, c)
  return asked === null ? spentLink(deps, c) : answerPage(deps, c, asked, clicked(c))
}

export const answerLinked = (deps: Deps, wake: () => void) => async (c: Ctx) => {
  const sent = await formOf(c)
  const asked = await linked(deps, c)
  if (asked === null) return spentLink(deps, c)
  return conclude(deps, c, { asked, sent, wake })
}

/** `/propositions/un-pour-cent/verification`, for those who publish it. */
export const showSignedIn = (deps: Deps, kind: Kind) => async (c: Ctx) =>
  answerPage(deps, c, await signedIn(deps, c, kind), clicked(c))

export const answerSignedIn = (deps: Deps, kind: Kind, wake: () => void) => async (c: Ctx) => {
  const sent = await formOf(c)
  return conclude(deps, c, { asked: await signedIn(deps, c, kind), sent, wake })
}

/** The answer that was clicked in the letter, and nothing else that an address might say. */
const clicked = (c: Ctx): FormState => ({
  ...blankForm,
  values: { answer: (c.req.query('reponse') ?? '').slice(0, 20) },
})

/** Null: no link of ours, answered, too old, or of somebody who may no longer say it. Which, it does not tell. */
async function linked(deps: Deps, c: Ctx): Promise<Asked | null> {
  const { id = '', key = '' } = c.req.param()
  const check = await checkById(deps.db, id)
  if (check === undefined || check.closedAt !== null || check.askedAt + linkFor < deps.now()) return null
  const entry = await entryOfRow(deps, check.entryN)
  const kind = entry && checkedKind(entry)
  if (entry === undefined || !kind || entry.envelope.state !== 'published') return null
  const viewer = await answererOf(deps.db, check.userId, entry.envelope)
  if (viewer === null || !isKeyOf(deps, { ...check, email: viewer.email }, key)) return null
  return { entry, kind, viewer, check }
}

async function signedIn(deps: Deps, c: Ctx, of: Kind): Promise<Asked> {
  const viewer = required(c.var.viewer, 'member')
  const entry = await soughtEntry(deps, c, of)
  const kind = checkedKind(entry)
  if (kind === null || !mayPublish(viewer, entry.envelope))
    throw new Refusal('forbidden', 'This is for those who publish the entry.')
  if (entry.envelope.state !== 'published') throw new Refusal('conflict', 'Only what is open is checked.')
  return { entry, kind, viewer, check: undefined }
}

async function conclude(
  deps: Deps,
  c: Ctx,
  { asked, sent, wake }: { asked: Asked; sent: Sent; wake: () => void },
): Promise<Response> {
  const { entry, kind, viewer, check } = asked
  const again = (form: FormState, status: ContentfulStatusCode, conflict = false) =>
    answerPage(deps, c, asked, form, { status, conflict })
  const { input, faults } = parse(answerInput(kind), sent)
  if (input === null) return again(mend(c, sent, faults), 422)
  try {
    const found = await answer(deps, viewer, entry, input, check)
    if (found.length > 0) return await again(mend(c, sent, found), 422)
  } catch (error) {
    if (isConflict(error)) return again({ values: sent, errors: {} }, 409, true)
    throw error
  }
  wake()
  // By a link of a letter nobody is signed in, and nothing is kept in their browser.
  if (check === undefined) setFlash(deps, c, 'check-answered')
  return c.redirect(entry.envelope.path, 303)
}

function answerPage(
  deps: Deps,
  c: Ctx,
  { entry, kind }: Asked,
  form: FormState,
  { status = 200, conflict = false }: { status?: ContentfulStatusCode; conflict?: boolean } = {},
): Promise<Response> {
  const { envelope } = entry
  const { locale } = c.var
  const today = dayOf(deps.now())
  const unit =
    kind === 'commitment' && isWhole(entry) ? countedIn(commitmentFields.parse(entry.fields), locale) : ''
  return privatePage(
    deps,
    c,
    { title: checkTexts[locale].question[kind], active: envelope.kind, status },
    <AnswerCheck
      {...form}
      kind={kind}
      entry={envelope}
      choices={choicesOf(kind)}
      by={envelope.speaker?.name ?? deps.hub.settings.name}
      unit={unit}
      today={today}
      next={monthsAfter(today, monthsBetween)}
      conflict={conflict}
    />,
  )
}
