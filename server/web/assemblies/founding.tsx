import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { formTexts } from '../../../views/assemblies/form-texts.ts'
import { RecordForm, type Asked } from '../../../views/assemblies/record-form.tsx'
import { assemblyTexts } from '../../../views/assemblies/texts.ts'
import type { Locale } from '../../../views/language.tsx'
import { mayRun } from '../../assemblies/access.ts'
import { changeAssembly, found } from '../../assemblies/commands.ts'
import { assemblyInput } from '../../assemblies/input.ts'
import { parse } from '../../accounts/input.ts'
import { required, type Viewer } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { hostedOrganisations } from '../../entries/queries.ts'
import { isConflict, Refusal } from '../../refusal.ts'
import { formOf, mend, type Sent } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import type { Ctx } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { chosen } from '../networks/needs.tsx'
import { runAt, valuesOf, type Place } from './place.ts'
import { options } from './sorts.ts'

/** In whose name this person may open one: of the hub (an empty value), or of organisations that they edit. */
export async function runners(
  deps: Deps,
  viewer: Viewer | null,
): Promise<{ value: string; label: string }[]> {
  const hosted = await hostedOrganisations(deps.db)
  return [
    ...(mayRun(viewer, { organisationId: null }) ? [{ value: '', label: deps.hub.settings.name }] : []),
    ...hosted
      .filter(({ id }) => mayRun(viewer, { organisationId: id }))
      .map(({ id, title }) => ({ value: id, label: title })),
  ]
}

const asked = (locale: Locale, whose?: { value: string; label: string }[]): Asked[] => {
  const t = formTexts[locale].assembly
  const sorts = options(assemblyTexts[locale].sorts)
  return [
    { name: 'sort', label: t.sort, as: 'select', options: sorts, required: true },
    { name: 'name', label: t.name, max: 120, required: true },
    { name: 'mandate', label: t.mandate, hint: t.mandateHint, as: 'area', max: 4000 },
    ...(whose === undefined
      ? []
      : [
          {
            name: 'organisation',
            label: t.organisation,
            as: 'select' as const,
            options: whose,
            required: false,
          },
        ]),
  ]
}

export const showFounding = (deps: Deps) => async (c: Ctx) => {
  const viewer = required(c.var.viewer, 'member')
  return foundingPage(deps, c, viewer, { values: {}, errors: {} })
}

async function foundingPage(
  deps: Deps,
  c: Ctx,
  viewer: Viewer,
  form: { values: Sent; errors: Readonly<Record<string, string>> },
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const whose = await runners(deps, viewer)
  if (whose.length === 0) throw new Refusal('forbidden', 'You publish for nobody.')
  const { locale } = c.var
  const t = formTexts[locale]
  return privatePage(
    deps,
    c,
    { title: t.assembly.add, active: 'assemblies', status },
    <RecordForm
      title={t.assembly.add}
      back={{ href: '/assemblees', label: assemblyTexts[locale].list }}
      action="/assemblees/nouvelle"
      hidden={{ id: form.values['id'] ?? deps.newId() }}
      asked={asked(locale, whose)}
      values={form.values}
      errors={form.errors}
      submit={t.save}
    />,
  )
}

export const foundOne = (deps: Deps) => async (c: Ctx) => {
  const viewer = required(c.var.viewer, 'member')
  const sent = await formOf(c)
  const { input, faults } = parse(assemblyInput, sent)
  if (input === null) return foundingPage(deps, c, viewer, { ...mend(c, sent, faults), values: sent }, 422)
  const organisationId =
    sent['organisation'] === undefined || sent['organisation'] === '' ? null : sent['organisation']
  if (organisationId !== null && !(await runners(deps, viewer)).some(({ value }) => value === organisationId))
    throw new Refusal('forbidden', 'You do not publish for this organisation.')
  const slug = await found(deps, viewer, chosen(sent['id']), { ...input, organisationId })
  setFlash(deps, c, 'person-saved')
  return c.redirect(`/assemblees/${slug}`, 303)
}

export const showChange = (deps: Deps) => async (c: Ctx) => {
  const place = await runAt(deps, c)
  return changePage(deps, c, place, { values: valuesOf(place.assembly), errors: {} })
}

function changePage(
  deps: Deps,
  c: Ctx,
  { assembly, shown }: Place,
  form: { values: Sent; errors: Readonly<Record<string, string>> },
  { status = 200, isConflict: isLate = false }: { status?: ContentfulStatusCode; isConflict?: boolean } = {},
): Promise<Response> {
  const { locale } = c.var
  const t = formTexts[locale]
  const now = valuesOf(assembly)
  return privatePage(
    deps,
    c,
    { title: t.assembly.edit, active: 'assemblies', status },
    <RecordForm
      title={t.assembly.edit}
      back={{ href: shown.path, label: shown.name }}
      action={`${shown.path}/modifier`}
      hidden={{ revision: String(assembly.revision) }}
      asked={asked(locale)}
      values={form.values}
      errors={form.errors}
      submit={t.save}
      conflict={
        isLate ? asked(locale).map(({ name, label }) => ({ label, value: now[name] ?? '' })) : undefined
      }
    />,
  )
}

export const changeOne = (deps: Deps) => async (c: Ctx) => {
  const place = await runAt(deps, c)
  const sent = await formOf(c)
  const { input, faults } = parse(assemblyInput, sent)
  if (input === null) return changePage(deps, c, place, mend(c, sent, faults), { status: 422 })
  try {
    await changeAssembly(deps, place.viewer, place.assembly, Number(sent['revision']), input)
  } catch (error) {
    if (!isConflict(error)) throw error
    const now = await runAt(deps, c)
    return changePage(deps, c, now, { values: sent, errors: {} }, { status: 409, isConflict: true })
  }
  setFlash(deps, c, 'person-saved')
  return c.redirect(place.shown.path, 303)
}
