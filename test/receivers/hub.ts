import { whole } from '../../server/entries/whole.ts'
import { request as httpRequest } from 'node:http'
import { saveDraft, publish } from '../../server/entries/commands.ts'
import { parseEntry } from '../../server/entries/input.ts'
import type { Entry } from '../../server/entries/load.ts'
import type { JsonObject } from '../../server/federation/json-object.ts'
import { signRequest } from '../../server/federation/signatures/index.ts'
import { storePicture } from '../../server/media/pictures.ts'
import { names } from '../federation/listener.ts'
import { photograph } from '../media/images.ts'
import { openPeer, type Peer, type Someone } from '../attacks/peer.ts'
import { openHubAt, type TestHub } from '../support/hub.ts'
import { known } from '../support/publish.ts'
import { openSite } from '../support/site.ts'
import type { Variant } from './variants.ts'

export interface Answer {
  status: number
  contentType: string
  body: string
}

/** A hub that believes it stands at https://hub.example, as the emulators want it; and one neighbour. */
export interface World {
  hub: TestHub
  good: Peer
  alice: Someone
  ask(path: string, accept?: string): Promise<Answer>
  tell(from: Someone, activity: JsonObject): Promise<number>
  publish(variant: Variant, organisation?: Entry): Promise<Entry>
  close(): Promise<void>
}

export const origin = 'https://hub.example'

export async function openWorld(): Promise<World> {
  const site = await openSite()
  const good = await openPeer('good.test')
  const hub = await openHubAt(site, {
    neighbours: [good],
    lookup: names({ 'good.test': [['127.0.0.1']] }),
    started: false,
    env: { PUBLIC_URL: origin },
  })
  const picture = await storePicture(hub.deps, new File([new Uint8Array(await photograph())], 'a.jpg'), null)
  if ('code' in picture) throw new Error('The picture was not kept.')
  const send = (method: string, path: string, headers: Record<string, string>, body?: Buffer) =>
    sendTo(site.port, method, path, { host: 'hub.example', ...headers }, body)
  return {
    hub,
    good,
    alice: good.actor('alice'),
    ask: (path, accept = 'application/activity+json') => send('GET', path, { accept }),
    async tell(from, activity) {
      const body = Buffer.from(JSON.stringify(activity))
      const request = { method: 'POST', url: `${origin}/ap/inbox`, body, date: new Date(hub.deps.now()) }
      return (await send('POST', '/ap/inbox', await signRequest(request, from.key, 'cavage'), body)).status
    },
    async publish({ kind: name, shared, fields, picture: isPictured }, organisation) {
      const kind = known(name)
      const sent = {
        shared: { ...shared, ...(organisation && { organisation: organisation.envelope.id }) },
        fields: { ...kind.sample, ...fields },
      }
      const { input, faults } = await parseEntry(hub.deps, kind, sent, null)
      if (input === null) throw new Error(JSON.stringify(faults))
      const draft = { id: hub.deps.newId(), revision: null, input, picture: isPictured && { id: picture.id } }
      return publish(hub.deps, hub.admin, whole(await saveDraft(hub.deps, hub.admin, kind, draft)))
    },
    async close() {
      await hub.stop()
      await good.close()
    },
  }
}

function sendTo(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: Buffer,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          contentType: response.headers['content-type'] ?? '',
          body: Buffer.concat(chunks).toString(),
        }),
      )
    })
    request.on('error', reject)
    request.end(body)
  })
}
