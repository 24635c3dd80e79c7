import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { z } from 'zod'
import { blankForm, type FormState } from '../../../views/accounts/form.ts'
import { ImportForm, ImportPreview } from '../../../views/directory/import.tsx'
import { ImportStale } from '../../../views/directory/import-stale.tsx'
import { directoryTexts } from '../../../views/directory/texts.ts'
import { parse } from '../../accounts/input.ts'
import { required } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { importOrganisations } from '../../imports/organisation-commands.ts'
import { decoded, mostBytes, mostRows, readRows, type FileFault } from '../../imports/organisation-file.ts'
import { planOf } from '../../imports/organisation-plan.ts'
import { choice, line } from '../../kinds/gate.ts'
import { families } from '../../kinds/organisation/table.ts'
import { texts } from '../../kinds/organisation/texts.ts'
import { formDataOf, mend, textIn, type Sent } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import type { Ctx } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { importColumns } from './import-columns.ts'

const about = z.object({ source: line(100), family: choice(families) })
const confirmed = about.extend({
  form: z.uuid(),
  text: z
    .string()
    .min(1)
    .max(2 * mostBytes),
  charset: z.enum(['utf8', 'windows']),
  state: choice(['draft', 'published']),
})

export const showImport = (deps: Deps) => (c: Ctx) => {
  required(c.var.viewer, 'editor')
  return importPage(deps, c, blankForm)
}

/** Reads the file, and says what it would make. */
export const previewImport = (deps: Deps) => async (c: Ctx) => {
  required(c.var.viewer, 'editor')
  const form = await formDataOf(c)
  const sent = textIn(form)
  const { input, faults } = parse(about, sent)
  const file = form.get('file')
  const read = file instanceof File ? await readFile(file) : { fault: 'empty' as const }
  if (input === null || 'fault' in read)
    return importPage(deps, c, wrong(c, sent, faults, 'fault' in read ? read.fault : null), 422)
  const planned = await planOf(deps, read.rows, { ...input, locale: c.var.locale })
  const { charset, text, ignored } = read
  return privatePage(
    deps,
    c,
    { title: directoryTexts[c.var.locale].import.previewTitle, active: 'organisation' },
    <ImportPreview
      charset={charset}
      ignored={ignored}
      planned={planned.map((one) => ({ ...one, isMade: one.input !== null }))}
      fields={{ ...input, form: deps.newId(), text, charset }}
    />,
  )
}

/** Reads it again, as it was shown, and makes what is not there yet. */
export const confirmImport = (deps: Deps) => async (c: Ctx) => {
  const viewer = required(c.var.viewer, 'editor')
  const { input } = parse(confirmed, textIn(await formDataOf(c)))
  const read = input === null ? { fault: 'empty' as const } : readRows(input.text)
  if (input === null || 'fault' in read)
    return privatePage(
      deps,
      c,
      { title: directoryTexts[c.var.locale].import.title, active: 'organisation', status: 422 },
      <ImportStale />,
    )
  const planned = await planOf(deps, read.rows, { ...input, locale: c.var.locale })
  await importOrganisations(deps, viewer, planned, {
    form: input.form,
    source: input.source,
    publish: input.state === 'published',
  })
  setFlash(deps, c, 'organisations-imported')
  return c.redirect(input.state === 'published' ? '/annuaire' : '/brouillons', 303)
}

async function readFile(file: File) {
  const text = decoded(new Uint8Array(await file.arrayBuffer()))
  if ('fault' in text) return text
  const rows = readRows(text.text)
  return 'fault' in rows ? rows : { ...text, ...rows }
}

function wrong(c: Ctx, sent: Sent, faults: Parameters<typeof mend>[2], fault: FileFault | null): FormState {
  const { values, errors } = mend(c, sent, faults)
  if (fault === null) return { values, errors }
  const words = directoryTexts[c.var.locale].import.faults[fault]
  const said = typeof words === 'string' ? words : words(String(mostRows))
  return { values, errors: { file: said, ...errors } }
}

const importPage = (
  deps: Deps,
  c: Ctx,
  form: FormState,
  status: ContentfulStatusCode = 200,
): Promise<Response> => {
  const t = texts[c.var.locale]
  return privatePage(
    deps,
    c,
    { title: directoryTexts[c.var.locale].import.title, active: 'organisation', status },
    <ImportForm
      {...form}
      columns={importColumns(c.var.locale)}
      family={{
        label: t.importFamily.label,
        hint: t.importFamily.hint,
        options: Object.entries(t.family).map(([value, label]) => ({ value, label })),
      }}
      mostRows={mostRows}
    />,
  )
}
