import { Hono } from 'hono'
import { Decisions, type ShownDecision } from '../../../views/moderation/decisions.tsx'
import { decisionTexts } from '../../../views/moderation/decision-texts.ts'
import { moderationTexts } from '../../../views/moderation/texts.ts'
import { hasRole } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import type { Federation } from '../../federation/federation.ts'
import {
  decisionById,
  deciders,
  listDecisions,
  standingOf,
  undoingsOf,
} from '../../moderation/decision-store.ts'
import { actions, final, isAction } from '../../moderation/decisions.ts'
import { memberNames } from '../../moderation/member-names.ts'
import { things } from '../../moderation/queries.ts'
import { reportById } from '../../moderation/report-store.ts'
import { isHeldTopic, keyOf, type Thing, type ThingRef } from '../../moderation/thing.ts'
import { undo, undoingOf } from '../../moderation/undo.ts'
import { Refusal } from '../../refusal.ts'
import { formOf, smallBody } from '../accounts/form.ts'
import { backPath } from '../back-path.ts'
import type { Ctx, Env } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { moderator } from './deciding.ts'
import { filterOf, olderThan } from './decision-filter.ts'
import { moderationPage } from './moderation-page.tsx'

const shown = 50

/** Who decided what, when and why: newest first, for every moderator; and back again, where that can be. */
export const decisionRoutes = (deps: Deps, federation: Pick<Federation, 'wake'>): Hono<Env> =>
  new Hono<Env>()
    .get('/', (c) => decisionsPage(deps, c, new URL(c.req.url).searchParams, null))
    .post('/:id/annulation', smallBody, async (c) => {
      const viewer = moderator(c)
      const decision = await decisionById(deps.db, c.req.param('id'))
      if (decision === undefined || !isAction(decision.action))
        throw new Refusal('absent', 'There is no such decision.')
      const sent = await formOf(c)
      const back = backPath(sent['retour'], '/moderation/decisions')
      const reason = (sent['reason'] ?? '').trim().slice(0, 1000)
      // Shown again, a thing is given back; hidden again, it is taken from somebody, who may ask why.
      if (decision.action === 'comment-shown' && reason === '')
        return decisionsPage(deps, c, askedIn(back), decision.id)
      await undo(deps, viewer, decision, reason)
      federation.wake()
      setFlash(deps, c, 'decision-undone')
      return c.redirect(back, 303)
    })

/** The list that a form stood in. */
const askedIn = (path: string): URLSearchParams => new URLSearchParams(path.split('?')[1])

async function decisionsPage(
  deps: Deps,
  c: Ctx,
  asked: URLSearchParams,
  failed: string | null,
): Promise<Response> {
  moderator(c)
  const { typed, filter } = filterOf(asked)
  const rows = await listDecisions(deps.db, filter, shown)
  const { goneAccount, console: machine } = decisionTexts[c.var.locale]
  const people = (await deciders(deps.db))
    .filter(({ id }) => id !== '')
    .map(({ id, name }) => ({
      value: id,
      label: id === 'console' ? machine : (name ?? goneAccount),
    }))
  const last = rows.at(-1)
  return moderationPage(
    deps,
    c,
    'decisions',
    <Decisions
      decisions={await shownDecisions(deps, c, rows)}
      filter={typed}
      people={people}
      actions={actions}
      failed={failed}
      back={olderThan(typed, filter.before)}
      older={rows.length < shown || last === undefined ? null : olderThan(typed, last.id)}
    />,
    failed === null ? 200 : 422,
  )
}

type Row = Awaited<ReturnType<typeof listDecisions>>[number]

async function shownDecisions(deps: Deps, c: Ctx, rows: readonly Row[]): Promise<ShownDecision[]> {
  const found = await things(deps, rows.flatMap(refOf))
  const undone = await undoingsOf(
    deps.db,
    rows.map(({ id }) => id),
  )
  const standing = await standingOf(deps.db, rows)
  const accounts = rows.flatMap(({ subject, subjectId }) => (subject === 'account' ? [subjectId] : []))
  const names = await memberNames(deps.db, accounts)
  const mayAdminister = hasRole(c.var.viewer, 'admin')
  return Promise.all(
    rows
      .flatMap((row) => (isAction(row.action) ? [{ ...row, action: row.action }] : []))
      .map(async (row) => {
        const { id, action, subject, subjectId, byName, at } = row
        const [about] = refOf(row).map((ref) => found.get(keyOf(ref)))
        const report = action === 'report-closed' ? await reportById(deps.db, row.reportId ?? '') : undefined
        return {
          ...{ id, action, reason: row.reason, publicReason: row.publicReason, at, by: byName },
          about:
            subject === 'account'
              ? accountOf(c, names.get(subjectId), mayAdminister ? subjectId : null)
              : { title: titleOf(c, row, about), href: about?.path ?? null },
          undoing: undone.has(id) || !standing.has(id) ? null : undoingOf(row, about, report),
          undoneAt: undone.get(id)?.at ?? null,
          undoes: row.undoes !== null,
          final: final.includes(action),
          review: about === undefined ? null : roomOf(about),
        }
      }),
  )
}

function titleOf(c: Ctx, { subject, subjectId }: Row, about: Thing | undefined): string {
  const t = decisionTexts[c.var.locale]
  if (subject === 'rules') return t.rules
  if (about === undefined) return subjectId
  const { anonymous } = moderationTexts[c.var.locale]
  const { author, title } = about
  const name = author.name === '' ? anonymous : author.name
  if (about.subject === 'message') return t.message(name)
  return about.subject === 'comment' ? t.answer(name, title) : title
}

/** Accounts are an administrator's: others see whose it was. */
const accountOf = (c: Ctx, name: string | undefined, id: string | null): ShownDecision['about'] => ({
  title: name ?? decisionTexts[c.var.locale].goneAccount,
  href: name === undefined || id === null ? null : `/utilisateurs/${id}`,
})

/** Where it can be decided anew: not what is gone for good. */
function roomOf(thing: Thing): string | null {
  const { subject, id, state, path } = thing
  if (subject === 'comment') return state === 'deleted' ? null : `/moderation/commentaires/${id}`
  return subject === 'entry' && (path !== null || isHeldTopic(thing)) ? `/moderation/fiches/${id}` : null
}

function refOf({ subject, subjectId }: Row): ThingRef[] {
  const known = (['entry', 'comment', 'actor', 'message'] as const).find((one) => one === subject)
  return known === undefined ? [] : [{ subject: known, subjectId }]
}
