import { WithdrawPage } from '../../../views/entries/manage.tsx'
import { entryTexts } from '../../../views/entries/entry-texts.ts'
import { required } from '../../accounts/viewer.ts'
import { close, publish } from '../../entries/commands.ts'
import { movedFaults } from '../../entries/moved.ts'
import { spokenBy, type Spoken } from '../../entries/own-words.ts'
import { withdraw } from '../../entries/withdrawal.ts'
import type { Deps } from '../../deps.ts'
import { isOwnTopic, isPublic, mayPublish, mayRevise, mayWithdraw } from '../../entries/entry.ts'
import type { Entry } from '../../entries/load.ts'
import { mayOpen } from '../../entries/topics.ts'
import { isWhole, missingOf } from '../../entries/whole.ts'
import type { Envelope } from '../../kinds/envelope.ts'
import type { Fault } from '../../kinds/faults.ts'
import type { Kind } from '../../kinds/kind.ts'
import { Refusal } from '../../refusal.ts'
import { formDataOf } from '../accounts/form.ts'
import type { Ctx } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { page } from '../page.tsx'
import { editorPage } from './editor-page.tsx'
import { actsOf } from './manage.tsx'
import { filledEditor } from './opened.ts'
import { publishOnce, submitOnce } from './save.ts'
import { soughtEntry } from './seek.ts'

// The publication, the closing and the review of an entry are things that one makes and takes away.

/** What our own form would refuse is refused here too: the draft may be older than its deadline. */
export const makePublication = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const viewer = required(c.var.viewer, 'member')
  const entry = await soughtEntry(deps, c, kind)
  const { envelope } = entry
  if (!mayPublish(viewer, envelope) && !(await mayOpen(deps, viewer, entry)))
    throw new Refusal('forbidden', 'You cannot publish this entry.')
  const read = (await formDataOf(c)).get('revision')
  if (!isPublic(envelope.state) && read !== null && Number(read) !== envelope.revision)
    throw new Refusal('conflict', 'Someone changed this entry since you read it. Read it again first.')
  if (!isWhole(entry)) return editorOf(deps, c, entry, missingOf(entry))
  const faults = isPublic(envelope.state)
    ? []
    : [
        ...(await movedFaults(deps.db, kind, envelope.organisationId)),
        ...(kind.rules?.(entry.fields, {
          now: deps.now(),
          present: deps.now(),
          placeCode: envelope.placeCode,
          words: envelope.summary !== '' || envelope.body !== '',
        }) ?? []),
      ]
  if (faults.length > 0) return editorOf(deps, c, entry, faults)
  const published = await publishOnce(deps, viewer, entry)
  setFlash(deps, c, 'entry-published')
  return c.redirect(published.envelope.path, 303)
}

export const makeReview = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const entry = await soughtEntry(deps, c, kind)
  const viewer = required(c.var.viewer, 'member')
  if (!mayRevise(viewer, entry.envelope)) throw new Refusal('forbidden', 'You cannot change this entry.')
  if (!isWhole(entry)) return editorOf(deps, c, entry, missingOf(entry))
  await submitOnce(deps, viewer, entry)
  setFlash(deps, c, kind.conversation === true ? 'topic-held' : 'entry-in-review')
  return c.redirect(entry.envelope.path, 303)
}

export const makeClosing = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const entry = await soughtEntry(deps, c, kind)
  await close(deps, required(c.var.viewer, 'member'), entry)
  setFlash(deps, c, 'entry-closed')
  return c.redirect(entry.envelope.path, 303)
}

export const endClosing = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const entry = await soughtEntry(deps, c, kind)
  const viewer = required(c.var.viewer, 'member')
  if (!mayPublish(viewer, entry.envelope)) throw new Refusal('forbidden', 'You cannot publish this entry.')
  if (!isWhole(entry)) return editorOf(deps, c, entry, missingOf(entry))
  await publish(deps, viewer, entry)
  setFlash(deps, c, 'entry-reopened')
  return c.redirect(entry.envelope.path, 303)
}

/** Asked before it is done: nothing brings it back. */
export const askWithdrawal = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const { envelope } = await soughtEntry(deps, c, kind)
  if (!mayWithdraw(required(c.var.viewer, 'member'), envelope))
    throw new Refusal('forbidden', 'You cannot withdraw this entry.')
  if (isModeration(c, envelope)) return c.redirect(`/moderation/fiches/${envelope.id}`, 303)
  return withdrawPage(deps, c, envelope, await spokenBy(deps.db, envelope.id))
}

const withdrawPage = (deps: Deps, c: Ctx, envelope: Envelope, spoken: Spoken, status: 200 | 409 = 200) => {
  const open = isPublic(envelope.state)
  const t = entryTexts[c.var.locale].withdraw
  return page(
    deps,
    c,
    { title: open ? t.title(envelope.title) : t.discardTitle(envelope.title), robots: 'noindex', status },
    <WithdrawPage
      {...{ path: envelope.path, title: envelope.title, language: envelope.language }}
      isPublic={open}
      mayClose={actsOf(c.var.viewer, envelope).mayClose}
      spoken={spoken}
    />,
  )
}

export const removeEntry = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const entry = await soughtEntry(deps, c, kind)
  const viewer = required(c.var.viewer, 'member')
  const { envelope } = entry
  if (mayWithdraw(viewer, envelope) && isModeration(c, envelope))
    return c.redirect(`/moderation/fiches/${envelope.id}`, 303)
  const spoken = await spokenBy(deps.db, envelope.id)
  if (mayWithdraw(viewer, envelope) && spoken.own.length > 0)
    return withdrawPage(deps, c, envelope, spoken, 409)
  await withdraw(deps, viewer, entry)
  setFlash(deps, c, 'entry-withdrawn')
  return c.redirect(isPublic(envelope.state) ? kind.path : '/brouillons', 303)
}

/** What keeps a draft from leaving, each fault beside its field. */
const editorOf = (deps: Deps, c: Ctx, entry: Entry, faults: Fault[]): Promise<Response> =>
  editorPage(deps, c, entry.kind, { ...filledEditor(entry, `${entry.envelope.path}/modifier`), faults }, 422)

/** Taking away what one could not have published is a moderator's decision: asked for a reason, and recorded. */
const isModeration = (c: Ctx, envelope: Envelope): boolean =>
  isPublic(envelope.state) && !mayPublish(c.var.viewer, envelope) && !isOwnTopic(c.var.viewer, envelope)
