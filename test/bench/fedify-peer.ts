import {
  createFederation,
  importJwk,
  InProcessMessageQueue,
  MemoryKvStore,
  ParallelMessageQueue,
} from '@fedify/fedify'
import { Create, Note, Person, PUBLIC_COLLECTION } from '@fedify/fedify/vocab'
import { serve } from '@hono/node-server'
import { createClient } from '@libsql/client'
import { readFileSync } from 'node:fs'

// A minimal server made with Fedify, as its documentation shows one: an actor, an inbox whose Creates are kept in
// SQLite before the answer, and a post that goes to all followers through a queue in the process.

type Jwk = Parameters<typeof importJwk>[0]

interface Settings {
  database: string
  /** Of the one actor, as a JSON Web Key. */
  keys: { public: Jwk; private: Jwk }
  /** Identifier → hosts; ten followers on each. */
  followers: Record<string, string[]>
}

const settings: Settings = JSON.parse(readFileSync(process.env['SETTINGS'] ?? '', 'utf8'))
const port = Number(process.env['PORT'])
const origin = `http://127.0.0.1:${port}`

const db = createClient({ url: `file:${settings.database}` })
await db.execute('PRAGMA journal_mode = WAL')
await db.execute('PRAGMA synchronous = NORMAL')
await db.execute(
  'CREATE TABLE IF NOT EXISTS notes (id TEXT PRIMARY KEY, activity TEXT, actor TEXT, in_reply_to TEXT, content TEXT, received INTEGER)',
)

const queue = new ParallelMessageQueue(new InProcessMessageQueue(), 16)
const federation = createFederation<null>({
  kv: new MemoryKvStore(),
  // The inbox has no queue: like Maillon, it answers once the activity is kept.
  queue: { outbox: queue, fanout: queue },
  allowPrivateAddress: true,
  firstKnock: 'draft-cavage-http-signatures-12',
})

federation
  .setActorDispatcher('/users/{identifier}', async (ctx, identifier) => {
    if (!(identifier in settings.followers)) return null
    const keys = await ctx.getActorKeyPairs(identifier)
    return new Person({
      id: ctx.getActorUri(identifier),
      preferredUsername: identifier,
      name: 'Emplois',
      summary: '<p>Les offres d’emploi du hub.</p>',
      url: new URL(`${origin}/emplois`),
      inbox: ctx.getInboxUri(identifier),
      followers: ctx.getFollowersUri(identifier),
      publicKey: keys[0]?.cryptographicKey ?? null,
      assertionMethods: keys.map((key) => key.multikey),
    })
  })
  .setKeyPairsDispatcher(async () => [
    {
      publicKey: await importJwk(settings.keys.public, 'public'),
      privateKey: await importJwk(settings.keys.private, 'private'),
    },
  ])

federation.setFollowersDispatcher('/users/{identifier}/followers', (_, identifier) => ({
  items: (settings.followers[identifier] ?? []).flatMap((host) =>
    Array.from({ length: 10 }, (_, index) => ({
      id: new URL(`http://${host}/users/${index}`),
      inboxId: new URL(`http://${host}/users/${index}/inbox`),
      endpoints: { sharedInbox: new URL(`http://${host}/inbox`) },
    })),
  ),
}))

federation.setInboxListeners('/users/{identifier}/inbox', '/inbox').on(Create, async (_, create) => {
  const note = await create.getObject()
  if (!(note instanceof Note) || note.id === null) return
  await db.execute({
    sql: 'INSERT OR IGNORE INTO notes VALUES (?, ?, ?, ?, ?, ?)',
    args: [
      note.id.href,
      create.id?.href ?? null,
      create.actorId?.href ?? null,
      note.replyTargetId?.href ?? null,
      String(note.content),
      Date.now(),
    ],
  })
})

let posts = 0
async function publish(identifier: string): Promise<void> {
  const ctx = federation.createContext(new URL(origin), null)
  posts += 1
  const id = `${origin}/posts/${identifier}-${posts}`
  const actor = ctx.getActorUri(identifier)
  const content = '<p>Un atelier de menuiserie cherche quelqu’un qui aime transmettre.</p>'
  const note = new Note({ id: new URL(id), attribution: actor, to: PUBLIC_COLLECTION, content })
  await ctx.sendActivity(
    { identifier },
    'followers',
    new Create({ id: new URL(`${id}#create`), actor, to: PUBLIC_COLLECTION, object: note }),
    { preferSharedInbox: true },
  )
}

serve({
  port,
  hostname: '127.0.0.1',
  fetch: async (request) => {
    const { pathname } = new URL(request.url)
    if (pathname === '/healthz') return new Response('ok')
    if (pathname === '/stored')
      return Response.json((await db.execute('SELECT count(*) FROM notes')).rows[0]?.[0])
    if (pathname.startsWith('/publish/')) {
      await publish(pathname.slice('/publish/'.length))
      return new Response(null, { status: 201 })
    }
    return federation.fetch(request, { contextData: null })
  },
})
