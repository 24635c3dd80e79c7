import type { IncomingMessage, ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import { z } from 'zod'
import { actors, followers } from '../../db/schema/federation.ts'
import type { TestHub } from '../support/hub.ts'
import { numberOf } from '../support/network.ts'
import { openSite, type Site } from '../support/site.ts'

const activity = z.object({
  id: z.string(),
  type: z.string(),
  object: z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]),
})

export interface Post {
  inbox: string
  type: string
  objectId: string
  id: string
  scheme: 'cavage' | 'rfc9421'
}

/** A server that takes whatever is sent to it, or not, as it is told; it knows nothing of signatures. */
export interface Sink {
  site: Site
  host: string
  posts: Post[]
  /** How many requests were waiting for their answer at the same moment, at most. */
  mostAtOnce: number
  waiting: number
  /** What it does with the next ones; 202 unless told. */
  reply: (post: Post, response: ServerResponse) => void
  /** Holds every request back until `release`. */
  hold(): void
  release(): void
  /** Types in order of arrival, of one object. */
  typesOf(objectId: string): string[]
  close(): Promise<void>
}

export const openSinks = (count: number): Promise<Sink[]> =>
  Promise.all(Array.from({ length: count }, () => openSink()))

export async function openSink(name?: string): Promise<Sink> {
  const site = await openSite(name === undefined ? {} : { name })
  const posts: Post[] = []
  let held: (() => void)[] | null = null
  site.answer((request, response) => {
    // What it runs is its own business.
    if (request.method === 'POST') void receive(request, response)
    else response.writeHead(404).end()
  })
  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    sink.waiting += 1
    sink.mostAtOnce = Math.max(sink.mostAtOnce, sink.waiting)
    response.once('close', () => (sink.waiting -= 1))
    const { id, type, object } = activity.parse(await json(request))
    const scheme = request.headers['signature-input'] === undefined ? 'cavage' : 'rfc9421'
    const post: Post = { inbox: request.url ?? '', type, objectId: object, id, scheme }
    posts.push(post)
    if (held === null) sink.reply(post, response)
    else held.push(() => sink.reply(post, response))
  }
  const sink: Sink = {
    site,
    host: site.host,
    posts,
    mostAtOnce: 0,
    waiting: 0,
    reply: (_, response) => void response.writeHead(202).end(),
    hold: () => void (held ??= []),
    release() {
      const waiting = held ?? []
      held = null
      for (const go of waiting) go()
    },
    typesOf: (objectId) => posts.filter((post) => post.objectId === objectId).map(({ type }) => type),
    close: () => site.close(),
  }
  return sink
}

export const answering =
  (status: number, headers: Record<string, string> = {}): Sink['reply'] =>
  (_, response) =>
    void response.writeHead(status, headers).end()

/** Someone on the sink's server, who follows an actor of the hub. */
export async function addFollower(
  hub: TestHub,
  sink: Pick<Sink, 'site' | 'host'>,
  handle: string,
  { name = 'amel', shared = true }: { name?: string; shared?: boolean } = {},
): Promise<string> {
  const { db } = hub.deps
  const id = `${sink.site.origin}/users/${name}`
  const actor = {
    id,
    local: false,
    type: 'Person',
    handle: name,
    host: sink.host,
    inbox: `${id}/inbox`,
    sharedInbox: shared ? `${sink.site.origin}/inbox` : null,
    createdAt: hub.deps.now(),
    fetchedAt: hub.deps.now(),
  }
  await db.write([db.make.insert(actors).values(actor).onConflictDoNothing()])
  const row = {
    actorN: await numberOf(hub, `/ap/actors/${handle}`),
    followerN: await numberOf(hub, id),
    followId: `${id}#follow-${handle}`,
    acceptedAt: hub.deps.now(),
  }
  await db.write([db.make.insert(followers).values(row)])
  return id
}
