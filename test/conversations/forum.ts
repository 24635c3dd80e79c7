import type { IncomingMessage, ServerResponse } from 'node:http'
import type { JsonObject } from '../../server/federation/json-object.ts'
import { decide, type Outcome } from '../../server/moderation/decide.ts'
import { heldTopics } from '../../server/moderation/entry-things.ts'
import { thing } from '../../server/moderation/queries.ts'
import { PUBLIC, type Peer, type Someone } from '../attacks/peer.ts'
import { note, said } from '../attacks/words.ts'
import { openWorld, type World } from '../attacks/world.ts'

/** Two servers that follow the forum: one is forum software and says so in its NodeInfo, the other is not. */
export interface Forum {
  world: World
  /** Runs Lemmy, as far as anybody can see. */
  lemmy: Peer
  mastodon: Peer
  ana: Someone
  bob: Someone
  /** What each was told, in the order of arrival. */
  heard: { lemmy: JsonObject[]; mastodon: JsonObject[] }
  /** A note that names the forum, and answers nothing. */
  topic(from: Someone, change?: JsonObject): JsonObject
  send(from: Someone, type: string, object: unknown): Promise<JsonObject>
  /** A moderator's word on the one topic that waits. */
  decided(outcome: Outcome, reason?: string): Promise<void>
  forget(): void
}

export async function openForum(): Promise<Forum> {
  const world = await openWorld()
  const [lemmy, mastodon] = [world.evil, world.good]
  const heard = { lemmy: listening(lemmy), mastodon: listening(mastodon) }
  runs(lemmy, 'lemmy')
  runs(mastodon, 'mastodon')
  const [ana, bob] = [lemmy.actor('ana'), mastodon.actor('bob')]
  const forum = world.hub.actor('forum')

  async function send(from: Someone, type: string, object: unknown): Promise<JsonObject> {
    const activity = { ...said(from, type, world.fresh(from)), object }
    const { status } = await world.post(from, activity)
    if (status !== 202) throw new Error(`The ${type} was answered ${status}.`)
    await world.quiet()
    return activity
  }

  for (const follower of [ana, bob]) await send(follower, 'Follow', forum)
  return {
    ...{ world, lemmy, mastodon, ana, bob, heard, send },
    topic(from, change = {}) {
      const { inReplyTo: _, ...own } = note(from, world.fresh(from, 'notes'), '')
      const tag = [{ type: 'Mention', href: forum, name: '@forum' }]
      const content = '<p>@forum Qui répare les vélos ?</p><p>Le nôtre grince.</p>'
      return { ...own, content, tag, cc: [forum], ...change }
    },
    async decided(outcome, reason = '') {
      const { deps, admin } = world.hub
      const [held] = await heldTopics(deps, 1, 50)
      if (held === undefined) throw new Error('No topic waits.')
      await decide(deps, admin, { thing: await thing(deps, held), report: undefined }, { outcome, reason })
      await world.quiet()
    },
    forget() {
      heard.lemmy.length = 0
      heard.mastodon.length = 0
    },
  }
}

export const forAll = { to: [PUBLIC] }

/** Announces of one thing: by its address, or with the activity in it. */
export const announcesOf = (heard: readonly JsonObject[], id: unknown) => {
  const all = heard.filter(({ type }) => type === 'Announce').map(({ object }) => object)
  return {
    bare: all.filter((object) => object === id),
    whole: all.filter((object): object is JsonObject => aboutOf(object) === id),
  }
}

function aboutOf(activity: unknown): unknown {
  if (typeof activity !== 'object' || activity === null || !('object' in activity)) return null
  const { object } = activity
  return typeof object === 'object' && object !== null && 'id' in object ? object.id : object
}

function listening(peer: Peer): JsonObject[] {
  const bodies: JsonObject[] = []
  const hear = (request: IncomingMessage, response: ServerResponse): void => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      bodies.push(JSON.parse(Buffer.concat(chunks).toString()) as JsonObject)
      response.writeHead(202).end()
    })
  }
  peer.put('/inbox', hear)
  return bodies
}

function runs(peer: Peer, name: string): void {
  const answer = (path: string, body: unknown) =>
    peer.put(path, (_, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
    )
  const rel = 'http://nodeinfo.diaspora.software/ns/schema/2.1'
  answer('/.well-known/nodeinfo', { links: [{ rel, href: `${peer.origin}/nodeinfo/2.1` }] })
  answer('/nodeinfo/2.1', { version: '2.1', software: { name, version: '1.0' }, metadata: {} })
}
