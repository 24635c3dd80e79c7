import { PendingNotice, Resumed } from '../../../views/entries/pending.tsx'
import type { Viewer } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import type { Entry } from '../../entries/load.ts'
import { begunBy, forgetTyped, typedOf, type Pending } from '../../entries/pending.ts'
import type { Kind } from '../../kinds/kind.ts'
import { formDataOf } from '../accounts/form.ts'
import type { Ctx } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { readEntryForm } from './editor-form.ts'
import { filledEditor, freshEditor, sentEditor, type Opened } from './opened.ts'
import { byId } from './save.ts'
import { written } from './writer.ts'

// What was typed and never saved is offered where one would look for it, and filled in when one asks.

/** `/emplois/nouveau?reprendre=…`: an entry that was begun, by this person alone. */
export async function resumedNew(
  deps: Deps,
  c: Ctx,
  viewer: Viewer,
  kind: Kind,
): Promise<Opened | undefined> {
  const id = c.req.query('reprendre')
  const typed = id === undefined ? undefined : await typedOf(deps.db, viewer, id)
  if (typed === undefined || typed.kind !== kind.name || (await byId(deps, typed.entryId)) !== undefined)
    return undefined
  return filledAgain(deps, viewer, kind, { typed, before: undefined, action: c.req.path })
}

/** `/emplois/chef-de-chantier/modifier?reprendre=1` */
export async function resumed(
  deps: Deps,
  c: Ctx,
  viewer: Viewer,
  before: Entry,
): Promise<Opened | undefined> {
  if (c.req.query('reprendre') === undefined) return undefined
  const typed = await typedOf(deps.db, viewer, before.envelope.id)
  if (typed === undefined) return undefined
  return filledAgain(deps, viewer, before.kind, { typed, before, action: c.req.path })
}

/** As it was typed, with the revision it began from: whoever changed the entry meanwhile is not overwritten. */
async function filledAgain(
  deps: Deps,
  viewer: Viewer,
  kind: Kind,
  { typed, before, action }: { typed: Pending; before: Entry | undefined; action: string },
): Promise<Opened> {
  const form = new FormData()
  for (const [name, value] of typed.form) form.append(name, value)
  form.set('outcome', 'draft')
  const sent = await readEntryForm(deps, viewer, kind, form, before)
  return {
    ...sentEditor(sent, before, action),
    id: typed.entryId,
    faults: [],
    unsaved: false,
    above: <Resumed />,
  }
}

export async function offeringBegun(deps: Deps, c: Ctx, viewer: Viewer, kind: Kind): Promise<Opened> {
  const path = `${kind.path}/nouveau`
  const begun = await begunBy(deps.db, viewer, kind.name)
  const above = begun.map(({ id, title, at }) => (
    <PendingNotice {...{ id, title, at }} resume={`${path}?reprendre=${id}`} action={`${path}/reprise`} />
  ))
  return { ...freshEditor(deps, c, kind), above: <>{above}</> }
}

export async function offeringTyped(deps: Deps, c: Ctx, viewer: Viewer, entry: Entry): Promise<Opened> {
  const { id, path } = entry.envelope
  const typed = await typedOf(deps.db, viewer, id)
  const opened = filledEditor(entry, c.req.path)
  if (typed === undefined) return opened
  return {
    ...opened,
    above: (
      <PendingNotice
        id={id}
        title={null}
        at={typed.savedAt}
        resume={`${path}/modifier?reprendre=1`}
        action={`${path}/reprise`}
      />
    ),
  }
}

/** One's own, and nobody else's: of another person's there is nothing under this id. */
export const forgetBegun = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const form = await formDataOf(c)
  const { viewer, before } = await written(deps, c, kind, form)
  const id = before?.envelope.id ?? form.get('id')
  if (typeof id === 'string') await forgetTyped(deps.db, viewer, id)
  setFlash(deps, c, 'typed-forgotten')
  return c.redirect(before === undefined ? `${kind.path}/nouveau` : `${before.envelope.path}/modifier`, 303)
}
