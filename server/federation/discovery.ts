import { Hono } from 'hono'
import { and, count, eq, inArray, isNull } from 'drizzle-orm'
import { entries } from '../../db/schema/entries.ts'
import { users } from '../../db/schema/accounts.ts'
import { comments } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import { local } from '../entries/list.ts'
import { kinds } from '../kinds/index.ts'
import { escapeHtml } from '../text/html.ts'
import { json } from './answers.ts'
import { itemSchemaPath, itemSchemaText } from './item.ts'
import { localPath } from './addresses.ts'
import { intent } from './intents.ts'
import { actorOfRole, instanceHandle, localActor, type LocalActor } from './local-actors.ts'
import type { FederationDeps } from './room.ts'
import { readHandle } from './webfinger.ts'

/** How we are found: WebFinger (RFC 7033), host-meta (RFC 6415), NodeInfo (FEP-f1d5, FEP-0151). */
export const discoveryRoutes = (deps: FederationDeps) =>
  new Hono()
    .get('/.well-known/webfinger', async (c) => {
      const resource = c.req.query('resource')
      if (resource === undefined || !/^(acct:|https?:)/i.test(resource)) return c.body(null, 400)
      const actor = await actorNamed(deps, resource)
      if (actor === undefined) return c.body(null, 404)
      return actor.deletedAt === null
        ? json(c, 'application/jrd+json', fingerOf(deps, actor))
        : c.body(null, 410)
    })
    .get('/.well-known/host-meta', (c) => {
      const template = escapeHtml(`${deps.hub.origin}/.well-known/webfinger?resource={uri}`)
      const xrd = `<?xml version="1.0" encoding="UTF-8"?>\n<XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0"><Link rel="lrdd" template="${template}"/></XRD>\n`
      return c.body(xrd, 200, { 'Content-Type': 'application/xrd+xml', 'Access-Control-Allow-Origin': '*' })
    })
    .get('/.well-known/nodeinfo', (c) =>
      json(c, 'application/json', {
        links: [
          ...['2.1', '2.0'].map((version) => ({
            rel: `http://nodeinfo.diaspora.software/ns/schema/${version}`,
            href: `${deps.hub.origin}/nodeinfo/${version}`,
          })),
          // Who signs for the whole server (FEP-2677).
          {
            rel: 'https://www.w3.org/ns/activitystreams#Application',
            href: `${deps.hub.origin}/ap/actors/${instanceHandle}`,
          },
        ],
      }),
    )
    .get(itemSchemaPath, (c) => {
      c.header('Access-Control-Allow-Origin', '*')
      c.header('Cache-Control', 'public, max-age=86400')
      // https://json-schema.org/draft/2020-12/json-schema-core#section-14
      return c.body(itemSchemaText(deps.hub.origin), 200, { 'Content-Type': 'application/schema+json' })
    })
    .get('/nodeinfo/:version{2\\.[01]}', async (c) => {
      const version = c.req.param('version')
      return json(
        c,
        `application/json; profile="http://nodeinfo.diaspora.software/ns/schema/${version}#"`,
        await nodeInfo(deps, version),
      )
    })

/** By handle, by the actor's own address, or by its page's. One link `self`: Lemmy follows every one it is given. */
async function actorNamed({ db, hub }: FederationDeps, resource: string): Promise<LocalActor | undefined> {
  const { host, hostname } = new URL(hub.origin)
  const handle = readHandle(resource)
  if (handle !== null) {
    if (handle.host !== host) return undefined
    return handle.user === hostname ? actorOfRole(db, 'instance') : localActor(db, handle.user)
  }
  if (resource.toLowerCase() === `acct:${host}@${host}`) return actorOfRole(db, 'instance')
  const path = localPath(hub.origin, resource)
  if (path === null) return undefined
  if (path === '/') return actorOfRole(db, 'hub')
  return localActor(db, path.replace(/^\/ap\/actors\//, '').replace(/^\/@?/, ''))
}

function fingerOf({ hub }: FederationDeps, actor: LocalActor): object {
  const { host, hostname } = new URL(hub.origin)
  const id = hub.origin + actor.id
  const name = actor.role === 'instance' ? hostname : actor.handle
  return {
    subject: `acct:${name}@${host}`,
    aliases: [id],
    links: [
      { rel: 'self', type: 'application/activity+json', href: id },
      { rel: 'http://webfinger.net/rel/profile-page', type: 'text/html', href: `${hub.origin}/` },
      // Only what is true: the hub follows, by its administrator's hand. A `subscribe` would promise answers and likes.
      ...(actor.role === 'hub'
        ? [{ rel: intent('Follow'), template: `${hub.origin}/reseau?suivre={object}` }]
        : []),
    ],
  }
}

async function nodeInfo({ db, hub, version }: FederationDeps, schema: string): Promise<object> {
  const said = await countsByKind(db)
  const software = { name: 'maillon', version: version.number }
  return {
    version: schema,
    software: schema === '2.1' ? { ...software, repository: version.sourceUrl } : software,
    protocols: ['activitypub'],
    services: { inbound: [], outbound: ['atom1.0'] },
    openRegistrations: hub.settings.registration === 'open',
    usage: {
      users: { total: await db.read.$count(users, eq(users.state, 'active')) },
      localPosts: said.reduce((sum, { count: n }) => sum + n, 0),
      localComments: await db.read.$count(comments, and(eq(comments.state, 'shown'), isNull(comments.apId))),
    },
    metadata: {
      nodeName: hub.settings.name,
      nodeDescription: hub.settings.tagline,
      maillonKinds: kinds.map(({ name }) => name),
      maillonEntries: openByKind(said),
      maillonTerritory: hub.settings.territory,
      maillonActors: await ourActors(db, hub.origin),
    },
  }
}

interface Said {
  kind: string
  state: string
  count: number
}

const countsByKind = (db: FederationDeps['db']): Promise<Said[]> =>
  db.read
    .select({ kind: entries.kind, state: entries.state, count: count() })
    .from(entries)
    .where(and(local(), inArray(entries.state, ['published', 'closed'])))
    .groupBy(entries.kind, entries.state)

/** What is open here; of what is not shared 0 is said. */
function openByKind(said: readonly Said[]): Record<string, number> {
  const open = new Map(said.filter(({ state }) => state === 'published').map((row) => [row.kind, row.count]))
  return Object.fromEntries(kinds.map(({ name }) => [name, open.get(name) ?? 0]))
}

/** Whom another hub may follow to have everything: the hub, its sections and its forum. */
async function ourActors(db: FederationDeps['db'], origin: string): Promise<string[]> {
  const rows = await db.read
    .select({ id: actors.id })
    .from(actors)
    .where(
      and(
        eq(actors.local, true),
        inArray(actors.role, ['hub', 'section', 'forum']),
        isNull(actors.deletedAt),
      ),
    )
  return rows.map(({ id }) => origin + id)
}
