import { pino } from 'pino'
import type { JsonObject } from '../../server/federation/json-object.ts'
import { readConversations } from '../support/conversations.ts'
import { as2, type Peer, type Someone } from './peer.ts'
import { article, note, said } from './words.ts'
import { openWorld, type World } from './world.ts'

/** A hub that follows somebody, and lets everybody answer at once unless a test says otherwise. */
export async function openTalk() {
  const lines: JsonObject[] = []
  const log = pino({ level: 'info' }, { write: (line) => void lines.push(JSON.parse(line) as JsonObject) })
  const world = await openWorld({}, log)
  const { hub, evil } = world
  const rule = (holdComments: 'never' | 'first') => setRule(world, holdComments)
  await rule('never')
  const host = evil.actor('host')
  for (const name of ['outbox', 'featured']) put(evil, `${host.id}/${name}`, list([]))
  await world.follow(host)

  let count = 0
  /** What was begun before is read no more: a test looks at one conversation. */
  const forget = () =>
    hub.deps.db.write([{ sql: "DELETE FROM errands WHERE type = 'conversation'", args: [] }])

  /** What `host` says, whom we follow. */
  async function begun(change: JsonObject = {}): Promise<string> {
    await forget()
    const id = world.fresh(host, 'articles')
    const object = article(host, id, `Une nouvelle ${id}`, change)
    put(evil, id, object)
    await world.post(host, { ...said(host, 'Create', world.fresh(host)), object })
    await world.quiet()
    return id
  }

  /** One that names the list of its conversation, on a path of its own. */
  async function talk(): Promise<{ entry: string; context: string }> {
    const context = `${evil.origin}/contexts/${++count}`
    return { entry: await begun({ context }), context }
  }

  /** An answer that stands on its author's server, and was sent to nobody. */
  function written(by: Someone, inReplyTo: string, change: JsonObject = {}): string {
    const peer = by.id.startsWith(evil.origin) ? evil : world.good
    const object = note(by, world.fresh(by, 'notes'), inReplyTo, change)
    put(peer, String(object['id']), { '@context': as2, ...object })
    return String(object['id'])
  }

  /** An answer that its author sends us; it stands on their server too. */
  async function answered(by: Someone, inReplyTo: string, change: JsonObject = {}): Promise<string> {
    const object = note(by, world.fresh(by, 'notes'), inReplyTo, change)
    const id = String(object['id'])
    put(id.startsWith(evil.origin) ? evil : world.good, id, { '@context': as2, ...object })
    await world.post(by, { ...said(by, 'Create', world.fresh(by)), object })
    await world.quiet()
    return id
  }

  const comments = async (): Promise<string[]> =>
    (await hub.deps.db.query('SELECT ap_id FROM comments WHERE ap_id IS NOT NULL ORDER BY n')).rows.map(
      ({ ap_id: id }) => String(id),
    )
  return {
    world,
    host,
    rule,
    begun,
    talk,
    written,
    answered,
    comments,
    /** Through the next reading; what was asked of each server on the way. */
    async read() {
      for (const peer of [evil, world.good]) peer.asked.splice(0)
      await readConversations(hub)
      const wrong = lines.filter(({ level }) => Number(level) >= 50)
      if (wrong.length > 0) throw new Error(JSON.stringify(wrong))
      return {
        evil: askedOf(evil),
        good: askedOf(world.good),
        /** As the operator finds it in the log. */
        counted: lines.findLast(({ msg }) => msg === 'a conversation was read') ?? {},
      }
    },
    put: (id: string, document: JsonObject) =>
      put(id.startsWith(evil.origin) ? evil : world.good, id, document),
  }
}

/** What software they run is asked whenever it is due, and is no part of a reading. */
const askedOf = (peer: Peer): string[] => peer.asked.map(pathOf).filter((path) => !/nodeinfo/.test(path))

async function setRule({ hub: { deps } }: World, holdComments: 'never' | 'first'): Promise<void> {
  await deps.db.write(deps.hub.steps({ holdComments }, null, deps.now()))
  await deps.hub.reload()
}

function put(peer: Peer, id: string, document: JsonObject): void {
  const { pathname, search } = new URL(id)
  peer.put(pathname + search, { '@context': as2, id, ...document })
}

const pathOf = (line: string): string => line.slice('GET '.length)

export const list = (orderedItems: unknown[], more: JsonObject = {}): JsonObject => ({
  type: 'OrderedCollection',
  orderedItems,
  ...more,
})

export const page = (orderedItems: unknown[], next: string): JsonObject => ({
  ...list(orderedItems, { next }),
  type: 'OrderedCollectionPage',
})
