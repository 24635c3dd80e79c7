import { generateKeyPairSync } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { JsonObject } from '../../server/federation/json-object.ts'
import type { SigningKey } from '../../server/federation/keys.ts'
import { listen, type Listener } from '../federation/listener.ts'

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** Another server, as honest or as hostile as a test makes it. */
export interface Peer extends Omit<Listener, 'requests'> {
  /** `evil.test:40123` */
  host: string
  origin: string
  /** `GET /users/mallory`, in order. */
  asked: string[]
  /** What stands at a path: a document, or anything else. */
  put(path: string, what: JsonObject | Answer): void
  /** An actor of this server with a key of its own, whose document stands at its id. */
  actor(name: string, change?: JsonObject): Someone
}

export interface Someone {
  id: string
  key: SigningKey
  document: JsonObject
}

export const as2 = 'https://www.w3.org/ns/activitystreams'
export const PUBLIC = `${as2}#Public`

export async function openPeer(name: string): Promise<Peer> {
  const documents = new Map<string, JsonObject | Answer>()
  const asked: string[] = []
  const listener = await listen((request, response) => {
    const { method = '', url = '' } = request
    asked.push(`${method} ${url}`)
    request.resume()
    const found = documents.get(url)
    if (typeof found === 'function') return found(request, response)
    if (method === 'POST') return response.writeHead(202).end()
    if (found === undefined) return response.writeHead(404).end()
    return sendDocument(response, found)
  })
  const host = `${name}:${listener.port}`
  const origin = `http://${host}`
  return Object.assign(listener, {
    host,
    origin,
    asked,
    put: (path: string, what: JsonObject | Answer) => void documents.set(path, what),
    actor(user: string, change: JsonObject = {}) {
      const someone = newcomer(origin, user, change)
      documents.set(new URL(someone.id).pathname, someone.document)
      return someone
    },
  })
}

export function sendDocument(response: ServerResponse, document: JsonObject): void {
  response.writeHead(200, { 'content-type': 'application/activity+json' }).end(JSON.stringify(document))
}

/** Someone whose document stands nowhere yet. */
export function newcomer(origin: string, user: string, change: JsonObject = {}): Someone {
  const id = `${origin}/users/${user}`
  const pair = keyPair()
  const key: SigningKey = { id: `${id}#main-key`, owner: id, algorithm: 'rsa', key: pair.privateKey }
  const publicKeyPem = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const document = {
    '@context': [as2, 'https://w3id.org/security/v1'],
    id,
    type: 'Person',
    preferredUsername: user,
    name: user,
    inbox: `${id}/inbox`,
    outbox: `${id}/outbox`,
    followers: `${id}/followers`,
    featured: `${id}/featured`,
    endpoints: { sharedInbox: `${origin}/inbox` },
    publicKey: { id: key.id, owner: id, publicKeyPem },
    ...change,
  }
  return { id, key, document }
}

// Making a key costs more than all else in these tests; a few are enough to tell people apart.
const pairs: ReturnType<typeof newPair>[] = []
let next = 0
const newPair = () => generateKeyPairSync('rsa', { modulusLength: 2048 })

function keyPair(): ReturnType<typeof newPair> {
  const place = next++ % 8
  return (pairs[place] ??= newPair())
}
