import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { z } from 'zod'
import { formTexts } from '../../../views/assemblies/form-texts.ts'
import { RecordForm, type Asked, type RecordFormProps } from '../../../views/assemblies/record-form.tsx'
import type { Saved } from '../../assemblies/records.ts'
import { parse } from '../../accounts/input.ts'
import type { Viewer } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import type { Locale } from '../../../views/language.tsx'
import { formOf } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import type { Ctx } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { chosen } from '../networks/needs.tsx'
import { backTo, mended, runAt, valuesOf, type Place } from './place.ts'
import { isConflict } from '../../refusal.ts'

/** One of the things that stand in an assembly, as those who run it make and change it. */
export interface Sort<Row extends { id: string; revision: number }, Input> {
  /** In addresses: `sieges`. */
  path: string
  /** What the address of a new one says. */
  fresh: string
  param: string
  input: z.ZodType<Input>
  titles: (locale: Locale) => { add: string; edit: string }
  asked: (locale: Locale, place: Place) => readonly Asked[]
  row: (place: Place, id: string) => Row
  /** What a form for a new one begins with. */
  begins?: (place: Place) => Record<string, string>
  save: (deps: Deps, viewer: Viewer, place: Place, saved: Saved<Input>) => Promise<void>
  erase?: (locale: Locale) => { label: string; hint: string }
}

export function recordPages<Row extends { id: string; revision: number }, Input>(
  deps: Deps,
  sort: Sort<Row, Input>,
) {
  const show = async (c: Ctx): Promise<Response> => {
    const place = await runAt(deps, c)
    const id = c.req.param(sort.param)
    const row = id === undefined ? null : sort.row(place, id)
    return formPage(deps, c, sort, place, row, {
      values: row === null ? (sort.begins?.(place) ?? {}) : valuesOfRow(row),
      errors: {},
    })
  }
  const save = async (c: Ctx): Promise<Response> => {
    const place = await runAt(deps, c)
    const id = c.req.param(sort.param)
    const row = id === undefined ? null : sort.row(place, id)
    const sent = await formOf(c)
    const { input, faults } = parse(sort.input, sent)
    if (input === null)
      return formPage(deps, c, sort, place, row, { ...mended(c, sent, faults), id: sent['id'] }, 422)
    try {
      await sort.save(deps, place.viewer, place, {
        id: row === null ? chosen(sent['id']) : row.id,
        revision: row === null ? null : Number(sent['revision']),
        input,
      })
    } catch (error) {
      if (!isConflict(error) || row === null) throw error
      const now = sort.row(await runAt(deps, c), row.id)
      return formPage(deps, c, sort, place, now, { values: sent, errors: {}, isConflict: true }, 409)
    }
    setFlash(deps, c, 'person-saved')
    return c.redirect(place.shown.path, 303)
  }
  return { show, save }
}

/** A person who is named has agreed to it: the box stays ticked while the name stands. */
const valuesOfRow = (row: Readonly<Record<string, unknown>>): Record<string, string> => ({
  ...valuesOf(row),
  ...(typeof row['person'] === 'string' ? { agreed: 'true' } : {}),
})

function formPage<Row extends { id: string; revision: number }, Input>(
  deps: Deps,
  c: Ctx,
  sort: Sort<Row, Input>,
  place: Place,
  row: Row | null,
  form: Pick<RecordFormProps, 'values' | 'errors'> & { isConflict?: boolean; id?: string | undefined },
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const { locale } = c.var
  const titles = sort.titles(locale)
  const title = row === null ? titles.add : titles.edit
  const asked = sort.asked(locale, place)
  const action = `${place.shown.path}/${sort.path}/${row === null ? sort.fresh : row.id}`
  const erase = sort.erase?.(locale)
  const now = row === null ? {} : valuesOf(row)
  return privatePage(
    deps,
    c,
    { title, active: 'assemblies', status },
    <RecordForm
      title={title}
      back={backTo(place)}
      action={action}
      hidden={row === null ? { id: form.id ?? deps.newId() } : { revision: String(row.revision) }}
      asked={asked}
      values={form.values}
      errors={form.errors}
      submit={formTexts[locale].save}
      conflict={
        form.isConflict === true
          ? asked.map(({ name, label }) => ({ label, value: now[name] ?? '' }))
          : undefined
      }
      erase={row === null || erase === undefined ? undefined : { ...erase, action: `${action}/effacer` }}
    />,
  )
}
