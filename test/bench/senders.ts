import { createPrivateKey, generateKeyPairSync, hash, sign, type KeyObject } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Ask } from './load.ts'

/** People elsewhere, each on a host of their own, who answer what was published. */
export interface Senders {
  hosts: readonly string[]
  /** Signed now, each with an id of its own, taking turns. */
  replies(count: number, to: { origin: string; inbox: string; objectId: string; actor: string }): Ask[]
  close(): Promise<void>
}

interface Sender {
  id: string
  key: KeyObject
  document: string
}

const template = readFileSync(
  new URL('../fixtures/activitypub/mastodon-create-note.json', import.meta.url),
  'utf8',
)

/** Both contestants limit what one host says in a minute, and a hub what waits of one person: they are many. */
const people = 5

export async function openSenders(set: { network: number; port: number; count: number }): Promise<Senders> {
  const hosts = Array.from({ length: set.count }, (_, index) =>
    createHost(`http://127.${set.network}.0.${index + 1}:${set.port}`),
  )
  const senders = Array.from({ length: people }, (_, person) => hosts.map((one) => one[person]!)).flat()
  const servers = await Promise.all(
    hosts.map(async (own) => {
      const documents = new Map(own.map(({ id, document }) => [new URL(id).pathname, document]))
      const server = createServer((request, response) =>
        response
          .writeHead(200, { 'content-type': 'application/activity+json' })
          .end(documents.get(request.url ?? '')),
      )
      server.listen(set.port, new URL(own[0]!.id).hostname)
      await once(server, 'listening')
      return server
    }),
  )
  let said = 0
  return {
    hosts: hosts.map(([first]) => new URL(first!.id).host),
    replies: (count, to) =>
      Array.from({ length: count }, () => {
        said += 1
        return signed(senders[said % senders.length]!, to, said)
      }),
    close: async () => {
      for (const server of servers) {
        server.close()
        server.closeAllConnections()
        await once(server, 'close')
      }
    },
  }
}

/** People of one server; one pair of keys, since making it costs more than all the rest. */
function createHost(origin: string): Sender[] {
  const pair = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const key = createPrivateKey(pair.privateKey)
  return Array.from({ length: people }, (_, person) => {
    const name = person === 0 ? 'amel' : `amel${person}`
    const id = `${origin}/users/${name}`
    const document = JSON.stringify({
      '@context': ['https://www.w3.org/ns/activitystreams', 'https://w3id.org/security/v1'],
      id,
      type: 'Person',
      preferredUsername: name,
      name: 'Amel',
      inbox: `${id}/inbox`,
      outbox: `${id}/outbox`,
      followers: `${id}/followers`,
      publicKey: { id: `${id}#main-key`, owner: id, publicKeyPem: pair.publicKey },
    })
    return { id, key, document }
  })
}

/** As Mastodon writes it: 3.4 KB, draft-cavage, rsa-sha256. */
function signed(
  sender: Sender,
  to: { origin: string; inbox: string; objectId: string; actor: string },
  number: number,
): Ask {
  const origin = new URL(sender.id).origin
  const now = new Date()
  const body = Buffer.from(
    JSON.stringify(JSON.parse(template))
      .replaceAll('https://hub.example/ap/objects/01', to.objectId)
      .replaceAll('https://hub.example/ap/actors/emplois', to.actor)
      .replaceAll('https://masto.example/users/amel', sender.id)
      .replaceAll('https://masto.example', origin)
      .replaceAll('/1140', `/${process.pid}-${number}`)
      .replaceAll('2026-11-20T09:12:44Z', now.toISOString()),
  )
  const { host } = new URL(to.origin)
  const date = now.toUTCString()
  const digest = `SHA-256=${hash('sha256', body, 'base64')}`
  const text = `(request-target): post ${to.inbox}\nhost: ${host}\ndate: ${date}\ndigest: ${digest}`
  const signature = sign('sha256', Buffer.from(text), sender.key).toString('base64')
  const names = '(request-target) host date digest'
  return {
    method: 'POST',
    path: to.inbox,
    body,
    headers: {
      host,
      date,
      digest,
      'content-type': 'application/activity+json',
      signature: `keyId="${sender.id}#main-key",algorithm="rsa-sha256",headers="${names}",signature="${signature}"`,
      // A proxy in front, as in life: the limits count who is behind it.
      'x-forwarded-for': `192.0.2.${(number % 200) + 1}`,
    },
  }
}
