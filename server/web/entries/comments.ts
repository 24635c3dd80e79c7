import { jsx } from 'hono/jsx'
import { anchorOf } from '../../../views/entries/discussion.tsx'
import { discussionTexts } from '../../../views/entries/discussion-texts.ts'
import { EraseAnswer } from '../../../views/entries/erase.tsx'
import { required, type Viewer } from '../../accounts/viewer.ts'
import {
  commentById,
  eraseComment,
  longestWarning,
  threadPageOf,
  writeComment,
} from '../../entries/comments.ts'
import type { Deps } from '../../deps.ts'
import { isPublic } from '../../entries/entry.ts'
import type { Entry } from '../../entries/load.ts'
import { say, type Fault } from '../../kinds/faults.ts'
import type { Kind } from '../../kinds/kind.ts'
import { isConflict, Refusal } from '../../refusal.ts'
import { formDataOf } from '../accounts/form.ts'
import type { Ctx } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { page } from '../page.tsx'
import { answeredIn, mayErase, threadHref } from './discussion.ts'
import { entryPage } from './entry-page.tsx'
import { openPassage, type ReplyPassage } from './passages.ts'
import { soughtEntry } from './seek.ts'

const longest = 5000
const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text)

/** A member answers. The same form sent twice is one answer: its id came with the page. */
export const makeComment = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const entry = await soughtEntry(deps, c, kind)
  const viewer = required(c.var.viewer, 'member')
  if (!isPublic(entry.envelope.state)) throw new Refusal('absent', 'There is no such page.')
  const form = await formDataOf(c)
  const text = (name: string) => String(form.get(name) ?? '')
  const id = isId(text('id')) ? text('id') : deps.newId()
  const about = openPassage(entry, text('passage'), deps.now())
  const answer = {
    ...{ id, parentId: text('parent') || null, about },
    ...{ body: text('body').trim(), summary: text('summary').trim() },
  }
  const fault = faultOf(answer)
  if (fault !== null) return answerAgain(deps, c, entry, answer, fault)
  const state = await writeOnce(deps, viewer, entry, answer)
  setFlash(deps, c, state === 'held' ? 'comment-held' : 'comment-published')
  return c.redirect(`${await pageOf(deps, c, entry, id)}#${anchorOf(id)}`, 303)
}

/** Asked before it is done: nothing brings it back. */
export const askErasure = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const { envelope, viewer, comment, page: number } = await answerAt(deps, c, kind)
  if (!mayErase(viewer, comment)) throw new Refusal('forbidden', 'You cannot delete this answer.')
  if (comment.userId !== viewer.id) return c.redirect(decisionOn(comment.id), 303)
  return page(
    deps,
    c,
    { title: discussionTexts[c.var.locale].erase.title, robots: 'noindex' },
    jsx(EraseAnswer, {
      action: `${envelope.path}/commentaires/${comment.id}`,
      back: `${threadHref(envelope.path, number)}#${anchorOf(comment.id)}`,
      html: comment.html,
      language: comment.language ?? undefined,
    }),
  )
}

/** One's own; somebody else's is a moderator's decision: asked for a reason, and recorded. */
export const removeComment = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const { envelope, viewer, comment, page: number } = await answerAt(deps, c, kind)
  // What is already gone is gone.
  if (comment.state !== 'deleted') {
    if (!mayErase(viewer, comment)) throw new Refusal('forbidden', 'You cannot delete this answer.')
    if (comment.userId !== viewer.id) return c.redirect(decisionOn(comment.id), 303)
    await deps.db.write(eraseComment(deps, comment, deps.now()))
  }
  setFlash(deps, c, 'comment-deleted')
  return c.redirect(`${threadHref(envelope.path, number)}#commentaires`, 303)
}

async function answerAt(deps: Deps, c: Ctx, kind: Kind) {
  const { envelope } = await soughtEntry(deps, c, kind)
  const viewer = required(c.var.viewer, 'member')
  const comment = await commentById(deps.db, viewer, c.req.param('comment') ?? '')
  if (comment === undefined || comment.entryN !== envelope.n)
    throw new Refusal('absent', 'There is no such answer.')
  return { envelope, viewer, comment, page: await threadPageOf(deps.db, viewer, comment) }
}

const decisionOn = (id: string): string => `/moderation/commentaires/${id}`

/** Where the answer is read, however many came before it. */
async function pageOf(deps: Deps, c: Ctx, { envelope }: Entry, id: string): Promise<string> {
  const comment = await commentById(deps.db, c.var.viewer, id)
  const page = comment === undefined ? 1 : await threadPageOf(deps.db, c.var.viewer, comment)
  return threadHref(envelope.path, page, comment?.id)
}

interface Answer {
  id: string
  parentId: string | null
  body: string
  summary: string
  /** Past its time, an answer about a passage is an answer like any other. */
  about: ReplyPassage | null
}

function faultOf({ body, summary }: Answer): Fault | null {
  if (body === '') return { field: 'body', code: 'required' }
  if (summary.length > longestWarning)
    return { field: 'summary', code: 'too-long', detail: String(longestWarning) }
  return body.length > longest ? { field: 'body', code: 'too-long', detail: String(longest) } : null
}

/** Two presses at once: the second finds the first one's answer. */
async function writeOnce(
  deps: Deps,
  viewer: Viewer,
  { envelope }: Entry,
  answer: Answer,
): Promise<'shown' | 'held'> {
  try {
    return await writeComment(deps, viewer, envelope, { ...answer, passage: answer.about?.number ?? null })
  } catch (error) {
    const known = isConflict(error) ? await commentById(deps.db, viewer, answer.id) : undefined
    if (known === undefined) throw error
    return known.state === 'held' ? 'held' : 'shown'
  }
}

async function answerAgain(
  deps: Deps,
  c: Ctx,
  entry: Entry,
  answer: Answer,
  fault: Fault,
): Promise<Response> {
  const parent =
    answer.parentId === null ? undefined : await commentById(deps.db, c.var.viewer, answer.parentId)
  const form = {
    id: answer.id,
    body: answer.body,
    warning: answer.summary,
    error: fault.field === 'body' ? say(fault, c.var.locale) : undefined,
    warningError: fault.field === 'summary' ? say(fault, c.var.locale) : undefined,
    about: answer.about,
    to: parent === undefined ? null : answeredIn(parent),
  }
  return entryPage(deps, c, entry, { form, status: 422 })
}
