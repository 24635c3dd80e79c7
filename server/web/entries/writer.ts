import { required, type Viewer } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { mayRevise } from '../../entries/entry.ts'
import type { Entry } from '../../entries/load.ts'
import type { Kind } from '../../kinds/kind.ts'
import { Refusal } from '../../refusal.ts'
import type { Ctx } from '../env.ts'
import { mayWrite } from './may-write.ts'
import { byId } from './save.ts'
import { soughtEntry } from './seek.ts'

// Who may have this form, and of what.

/** Whoever may begin an entry of this kind; a visitor is asked to log in. */
export function writer(c: Ctx, kind: Kind): Viewer {
  const viewer = required(c.var.viewer, 'member')
  if (!mayWrite(viewer, kind)) throw new Refusal('forbidden', 'You cannot publish here.')
  return viewer
}

export async function revisable(deps: Deps, c: Ctx, kind: Kind): Promise<Entry> {
  const entry = await soughtEntry(deps, c, kind)
  required(c.var.viewer, 'member')
  if (!mayRevise(c.var.viewer, entry.envelope))
    throw new Refusal('forbidden', 'You cannot change this entry.')
  return entry
}

export const isTheirs = (viewer: Viewer, kind: Kind, entry: Entry): boolean =>
  entry.kind.name === kind.name && mayRevise(viewer, entry.envelope)

/**
 * For what scripts send while somebody writes: of an entry by its address, of a new one by the id in its form, under
 * which there may be a draft by now. Anything else under that id is not the sender's to see.
 */
export async function written(
  deps: Deps,
  c: Ctx,
  kind: Kind,
  form: FormData,
): Promise<{ viewer: Viewer; before: Entry | undefined }> {
  if (c.req.param('ref') !== 'nouveau') {
    const before = await revisable(deps, c, kind)
    return { viewer: required(c.var.viewer, 'member'), before }
  }
  const viewer = writer(c, kind)
  const id = form.get('id')
  const before = typeof id === 'string' ? await byId(deps, id) : undefined
  if (before !== undefined && !isTheirs(viewer, kind, before))
    throw new Refusal('forbidden', 'You cannot change this entry.')
  return { viewer, before }
}

/** Files come when the form is sent; whatever is asked for meanwhile does not read them. */
export function withoutFiles(form: FormData): FormData {
  const texts = new FormData()
  for (const [name, value] of form) if (typeof value === 'string') texts.append(name, value)
  return texts
}
