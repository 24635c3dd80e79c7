import { blankForm, type FormState } from '../../../views/accounts/form.ts'
import { CallForm } from '../../../views/groupings/call-form.tsx'
import { groupingTexts } from '../../../views/groupings/texts.ts'
import { parse } from '../../accounts/input.ts'
import { required } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { isOver, isPublic } from '../../entries/entry.ts'
import { openCall } from '../../groupings/commands.ts'
import { callInput, mostWords } from '../../groupings/input.ts'
import { lotTitle } from '../../kinds/tender/lot-facts.ts'
import { lotPath } from '../../kinds/tender/index.tsx'
import { Refusal } from '../../refusal.ts'
import { faultsIn, formOf, mend } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import type { Ctx } from '../env.ts'
import { soughtLot, type SoughtLot } from '../lots/seek-lot.ts'
import { setFlash } from '../middleware/flash.ts'
import { organisationsOf } from './sought.ts'

/** `/marches/{tender}/lots/{number}/groupement`: a call for partners on this lot. */
export const newCall = (deps: Deps) => async (c: Ctx) => {
  const found = await openLot(deps, c)
  return callPage(deps, c, found, blankForm)
}

export const createCall = (deps: Deps) => async (c: Ctx) => {
  const found = await openLot(deps, c)
  const sent = await formOf(c)
  const { input, faults } = parse(callInput, sent)
  if (input === null) return callPage(deps, c, found, mend(c, sent, faults), 422)
  const { entry, lot } = found
  const subject = `${lotTitle(lot, 'fr')} – ${entry.envelope.title}`
  const about = { tenderN: entry.envelope.n, number: lot.number, subject }
  const id = isId(sent['id']) ? sent['id'] : deps.newId()
  try {
    const grouping = await openCall(deps, c.var.viewer, about, { id, input })
    setFlash(deps, c, 'grouping-open')
    return c.redirect(`/groupements/${grouping.id}`, 303)
  } catch (error) {
    return callPage(deps, c, found, mend(c, sent, faultsIn(error)), 422)
  }
}

/** One that can still be answered. */
async function openLot(deps: Deps, c: Ctx): Promise<SoughtLot> {
  required(c.var.viewer, 'member')
  const found = await soughtLot(deps, c)
  const { envelope } = found.entry
  if (!isPublic(envelope.state) || isOver(envelope, deps.now()) || found.lot.state !== 'open')
    throw new Refusal('conflict', 'This lot can no longer be answered.')
  return found
}

async function callPage(
  deps: Deps,
  c: Ctx,
  { entry, lot }: SoughtLot,
  form: FormState,
  status: 200 | 422 = 200,
): Promise<Response> {
  const organisations = await organisationsOf(deps, c.var.viewer)
  if (organisations.length === 0)
    throw new Refusal('forbidden', 'Only those who publish for an organisation look for partners.')
  const path = lotPath(entry.envelope, lot)
  return privatePage(
    deps,
    c,
    { title: groupingTexts[c.var.locale].call, active: 'tender', status },
    <CallForm
      {...form}
      action={`${path}/groupement`}
      back={path}
      hidden={{ id: form.values['id'] ?? deps.newId() }}
      subject={`${lotTitle(lot, c.var.locale)} – ${entry.envelope.title}`}
      language={entry.envelope.language}
      organisations={organisations}
      most={mostWords}
      conflict={false}
    />,
  )
}

const isId = (text: string | undefined): text is string =>
  text !== undefined && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
