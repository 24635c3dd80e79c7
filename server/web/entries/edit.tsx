import { required, type Viewer } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { isPublic, mayPublish } from '../../entries/entry.ts'
import type { EntryInput } from '../../entries/input.ts'
import type { Entry } from '../../entries/load.ts'
import { movedFaults } from '../../entries/moved.ts'
import { forgetTyped } from '../../entries/pending.ts'
import { mayOpen } from '../../entries/topics.ts'
import { whole } from '../../entries/whole.ts'
import type { Fault } from '../../kinds/faults.ts'
import type { Kind } from '../../kinds/kind.ts'
import { isConflict, Refusal } from '../../refusal.ts'
import { faultsIn, formDataOf } from '../accounts/form.ts'
import type { Ctx } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { conflictPage } from './conflict.tsx'
import { readEntryForm, type SentEntry } from './editor-form.ts'
import { editorPage } from './editor-page.tsx'
import { copied } from './copied.tsx'
import { asItWas } from './history.tsx'
import { sentEditor } from './opened.ts'
import { offeringBegun, offeringTyped, resumed, resumedNew } from './resumed.tsx'
import { previewOfSent } from './preview.tsx'
import { byId, keep, publishOnce, submitOnce } from './save.ts'
import { isTheirs, revisable, writer } from './writer.ts'

export const newEntry = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const viewer = writer(c, kind)
  const opened = (await resumedNew(deps, c, viewer, kind)) ?? (await copied(deps, c, viewer, kind))
  return editorPage(deps, c, kind, opened ?? (await offeringBegun(deps, c, viewer, kind)))
}

export const editEntry = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const entry = await revisable(deps, c, kind)
  const viewer = required(c.var.viewer, 'member')
  const opened = (await resumed(deps, c, viewer, entry)) ?? (await asItWas(deps, c, entry))
  return editorPage(deps, c, kind, opened ?? (await offeringTyped(deps, c, viewer, entry)))
}

export const createEntry = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const viewer = writer(c, kind)
  const form = await formDataOf(c)
  const id = form.get('id')
  const before = typeof id === 'string' ? await byId(deps, id) : undefined
  // Sent twice, the form finds what it made. Anything else under its id is not the sender's to see.
  if (before?.envelope.state === 'withdrawn' && before.envelope.authorId === viewer.id)
    throw new Refusal('gone', 'This entry was withdrawn.')
  if (before !== undefined && !isTheirs(viewer, kind, before))
    throw new Refusal('forbidden', 'You cannot change this entry.')
  return receive(deps, c, kind, viewer, await readEntryForm(deps, viewer, kind, form, before), before)
}

export const changeEntry = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const viewer = required(c.var.viewer, 'member')
  const before = await revisable(deps, c, kind)
  const sent = await readEntryForm(deps, viewer, kind, await formDataOf(c), before)
  return receive(deps, c, kind, viewer, { ...sent, id: before.envelope.id }, before)
}

async function receive(
  deps: Deps,
  c: Ctx,
  kind: Kind,
  viewer: Viewer,
  sent: SentEntry,
  before: Entry | undefined,
): Promise<Response> {
  const { input } = sent
  // What it has too few or too many records for may well be incomplete: nothing is said of it yet.
  if (sent.outcome === 'parts')
    return editorPage(deps, c, kind, { ...sentEditor(sent, before, c.req.path), faults: [] })
  if (input === null) return editorPage(deps, c, kind, sentEditor(sent, before, c.req.path), 422)
  if (
    sent.outcome === 'preview' &&
    input.fields !== null &&
    before !== undefined &&
    isPublic(before.envelope.state)
  )
    return previewOfSent(deps, c, before, { ...sent, input })
  const faults = await movedFor(deps, viewer, kind, { ...sent, input }, before)
  if (faults.length > 0)
    return editorPage(deps, c, kind, { ...sentEditor(sent, before, c.req.path), faults }, 422)
  try {
    return await conclude(deps, c, viewer, kind, { ...sent, input })
  } catch (error) {
    if (error instanceof Refusal && error.code === 'invalid' && Object.keys(error.fields).length > 0)
      return editorPage(
        deps,
        c,
        kind,
        { ...sentEditor(sent, before, c.req.path), faults: faultsIn(error) },
        422,
      )
    const present = isConflict(error) ? await byId(deps, sent.id) : undefined
    if (present === undefined || present.kind.name !== kind.name) throw error
    return conflictPage(deps, c, present, { ...sent, input })
  }
}

/** Before anything is saved: who would say it may have moved to another site. */
async function movedFor(
  deps: Deps,
  viewer: Viewer,
  kind: Kind,
  { outcome, input }: SentEntry & { input: EntryInput },
  before: Entry | undefined,
): Promise<Fault[]> {
  const { id, authorId, state } = before?.envelope ?? { id: '', authorId: viewer.id, state: 'draft' as const }
  const { organisationId } = input
  const publishes = outcome === 'publish' && !isPublic(state)
  return publishes &&
    mayPublish(viewer, { id, kind: kind.name, state, authorId, organisationId, origin: null })
    ? movedFaults(deps.db, kind, organisationId)
    : []
}

/** Saves, then does what the pressed button says. */
async function conclude(
  deps: Deps,
  c: Ctx,
  viewer: Viewer,
  kind: Kind,
  sent: SentEntry & { input: EntryInput },
): Promise<Response> {
  const saved = await keep(deps, viewer, kind, sent)
  await forgetTyped(deps.db, viewer, saved.envelope.id)
  const { path, state } = saved.envelope
  if (isPublic(state)) {
    setFlash(deps, c, 'entry-revised')
    return c.redirect(path, 303)
  }
  const may = mayPublish(viewer, saved.envelope) || (await mayOpen(deps, viewer, saved))
  switch (sent.outcome === 'publish' && !may ? 'review' : sent.outcome) {
    case 'publish': {
      const { envelope } = await publishOnce(deps, viewer, whole(saved))
      setFlash(deps, c, 'entry-published')
      return c.redirect(envelope.path, 303)
    }
    case 'review':
      await submitOnce(deps, viewer, whole(saved))
      setFlash(deps, c, kind.conversation === true ? 'topic-held' : 'entry-in-review')
      return c.redirect(path, 303)
    case 'preview':
      return c.redirect(`${path}/apercu`, 303)
    case 'parts':
    case 'draft':
      setFlash(deps, c, 'draft-saved')
      return c.redirect(`${path}/modifier`, 303)
  }
}
