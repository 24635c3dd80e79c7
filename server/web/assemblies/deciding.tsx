import { formTexts } from '../../../views/assemblies/form-texts.ts'
import { proposalTexts } from '../../../views/assemblies/proposal-texts.ts'
import { RecordForm } from '../../../views/assemblies/record-form.tsx'
import { assemblyTexts } from '../../../views/assemblies/texts.ts'
import { eraseDecision, eraseSeat, known } from '../../assemblies/records.ts'
import { answerInput } from '../../assemblies/input.ts'
import { decideCandidature, decideItem } from '../../assemblies/decide.ts'
import { within, type Item } from '../../assemblies/queries.ts'
import { parse } from '../../accounts/input.ts'
import type { Deps } from '../../deps.ts'
import { sayAll } from '../../kinds/faults.ts'
import { formOf, type Sent } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import type { Ctx } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { backTo, runAt, valuesOf, type Place } from './place.ts'
import { assemblyPage } from './show.tsx'
import { meetingsOf, options } from './sorts.ts'
import { isConflict } from '../../refusal.ts'

/** A yes or a no, with its sentence; of two who give the same seat, one does. */
export const decideOne = (deps: Deps) => async (c: Ctx) => {
  const place = await runAt(deps, c)
  const candidature = within(place.inside.candidatures, c.req.param('candidature'))
  const sent = await formOf(c)
  const isYes = sent['act'] === 'accepter'
  const { input, faults } = parse(answerInput(isYes), sent)
  if (input === null)
    return assemblyPage(
      deps,
      c,
      place,
      { [candidature.id]: sayAll(faults, c.var.locale)['answer'] ?? '' },
      422,
    )
  try {
    const { answer } = input
    await decideCandidature(deps, place.viewer, { assembly: place.assembly, candidature }, { isYes, answer })
  } catch (error) {
    if (!isConflict(error)) throw error
    const now = await runAt(deps, c)
    // Pressed twice, it is decided once.
    const isDone = now.inside.candidatures.some(
      ({ id, state }) => id === candidature.id && state !== 'waiting',
    )
    if (isDone) return c.redirect(place.shown.path, 303)
    return assemblyPage(deps, c, now, { [candidature.id]: assemblyTexts[c.var.locale].seatGone }, 409)
  }
  setFlash(deps, c, 'person-saved')
  return c.redirect(`${place.shown.path}#sieges`, 303)
}

export const showItem = (deps: Deps) => async (c: Ctx) => {
  const place = await runAt(deps, c)
  const item = within(place.inside.items, c.req.param('item'))
  const state = item.state === 'refused' ? 'refused' : 'accepted'
  return itemPage(deps, c, place, item, { ...valuesOf(item), state }, {})
}

function itemPage(
  deps: Deps,
  c: Ctx,
  place: Place,
  item: Item,
  values: Sent,
  errors: Readonly<Record<string, string>>,
): Promise<Response> {
  const { locale } = c.var
  const t = proposalTexts[locale].item
  const { accepted, refused } = assemblyTexts[locale].itemStates
  return privatePage(
    deps,
    c,
    { title: t.decide, active: 'assemblies', status: Object.keys(errors).length === 0 ? 200 : 422 },
    <RecordForm
      title={t.decide}
      lead={item.title}
      back={backTo(place)}
      action={`${place.shown.path}/points/${item.id}`}
      hidden={{}}
      asked={[
        {
          ...{ name: 'state', label: formTexts[locale].decision.state, as: 'select', required: true },
          options: options({ accepted, refused }),
        },
        {
          ...{ name: 'meetingId', label: t.meeting, as: 'select', empty: t.noMeeting },
          options: meetingsOf(place, locale),
        },
        { name: 'position', label: t.position, max: 3 },
        { name: 'answer', label: t.answer, hint: t.answerHint, as: 'area', max: 600 },
      ]}
      values={values}
      errors={errors}
      submit={formTexts[locale].save}
    />,
  )
}

export const placeItem = (deps: Deps) => async (c: Ctx) => {
  const place = await runAt(deps, c)
  const item = within(place.inside.items, c.req.param('item'))
  const sent = await formOf(c)
  const isYes = sent['state'] !== 'refused'
  const { input, faults } = parse(answerInput(isYes), sent)
  if (input === null) return itemPage(deps, c, place, item, sent, sayAll(faults, c.var.locale))
  const position = Math.min(Math.max(Math.trunc(Number(sent['position'] ?? 0)) || 0, 0), 999)
  const meetingId = known(place.inside.meetings, sent['meetingId'] || null, 'meetingId')
  const decision = { isYes, answer: input.answer, meetingId: isYes ? meetingId : null, position }
  await decideItem(deps, place.viewer, { assembly: place.assembly, item }, decision)
  setFlash(deps, c, 'person-saved')
  return c.redirect(`${place.shown.path}#ordre-du-jour`, 303)
}

export const removeSeat = (deps: Deps) => async (c: Ctx) => {
  const { viewer, assembly, inside, shown } = await runAt(deps, c)
  await eraseSeat(deps, viewer, assembly, within(inside.seats, c.req.param('seat')))
  return c.redirect(shown.path, 303)
}

export const removeDecision = (deps: Deps) => async (c: Ctx) => {
  const { viewer, assembly, inside, shown } = await runAt(deps, c)
  await eraseDecision(deps, viewer, assembly, within(inside.decisions, c.req.param('decision')))
  return c.redirect(shown.path, 303)
}
