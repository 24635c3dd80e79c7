import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { ImportPage, type ImportState } from '../../../views/imports/import.tsx'
import { importTexts } from '../../../views/imports/texts.ts'
import { Imported } from '../../../views/imports/imported.tsx'
import { required, type Viewer } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { saveDraft } from '../../entries/commands.ts'
import { entryById } from '../../entries/queries.ts'
import { draftOf, type Dropped } from '../../imports/draft.ts'
import { decoded, readTender } from '../../imports/read.ts'
import type { Understood } from '../../imports/understood.ts'
import { kindNamed } from '../../kinds/index.ts'
import type { Kind } from '../../kinds/kind.ts'
import { tender } from '../../kinds/tender/index.tsx'
import { mayRevise } from '../../entries/entry.ts'
import { Refusal } from '../../refusal.ts'
import { formDataOf } from '../accounts/form.ts'
import { editorPage } from '../entries/editor-page.tsx'
import { mayWrite } from '../entries/may-write.ts'
import { filledEditor } from '../entries/opened.ts'
import type { Ctx } from '../env.ts'
import { page } from '../page.tsx'

export const importPath = `${tender.path}/importer`

export const showImport = (deps: Deps) => (c: Ctx) => {
  writer(c)
  return importPage(deps, c, { id: deps.newId(), pasted: '' })
}

/** Reads one tender, keeps what it understood as a draft, and opens it with what was left out. */
export const makeImport = (deps: Deps) => async (c: Ctx) => {
  const { viewer, kind } = writer(c)
  const form = await formDataOf(c)
  const { id, pasted, content } = await sentIn(deps, form)
  const read = await readTender(content)
  if ('fault' in read)
    return importPage(deps, c, { id, pasted: pasted.slice(0, 20_000), fault: read.fault }, 422)
  const { locale } = c.var
  const { input, dropped } = await draftOf(deps, kind, read, {
    title: importTexts[locale].untitled,
    language: locale,
  })
  const before = await entryById(deps, id)
  if (before !== undefined && !(before.kind.name === kind.name && mayRevise(viewer, before.envelope)))
    throw new Refusal('forbidden', 'You cannot change this entry.')
  // Sent twice, the form finds what it made.
  const entry =
    before ?? (await saveDraft(deps, viewer, kind, { id, revision: null, input, picture: undefined }))
  return editorPage(deps, c, kind, {
    ...filledEditor(entry, `${entry.envelope.path}/modifier`),
    above: <Imported format={read.format} left={leftOut(read, dropped, kind, locale)} />,
  })
}

function leftOut(read: Understood, dropped: readonly Dropped[], kind: Kind, locale: Ctx['var']['locale']) {
  const { fields, parts = {} } = kind.texts[locale]
  const label = (field: string): string => {
    const [name = '', index, own = ''] = field.split('.')
    const part = parts[name]
    return index === undefined || part === undefined
      ? (fields[name] ?? name)
      : `${part.one} ${Number(index) + 1}, ${part.fields[own] ?? own}`
  }
  return {
    wrong: dropped.map(({ field, value }) => ({ label: label(field), value: value.slice(0, 200) })),
    unknown: read.ignored,
  }
}

/** A file goes before what is pasted: whoever chose one meant it. */
async function sentIn(deps: Pick<Deps, 'newId'>, form: FormData) {
  const [id, pasted, file] = [form.get('id'), form.get('pasted'), form.get('file')]
  const typed = typeof pasted === 'string' ? pasted : ''
  const content =
    file instanceof File && file.size > 0 ? decoded(new Uint8Array(await file.arrayBuffer())) : typed
  return { id: typeof id === 'string' && uuid.test(id) ? id : deps.newId(), pasted: typed, content }
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function writer(c: Ctx): { viewer: Viewer; kind: Kind } {
  const viewer = required(c.var.viewer, 'member')
  const kind = kindNamed(tender.name)
  if (kind === undefined || !mayWrite(viewer, kind))
    throw new Refusal('forbidden', 'You cannot publish here.')
  return { viewer, kind }
}

const importPage = (deps: Deps, c: Ctx, state: ImportState, status: ContentfulStatusCode = 200) =>
  page(
    deps,
    c,
    { title: importTexts[c.var.locale].title, status, active: tender.name, robots: 'noindex' },
    <ImportPage
      {...state}
      list={{ href: tender.path, label: tender.texts[c.var.locale].many }}
      action={importPath}
      modelHref={`${importPath}/modele.csv`}
    />,
  )
