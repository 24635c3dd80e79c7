import { Hono } from 'hono'
import { Decisions, type ShownDecision } from '../../../views/moderation/decisions.tsx'
import { decisionTexts } from '../../../views/moderation/decision-texts.ts'
import { moderationTexts } from '../../../views/moderation/texts.ts'
import type { Deps } from '../../deps.ts'
import { isAction } from '../../moderation/decisions.ts'
import { things } from '../../moderation/queries.ts'
import { decisionsBefore } from '../../moderation/store.ts'
import { isHeldTopic, keyOf, type Thing, type ThingRef } from '../../moderation/thing.ts'
import type { Ctx, Env } from '../env.ts'
import { moderator } from './deciding.ts'
import { moderationPage } from './moderation-page.tsx'

const shown = 50

/** Who decided what, when and why: newest first, for every moderator. */
export const decisionRoutes = (deps: Deps): Hono<Env> =>
  new Hono<Env>().get('/', async (c) => {
    moderator(c)
    const rows = await decisionsBefore(deps.db, c.req.query('avant'), shown)
    const last = rows.at(-1)
    return moderationPage(
      deps,
      c,
      'decisions',
      <Decisions
        decisions={await shownDecisions(deps, c, rows)}
        older={rows.length < shown || last === undefined ? null : `/moderation/decisions?avant=${last.id}`}
      />,
    )
  })

type Row = Awaited<ReturnType<typeof decisionsBefore>>[number]

async function shownDecisions(deps: Deps, c: Ctx, rows: readonly Row[]): Promise<ShownDecision[]> {
  const refs = rows.flatMap(refOf)
  const found = await things(deps, refs)
  const { answer } = decisionTexts[c.var.locale]
  const { anonymous } = moderationTexts[c.var.locale]
  const nameOf = ({ subject, author, title }: Thing): string =>
    subject === 'comment' ? answer(author.name === '' ? anonymous : author.name, title) : title
  return rows.flatMap((row) => {
    const { id, action, subjectId, reason, byName, at } = row
    if (!isAction(action)) return []
    const [about] = refOf(row).map((ref) => found.get(keyOf(ref)))
    return [
      {
        ...{ id, action, reason, at, by: byName },
        about: { title: about === undefined ? subjectId : nameOf(about), href: about?.path ?? null },
        undo:
          about !== undefined && action === 'comment-hidden' && about.state === 'hidden' ? about.id : null,
        review: about === undefined ? null : roomOf(about),
      },
    ]
  })
}

/** Where it can be decided anew: not what is gone for good. */
function roomOf(thing: Thing): string | null {
  const { subject, id, state, path } = thing
  if (subject === 'comment') return state === 'deleted' ? null : `/moderation/commentaires/${id}`
  return subject === 'entry' && (path !== null || isHeldTopic(thing)) ? `/moderation/fiches/${id}` : null
}

function refOf({ subject, subjectId }: Row): ThingRef[] {
  return subject === 'entry' || subject === 'comment' || subject === 'actor' ? [{ subject, subjectId }] : []
}
