import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { blankForm, type FormState } from '../../../views/accounts/form.ts'
import { NeedPage } from '../../../views/networks/needs.tsx'
import { needTexts } from '../../../views/networks/need-texts.ts'
import { parse } from '../../accounts/input.ts'
import type { Viewer } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import type { Entry } from '../../entries/load.ts'
import { needInput, receiptInput } from '../../networks/input.ts'
import {
  addNeed,
  addReceipt,
  changeNeed,
  eraseNeed,
  eraseReceipt,
  needOf,
  type Need,
} from '../../networks/needs.ts'
import { isConflict, Refusal } from '../../refusal.ts'
import { formOf, mend } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import type { Ctx } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { answering, networkAt, shownNeed, valuesOf } from './shown.tsx'

// `/annuaire/<slug>/besoins/…`: what a network asks for, and what came of it, as its editors write it.

interface Place {
  entry: Entry
  viewer: Viewer
  need: Need | null
}

async function placeOf(deps: Deps, c: Ctx): Promise<Place> {
  const entry = await networkAt(deps, c)
  const viewer = answering(c, entry)
  const id = c.req.param('need')
  return { entry, viewer, need: id === undefined ? null : await needOf(deps.db, entry, id) }
}

async function presentNeed(deps: Deps, c: Ctx): Promise<Place & { need: Need }> {
  const place = await placeOf(deps, c)
  if (place.need === null) throw new Refusal('absent', 'There is no such need.')
  return { ...place, need: place.need }
}

interface Shown {
  form: FormState
  /** Of a new one: the id that the form has chosen. */
  id?: string | undefined
  isConflict?: boolean
  receipt?: FormState & { id: string }
  status?: ContentfulStatusCode
}

const needPage = (deps: Deps, c: Ctx, { entry, need }: Place, shown: Shown): Promise<Response> => {
  const { title: name, path } = entry.envelope
  const { form, receipt = { ...blankForm, id: deps.newId() } } = shown
  const t = needTexts[c.var.locale]
  return privatePage(
    deps,
    c,
    { title: need === null ? t.addNeed : t.editNeed, active: 'networks', status: shown.status ?? 200 },
    <NeedPage
      {...form}
      network={{ name, path }}
      action={`${path}/besoins/${need === null ? 'nouveau' : need.id}`}
      hidden={need === null ? { id: shown.id ?? deps.newId() } : { revision: String(need.revision) }}
      need={need === null ? null : shownNeed(need)}
      isConflict={shown.isConflict === true}
      receipt={receipt}
    />,
  )
}

export const showNewNeed = (deps: Deps) => async (c: Ctx) =>
  needPage(deps, c, await placeOf(deps, c), { form: { values: { state: 'open' }, errors: {} } })

export const createNeed = (deps: Deps) => async (c: Ctx) => {
  const place = await placeOf(deps, c)
  const sent = await formOf(c)
  const { input, faults } = parse(needInput, sent)
  const id = chosen(sent['id'])
  if (input === null) return needPage(deps, c, place, { form: mend(c, sent, faults), id, status: 422 })
  await addNeed(deps, place.viewer, place.entry, id, input)
  return saved(deps, c, place.entry)
}

export const showNeed = (deps: Deps) => async (c: Ctx) => {
  const place = await presentNeed(deps, c)
  return needPage(deps, c, place, { form: { values: valuesOf(place.need), errors: {} } })
}

export const reviseNeed = (deps: Deps) => async (c: Ctx) => {
  const place = await presentNeed(deps, c)
  const sent = await formOf(c)
  const { input, faults } = parse(needInput, sent)
  if (input === null) return needPage(deps, c, place, { form: mend(c, sent, faults), status: 422 })
  try {
    const revision = Number(sent['revision'])
    await changeNeed(deps, place.viewer, place.entry, place.need, { revision, input })
  } catch (error) {
    if (!isConflict(error)) throw error
    const need = await needOf(deps.db, place.entry, place.need.id)
    const form = { values: sent, errors: {} }
    return needPage(deps, c, { ...place, need }, { form, isConflict: true, status: 409 })
  }
  return saved(deps, c, place.entry)
}

export const removeNeed = (deps: Deps) => async (c: Ctx) => {
  const { viewer, entry, need } = await presentNeed(deps, c)
  await eraseNeed(deps, viewer, entry, need)
  return saved(deps, c, entry)
}

export const noteReceipt = (deps: Deps) => async (c: Ctx) => {
  const place = await presentNeed(deps, c)
  const sent = await formOf(c)
  const { input, faults } = parse(receiptInput, sent)
  const id = chosen(sent['id'])
  if (input === null) {
    const { values, errors } = mend(c, sent, faults)
    const named = errors['agreed'] === undefined ? {} : { agreed: needTexts[c.var.locale].agreedError }
    const receipt = { values, errors: { ...errors, ...named }, id }
    return needPage(deps, c, place, {
      form: { values: valuesOf(place.need), errors: {} },
      receipt,
      status: 422,
    })
  }
  await addReceipt(deps, place.viewer, place, id, input)
  setFlash(deps, c, 'person-saved')
  return c.redirect(`${place.entry.envelope.path}/besoins/${place.need.id}`, 303)
}

export const removeReceipt = (deps: Deps) => async (c: Ctx) => {
  const place = await presentNeed(deps, c)
  await eraseReceipt(deps, place.viewer, place, c.req.param('receipt') ?? '')
  return c.redirect(`${place.entry.envelope.path}/besoins/${place.need.id}`, 303)
}

function saved(deps: Deps, c: Ctx, { envelope }: Entry): Response {
  setFlash(deps, c, 'person-saved')
  return c.redirect(`${envelope.path}/membres#besoins`, 303)
}

/** Chosen by the form, so that the same form sent twice does one thing. */
export function chosen(id: string | undefined): string {
  if (id === undefined || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
    throw new Refusal('invalid', 'This form cannot be read.')
  return id
}
