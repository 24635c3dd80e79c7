import { Hono } from 'hono'
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import {
  activityDocument,
  actorFound,
  contextDocument,
  goneActor,
  objectDocument,
  objectFound,
  type Found,
} from './documents.ts'
import { activityJson } from './answers.ts'
import { showsBlocks } from './blocked-collection.ts'
import { collectionNames } from './collections.ts'
import { discoveryRoutes } from './discovery.ts'
import type { Doors } from './doors.ts'
import { featuredTags } from './featured-tags.ts'
import { receive } from './inbound.ts'
import { insideDocument } from './inside.ts'
import { localActor } from './local-actors.ts'
import { stampDocument } from './quotes.ts'
import { readers } from './readers.ts'

/** Everything other servers ask. A GET of an actor never makes us fetch the one who asks: two careful servers would storm. */
export const federationRoutes = (doors: Doors, after: { wake(): void; revive(host: string): void }) => {
  const { deps } = doors
  const app = new Hono()
  app.route('/', discoveryRoutes(deps))
  app.post('/ap/inbox', (c) => receive(doors, c, after))
  app.post('/ap/actors/:handle/inbox', async (c) => {
    const actor = await localActor(deps.db, c.req.param('handle'))
    if (actor === undefined) return c.body(null, 404)
    return receive(doors, c, after)
  })
  app.get('/ap/*', (c, next) => readers(doors, c, next))
  app.get('/ap/actors/:handle', async (c) => {
    const actor = await localActor(deps.db, c.req.param('handle'))
    return answer(c, actor === undefined ? null : await actorFound(deps, actor))
  })
  app.get(`/ap/actors/:handle/:collection{${collectionNames.join('|')}}`, async (c) => {
    const actor = await localActor(deps.db, c.req.param('handle'))
    if (actor === undefined) return c.body(null, 404)
    if (actor.deletedAt !== null) return answer(c, await goneActor(deps, actor))
    const name = c.req.param('collection')
    if (name === 'blocked' && !showsBlocks(deps, actor)) return c.body(null, 404)
    return collection(
      c,
      `${actor.id}/${name}`,
      name === 'featured' ? 'whole' : name === 'followers' ? 'counted' : 'paged',
    )
  })
  app.get('/ap/actors/:handle/tags', async (c) => {
    const actor = await localActor(deps.db, c.req.param('handle'))
    if (actor === undefined) return c.body(null, 404)
    if (actor.deletedAt !== null) return answer(c, await actorFound(deps, actor))
    return activityJson(c, await featuredTags(deps, actor))
  })
  app.get('/ap/objects/:id', async (c) => answer(c, await objectDocument(deps, c.req.param('id'))))
  app.get('/ap/objects/:id/:collection{replies|likes|shares}', async (c) => {
    const { id, collection: name } = c.req.param()
    const found = await objectFound(deps, id)
    if (found === null || found.status === 410) return answer(c, found)
    return collection(c, `/ap/objects/${id}/${name}`, name === 'replies' ? 'paged' : 'counted')
  })
  app.get('/ap/objects/:id/context', async (c) =>
    answer(c, await contextDocument(deps, c.req.param('id'), c.req.query('page'))),
  )
  app.get('/ap/objects/:id/quotes/:quotation', async (c) =>
    answer(c, await stampDocument(deps, c.req.param('id'), c.req.param('quotation'))),
  )
  app.get('/ap/objects/:id/:part{[a-z]{1,20}}/:number{[1-9][0-9]{0,5}}', async (c) => {
    const { id, part, number } = c.req.param()
    const inside = await insideDocument(deps, id, { part, number: Number(number) })
    // Somebody follows a link that their server shows: the document would tell them nothing.
    if (inside !== null && asksForPage(c))
      return c.body(null, 302, { Location: inside.page, Vary: 'Accept, Signature' })
    return answer(c, inside?.found ?? null)
  })
  app.get('/ap/activities/:id', async (c) => answer(c, await activityDocument(deps, c.req.param('id'))))

  async function collection(
    c: Context,
    path: string,
    form: 'paged' | 'whole' | 'counted',
  ): Promise<Response> {
    const id = deps.hub.origin + path
    const page = c.req.query('page')
    if (page === undefined || form !== 'paged') return activityJson(c, await deps.apex.collection(id, form))
    return activityJson(c, await deps.apex.collectionPage(id, page))
  }
  return app
}

const asksForPage = (c: Context): boolean =>
  accepts(c, {
    header: 'Accept',
    supports: ['application/activity+json', 'application/ld+json', 'application/json', 'text/html'],
    default: 'application/activity+json',
  }) === 'text/html'

function answer(c: Context, found: Found): Response {
  if (found === null) return c.body(null, 404, { Vary: 'Accept, Signature' })
  return activityJson(c, found.document, found.status, found.passing)
}
