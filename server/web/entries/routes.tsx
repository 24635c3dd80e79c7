import { Hono, type Handler, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { required } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { formatsOf } from '../../feeds/index.ts'
import type { Federation } from '../../federation/federation.ts'
import { kinds } from '../../kinds/index.ts'
import type { Kind } from '../../kinds/kind.ts'
import { Refusal } from '../../refusal.ts'
import { formDataOf } from '../accounts/form.ts'
import type { Ctx, Env } from '../env.ts'
import { placeRoutes } from '../places.tsx'
import { askErasure, makeComment, removeComment } from './comments.ts'
import { changeEntry, createEntry, editEntry, newEntry } from './edit.tsx'
import { askGivingBack, endReview, giveBack } from './giving-back.tsx'
import { showFeed, showList } from './list.tsx'
import { addPicture } from './add-picture.ts'
import { compareHistory, showHistory } from './history.tsx'
import { keepForm } from './keep-typed.ts'
import { showLive } from './live.tsx'
import { pace } from './pace.ts'
import { showPreview } from './preview.tsx'
import { forgetBegun } from './resumed.tsx'
import {
  askWithdrawal,
  endClosing,
  makeClosing,
  makePublication,
  makeReview,
  removeEntry,
} from './publication.tsx'
import { showCalendar, showEntry } from './show.tsx'
import { showIntegrate } from '../sharing/integrate.tsx'
import { showEntryPoster, showListPoster } from '../posters/poster.tsx'

/** The pages of entries: the same for every kind. Changes tell the federation to look at once. */
export function entryRoutes(deps: Deps, federation: Pick<Federation, 'wake'>): Hono<Env> {
  const app = new Hono<Env>().route('/', placeRoutes(deps))
  app.use(async (c, next) => {
    await next()
    if (c.req.method !== 'GET' && c.res.status < 400) federation.wake()
  })
  // What scripts send by themselves: as fast as people type, and no faster.
  const paces = { typing: pace(120, 60), sending: pace(40, 600) }
  for (const kind of kinds) mount(app, deps, kind, paces)
  return app
}

type Make = (deps: Deps, kind: Kind) => (c: Ctx) => Response | Promise<Response>

function mount(
  app: Hono<Env>,
  deps: Deps,
  kind: Kind,
  { typing, sending }: Record<'typing' | 'sending', MiddlewareHandler<Env>>,
): void {
  const at = (path: string) => kind.path + path
  const on = (make: Make): Handler<Env> => make(deps, kind)

  app.get(at(''), on(showList))
  for (const format of formatsOf(kind)) app.get(at(`.${format}`), showFeed(deps, kind, format))
  app.get(at('/affiche'), on(showListPoster))
  app.get(at('/integrer'), on(showIntegrate))
  app.get(at('/nouveau'), on(newEntry))
  app.post(at('/nouveau'), limited(12 * megabyte), on(createEntry))
  if (kind.when !== undefined) app.get(at('/:ref{[^/]+\\.ics}'), on(showCalendar))
  app.get(at('/:ref'), on(showEntry))
  app.get(at('/:ref/modifier'), on(editEntry))
  app.post(at('/:ref/modifier'), limited(12 * megabyte), on(changeEntry))
  app.get(at('/:ref/affiche'), on(showEntryPoster))
  app.get(at('/:ref/apercu'), on(showPreview))
  app.post(at('/:ref/apercu'), members, typing, limited(megabyte), on(showLive))
  app.post(at('/:ref/images'), members, sending, limited(12 * megabyte), on(addPicture))
  app.get(at('/:ref/historique'), on(showHistory))
  app.get(at('/:ref/historique/comparer'), on(compareHistory))
  app.get(at('/:ref/retirer'), on(askWithdrawal))
  app.get(at('/:ref/rendre'), on(askGivingBack))
  app.post(at('/:ref/rendre'), limited(64 * 1024), on(giveBack))

  app.get(at('/:ref/commentaires/:comment/effacer'), on(askErasure))

  const made = (path: string, make: Make | null, end: Make | null) => {
    const small = limited(64 * 1024)
    app.post(at(path), small, async (c) => {
      const act = (await asksToEnd(c)) ? end : make
      if (act === null) throw new Refusal('absent', 'There is nothing to do here.')
      return act(deps, kind)(c)
    })
    if (end !== null) app.delete(at(path), on(end))
  }
  app.post(at('/:ref/reprise'), members, typing, limited(megabyte), async (c) =>
    (await asksToEnd(c)) ? forgetBegun(deps, kind)(c) : keepForm(deps, kind)(c),
  )
  made('/:ref', null, removeEntry)
  made('/:ref/publication', makePublication, removeEntry)
  made('/:ref/cloture', makeClosing, endClosing)
  made('/:ref/relecture', makeReview, endReview)
  made('/:ref/commentaires', makeComment, null)
  made('/:ref/commentaires/:comment', null, removeComment)
}

const megabyte = 1024 * 1024

/** What scripts send is read before it is known what it is about: of nobody who is not in. */
const members: MiddlewareHandler<Env> = (c, next) => {
  required(c.var.viewer, 'member')
  return next()
}

/** A plain form can only POST: a field of its own says that it means DELETE. */
const asksToEnd = async (c: Ctx): Promise<boolean> => (await formDataOf(c)).get('_method') === 'DELETE'

const limited = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new Refusal('too-large', 'This is too much at once.')
    },
  })
