import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { Told } from '../../../views/accounts/reset.tsx'
import { blankForm, type FormState } from '../../../views/accounts/form.ts'
import { inquiryTexts } from '../../../views/inquiries/texts.ts'
import { visitTexts } from '../../../views/visits/texts.ts'
import { VisitPage, type VisitPageProps } from '../../../views/visits/visit.tsx'
import { parse } from '../../accounts/input.ts'
import { later, send } from '../../accounts/letters.ts'
import type { Deps } from '../../deps.ts'
import type { Entry } from '../../entries/load.ts'
import { entryOfRow } from '../../entries/queries.ts'
import { isConflict, Refusal } from '../../refusal.ts'
import { acts, mayReadVisits, openActs, type Act, type Side } from '../../visits/access.ts'
import { change, confirm, hindrance } from '../../visits/commands.ts'
import { eraseVisit } from '../../visits/forget.ts'
import { aboutOf, forward, tellOther } from '../../visits/forward.ts'
import { heldInput, heldRules, noteInput } from '../../visits/input.ts'
import { schoolLetter } from '../../visits/letters.ts'
import { pathOf, sideOf } from '../../visits/link.ts'
import { visitById, type VisitRow } from '../../visits/queries.ts'
import { formOf, mend, type Sent } from '../accounts/form.ts'
import { privatePage, spentLink } from '../accounts/private-page.tsx'
import type { Ctx } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'

interface Opened {
  visit: VisitRow
  entry: Entry
  side: Side
}

/** The link of a letter. Looking changes nothing: mail scanners look too. */
export const showVisit = (deps: Deps) => async (c: Ctx) => {
  const opened = await openedBy(deps, c)
  return opened === null ? spentLink(deps, c) : visitPage(deps, c, opened, blankForm)
}

export const actOnVisit = (deps: Deps) => async (c: Ctx) => {
  const sent = await formOf(c)
  const opened = await openedBy(deps, c)
  if (opened === null) return spentLink(deps, c)
  const { acte = '' } = sent
  if (acte === 'effacer') return erase(deps, c, opened)
  if (opened.visit.confirmedAt === null) return begin(deps, c, opened, acte)
  if (acte === 'envoyer') return c.redirect(c.req.path, 303)
  if (!isAct(acte)) throw new Refusal('invalid', 'There is nothing to do here.')
  return answer(deps, c, opened, acte, sent)
}

/** By its writer's own link alone. */
async function erase(deps: Deps, c: Ctx, { visit, side }: Opened): Promise<Response> {
  if (side !== 'school') throw new Refusal('forbidden', 'This is for whoever asked.')
  await eraseVisit(deps, visit)
  const t = inquiryTexts[c.var.locale]
  return privatePage(
    deps,
    c,
    { title: t.takenBackTitle },
    <Told title={t.takenBackTitle} text={t.takenBack} />,
  )
}

/** Only its writer's own link begins it. */
async function begin(deps: Deps, c: Ctx, opened: Opened, acte: string): Promise<Response> {
  const { visit, entry, side } = opened
  if (side !== 'school') return spentLink(deps, c)
  if (acte !== 'envoyer') throw new Refusal('invalid', 'There is nothing to do here.')
  if ((await confirm(deps, entry, visit)) !== 'sent') return visitPage(deps, c, opened, blankForm, 409)
  later(deps, async () => {
    const sent = await visitById(deps.db, visit.id)
    if (sent === undefined) return
    await forward(deps, entry, sent)
    const link = deps.hub.origin + pathOf(deps, visit.id, 'school')
    await send(deps, schoolLetter('sent', sent, aboutOf(deps, entry), link))
  })
  return c.redirect(c.req.path, 303)
}

async function answer(deps: Deps, c: Ctx, opened: Opened, act: Act, sent: Sent): Promise<Response> {
  const { visit, entry, side } = opened
  const read = readAnswer(deps, act, sent)
  if (read.said === null) return visitPage(deps, c, opened, mend(c, sent, read.faults), 422)
  const { viewer } = c.var
  const by = side === 'structure' && mayReadVisits(viewer, entry) ? viewer : null
  const revision = Number(sent['revision'])
  let changed: VisitRow | null
  try {
    changed = await change(deps, visit, { act, side, revision, by, ...read.said })
  } catch (error) {
    if (!isConflict(error)) throw error
    // Answered meanwhile: where it stands now, with what was typed as long as it can still be said.
    const now = (await visitById(deps.db, visit.id)) ?? visit
    return visitPage(deps, c, { ...opened, visit: now }, { values: sent, errors: {} }, 409)
  }
  if (changed !== null) later(deps, () => tellOther(deps, entry, changed, side))
  setFlash(deps, c, 'visit-answered')
  return c.redirect(c.req.path, 303)
}

function readAnswer({ now }: Deps, act: Act, sent: Sent) {
  if (act !== 'hold') {
    const { input, faults } = parse(noteInput, sent)
    return { said: input, faults }
  }
  const { input, faults } = parse(heldInput, sent)
  if (input === null) return { said: null, faults }
  const broken = heldRules(input, new Date(now()).toISOString().slice(0, 10))
  const { note, ...held } = input
  return broken.length > 0 ? { said: null, faults: broken } : { said: { note, held }, faults: [] }
}

const isAct = (text: string): text is Act => Object.hasOwn(acts, text)

/** What the link opens; null: erased, forgotten, not yet sent (for the structure), or no link of ours. */
async function openedBy(deps: Deps, c: Ctx): Promise<Opened | null> {
  const { id = '', key = '' } = c.req.param()
  const side = sideOf(deps, id, key)
  if (side === null) return null
  const visit = await visitById(deps.db, id)
  if (visit === undefined || visit.forgottenAt !== null) return null
  if (side === 'structure' && visit.confirmedAt === null) return null
  const entry = await entryOfRow(deps, visit.entryN)
  return entry === undefined ? null : { visit, entry, side }
}

async function visitPage(
  deps: Deps,
  c: Ctx,
  { visit, entry, side }: Opened,
  form: FormState,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const t = visitTexts[c.var.locale]
  const unsent: VisitPageProps['unsent'] =
    visit.confirmedAt === null ? ((await hindrance(deps, entry, visit)) ?? 'ready') : null
  return privatePage(
    deps,
    c,
    { title: unsent === null ? t.visitTitle(visit.school) : t.readAgain, status },
    <VisitPage
      {...form}
      entry={entry.envelope}
      visit={visit}
      side={side}
      unsent={unsent}
      acts={openActs(visit.state, side)}
      today={new Date(deps.now()).toISOString().slice(0, 10)}
    />,
  )
}
