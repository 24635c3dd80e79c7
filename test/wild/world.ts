import type { Entry } from '../../server/entries/load.ts'
import type { JsonObject } from '../../server/federation/json-object.ts'
import { signRequest } from '../../server/federation/signatures/index.ts'
import { newcomer, openPeer, type Peer, type Someone } from '../attacks/peer.ts'
import { article, note, said } from '../attacks/words.ts'
import { isQuiet, send } from '../attacks/world.ts'
import { names } from '../federation/listener.ts'
import { openHubAt, type TestHub } from '../support/hub.ts'
import { openSite } from '../support/site.ts'
import { until } from '../support/until.ts'
import { movedTo, senderOf, type Payload, type Sample } from './payloads.ts'

export interface World {
  hub: TestHub
  job: Entry
  event: Entry
  /** A sample on the server that it has for itself, with its sender. */
  settle(sample: Sample): { sample: Sample; sender: Someone }
  post(from: Someone, activity: JsonObject): Promise<number>
  /** What must have been so before the sample comes. */
  prepare(sender: Someone, before: Payload['before']): Promise<{ followId: string }>
  quiet(): Promise<void>
  close(): Promise<void>
}

export async function openWorld(samples: readonly Sample[]): Promise<World> {
  const hostOf = ({ software, name }: Sample): string => `${software}-${name}.example`
  const peers = new Map<string, Peer>()
  for (const sample of samples) peers.set(hostOf(sample), await openPeer(hostOf(sample)))
  const lookup = names(Object.fromEntries([...peers.keys()].map((name) => [name, [['127.0.0.1']]])))
  const site = await openSite()
  const hub = await openHubAt(site, { neighbours: [...peers.values()], lookup, started: false })
  const [job, event] = [await hub.publish('job'), await hub.publish('event')]

  async function post(from: Someone, activity: JsonObject): Promise<number> {
    const body = Buffer.from(JSON.stringify(activity))
    const date = new Date(hub.deps.now())
    const url = `${hub.origin}/ap/inbox`
    const headers = await signRequest({ method: 'POST', url, body, date }, from.key, 'cavage')
    return (await send(site.port, 'POST', '/ap/inbox', headers, body)).status
  }

  return {
    hub,
    job,
    event,
    post,
    settle(given) {
      const peer = peers.get(hostOf(given))
      if (peer === undefined) throw new Error('It has no server.')
      const sample = movedTo(
        given,
        new Map([
          [new URL(senderOf(given)).origin, peer.origin],
          ['https://hub.example/ap/objects/job', job.envelope.apId],
          ['https://hub.example/ap/objects/event', event.envelope.apId],
          ['https://hub.example', hub.origin],
        ]),
      )
      for (const [address, document] of Object.entries(sample.stands ?? {}))
        peer.put(new URL(address).pathname, document)
      return { sample, sender: inhabitant(peer, sample) }
    },
    prepare: (sender, before) => prepare({ hub, job, post }, sender, before),
    async quiet() {
      hub.federation.wake()
      await until('nothing left to fetch or send', () => isQuiet(hub))
    },
    async close() {
      await hub.stop()
      await Promise.all([...peers.values()].map((peer) => peer.close()))
    },
  }
}

/** The sender, with a key, at the address that the sample gives them. */
function inhabitant(peer: Peer, sample: Sample): Someone {
  const id = senderOf(sample)
  const { key, document } = newcomer(peer.origin, 'someone')
  const publicKeyPem = (document['publicKey'] as { publicKeyPem: string }).publicKeyPem
  const publicKey = { id: sample.keyId ?? `${id}#main-key`, owner: id, publicKeyPem }
  const whole = {
    ...document,
    id,
    inbox: `${id}/inbox`,
    outbox: `${id}/outbox`,
    followers: `${id}/followers`,
    featured: `${id}/featured`,
    publicKey,
    ...sample.actor,
  }
  if (sample.stranger !== true) peer.put(new URL(id).pathname, whole)
  if (sample.keyId !== undefined) peer.put(new URL(sample.keyId).pathname, { id, publicKey })
  return { id, key: { ...key, id: publicKey.id, owner: id }, document: whole }
}

async function prepare(
  { hub, job, post }: Pick<World, 'hub' | 'job' | 'post'>,
  sender: Someone,
  before: Payload['before'],
): Promise<{ followId: string }> {
  const { origin } = new URL(sender.id)
  const object = job.envelope.apId
  const say = (type: string, id: string, more: JsonObject): Promise<number> =>
    post(sender, { ...said(sender, type, id), ...more })
  if (before === 'they follow') await say('Follow', `${origin}/follow`, { object: hub.actor('emplois') })
  if (before === 'they liked') await say('Like', `${sender.id}#likes/55`, { object })
  if (before === 'they boosted') await say('Announce', `${sender.id}/boost`, { object })
  if (before === 'they answered')
    await say('Create', `${origin}/answer`, { object: note(sender, `${sender.id}/statuses/1`, object) })
  if (before === undefined || !/^we |^they wrote/.test(before)) return { followId: '' }
  await hub.federation.follow(sender.id)
  const { rows } = await hub.deps.db.query(
    'SELECT follow_id FROM following JOIN actors ON n = target_n WHERE id = ?',
    [sender.id],
  )
  const followId = `${hub.origin}${String(rows[0]?.['follow_id'])}`
  if (before !== 'we asked') await say('Accept', `${origin}/accept`, { object: followId })
  if (before === 'they wrote')
    await say('Create', `${origin}/wrote`, {
      object: article(sender, `${sender.id}/articles/1`, 'Un article'),
    })
  return { followId }
}
