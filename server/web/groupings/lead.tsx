import type { FormState } from '../../../views/accounts/form.ts'
import { CallForm } from '../../../views/groupings/call-form.tsx'
import { groupingTexts } from '../../../views/groupings/texts.ts'
import { groupingStates } from '../../../db/schema/groupings.ts'
import { parse } from '../../accounts/input.ts'
import type { Deps } from '../../deps.ts'
import { entryOfRow } from '../../entries/queries.ts'
import { speaker } from '../../groupings/access.ts'
import { reviseCall, setCallState } from '../../groupings/commands.ts'
import { callInput, mostWords } from '../../groupings/input.ts'
import type { Grouping } from '../../groupings/queries.ts'
import { isConflict, Refusal } from '../../refusal.ts'
import { formOf, mend } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import type { Ctx } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { soughtCall } from './sought.ts'

export const editCall = (deps: Deps) => async (c: Ctx) => {
  const grouping = await led(deps, c)
  const { form, seeks, brings } = grouping
  return editPage(deps, c, grouping, { values: { form, seeks, brings: brings ?? '' }, errors: {} })
}

export const changeCall = (deps: Deps) => async (c: Ctx) => {
  const grouping = await led(deps, c)
  const sent = await formOf(c)
  const { input, faults } = parse(callInput.omit({ organisation: true }), sent)
  if (input === null) return editPage(deps, c, grouping, mend(c, sent, faults), { status: 422 })
  const revision = Number(sent['revision'])
  try {
    await reviseCall(deps, c.var.viewer, grouping, { revision, input })
  } catch (error) {
    if (!isConflict(error)) throw error
    return editPage(
      deps,
      c,
      await led(deps, c),
      { values: sent, errors: {} },
      { status: 409, conflict: true },
    )
  }
  setFlash(deps, c, 'grouping-saved')
  return c.redirect(`/groupements/${grouping.id}`, 303)
}

export const changeState = (deps: Deps) => async (c: Ctx) => {
  const grouping = await led(deps, c)
  const sent = await formOf(c)
  const state = groupingStates.find((one) => one === sent['state'])
  if (state === undefined) throw new Refusal('invalid', 'This is no state of a call.')
  await setCallState(deps, c.var.viewer, grouping, state)
  setFlash(deps, c, 'grouping-saved')
  return c.redirect(`/groupements/${grouping.id}`, 303)
}

/** One of ours, by somebody who publishes for the organisation that leads it. */
async function led(deps: Deps, c: Ctx): Promise<Grouping> {
  const grouping = await soughtCall(deps, c)
  speaker(c.var.viewer, grouping.leadId)
  return grouping
}

const editPage = async (
  deps: Deps,
  c: Ctx,
  { id, subject, revision, tenderN }: Grouping,
  form: FormState,
  { status = 200, conflict = false }: { status?: 200 | 409 | 422; conflict?: boolean } = {},
) => {
  const tender = tenderN === null ? undefined : await entryOfRow(deps, tenderN)
  const language = tender?.envelope.language ?? null
  return privatePage(
    deps,
    c,
    { title: groupingTexts[c.var.locale].edit, active: 'tender', status },
    <CallForm
      {...form}
      {...{ subject, language, conflict }}
      action={`/groupements/${id}/modifier`}
      back={`/groupements/${id}`}
      // After a conflict it is about what is there now: saved again, it is meant.
      hidden={{ revision: conflict ? String(revision) : (form.values['revision'] ?? String(revision)) }}
      organisations={null}
      most={mostWords}
    />,
  )
}
