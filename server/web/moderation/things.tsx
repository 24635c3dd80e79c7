import { Hono } from 'hono'
import { nothingSent, type Sent } from '../../../views/moderation/decision-form.tsx'
import { Held } from '../../../views/moderation/held.tsx'
import { SingleThing } from '../../../views/moderation/single.tsx'
import { moderationTexts } from '../../../views/moderation/texts.ts'
import { hasRole } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { pageNumber } from '../../entries/list.ts'
import type { Federation } from '../../federation/federation.ts'
import { decide, outcomesFor } from '../../moderation/decide.ts'
import { heldTopics } from '../../moderation/entry-things.ts'
import { heldOnPage, heldThings, thing } from '../../moderation/queries.ts'
import { waiting } from '../../moderation/store.ts'
import { isHeldTopic, type Thing } from '../../moderation/thing.ts'
import { Refusal } from '../../refusal.ts'
import { smallBody } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import type { Ctx, Env } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { blockPath } from './blocks.tsx'
import { flashOf, moderator, readDecision } from './deciding.ts'
import { moderationPage } from './moderation-page.tsx'
import { shownThing } from './shown.ts'

const rooms = [
  ['commentaires', 'comment'],
  ['fiches', 'entry'],
] as const

/** Answers that wait, and each answer and entry by itself. */
export function thingRoutes(deps: Deps, federation: Pick<Federation, 'wake'>): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/', (c) => heldPage(deps, c, c.req.query('page'), null))
  for (const [room, subject] of rooms) {
    app.get(`/${room}/:id`, async (c) =>
      singlePage(deps, c, room, await sought(deps, c, subject), nothingSent),
    )
    app.post(`/${room}/:id/decision`, smallBody, async (c) => {
      const viewer = moderator(c)
      const found = await sought(deps, c, subject)
      const read = await readDecision(deps, c, '/moderation', found)
      if (read.made === null)
        return found.state === 'held' || isHeldTopic(found)
          ? heldPage(deps, c, pageIn(read.again.values['retour']), { id: found.id, ...read.again })
          : singlePage(deps, c, room, found, read.again)
      await decide(deps, viewer, { thing: found, report: undefined }, read.made)
      federation.wake()
      setFlash(deps, c, flashOf[read.made.outcome])
      return c.redirect(read.back, 303)
    })
  }
  return app
}

async function sought(deps: Deps, c: Ctx, subject: 'comment' | 'entry'): Promise<Thing> {
  moderator(c)
  const found = await thing(deps, { subject, subjectId: `/ap/objects/${c.req.param('id') ?? ''}` })
  // An entry without a page is withdrawn: nothing is left to decide.
  if (found === undefined || (subject === 'entry' && found.path === null && !isHeldTopic(found)))
    throw new Refusal('absent', 'There is no such thing here.')
  return found
}

/** The one that a form was sent from. */
const pageIn = (back: string | undefined): string | undefined => /[?&]page=(\d+)/.exec(back ?? '')?.[1]

const pathOf = (page: number): string => (page === 1 ? '/moderation' : `/moderation?page=${page}`)

async function heldPage(
  deps: Deps,
  c: Ctx,
  asked: string | undefined,
  failed: ({ id: string } & Sent) | null,
): Promise<Response> {
  const viewer = moderator(c)
  const { comments, topics, reports } = await waiting(deps.db)
  const pages = Math.max(1, Math.ceil(Math.max(comments, topics) / heldOnPage))
  // What was decided on the last page may have emptied it.
  const page = Math.min(pageNumber(asked), pages)
  const held = await heldThings(deps, page)
  const shown = (one: Thing) => ({
    id: one.id,
    block: one.author.actorId === null ? null : blockPath(one.author.actorId),
    ...shownThing(one, c.var.locale),
  })
  return moderationPage(
    deps,
    c,
    'held',
    <Held
      topics={(await heldTopics(deps, page, heldOnPage)).map(shown)}
      held={held.map(shown)}
      back={pathOf(page)}
      pager={{ page, pages, href: pathOf }}
      now={deps.now()}
      failed={failed}
      mayChangeRule={hasRole(viewer, 'admin')}
      reports={reports}
    />,
    failed === null ? 200 : 422,
  )
}

const singlePage = (deps: Deps, c: Ctx, room: string, found: Thing, sent: Sent): Promise<Response> =>
  privatePage(
    deps,
    c,
    {
      title: moderationTexts[c.var.locale].decideOn(found.title),
      status: sent === nothingSent ? 200 : 422,
    },
    <SingleThing
      thing={shownThing(found, c.var.locale)}
      now={deps.now()}
      report={found.host === null ? null : `/signaler?objet=${encodeURIComponent(found.subjectId)}`}
      action={`/moderation/${room}/${found.id}/decision`}
      outcomes={outcomesFor(found, false)}
      idPrefix="d"
      back="/moderation/decisions"
      publicLog={deps.hub.settings.moderationLog === 'public'}
      sent={sent}
    />,
  )
