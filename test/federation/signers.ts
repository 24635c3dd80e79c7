import { generateKeyPairSync } from 'node:crypto'
import type { PublicKey, SigningKey } from '../../server/federation/keys.ts'
import {
  signRequest,
  verifyRequest,
  type Proof,
  type Scheme,
} from '../../server/federation/signatures/index.ts'

export const hub = 'https://hub.test'
export const noon = Date.UTC(2026, 10, 23, 12, 0, 0)

/** A key and its public half, of an actor elsewhere. */
export function signer(algorithm: 'rsa' | 'ed25519', name = 'amel'): { secret: SigningKey; open: PublicKey } {
  const pair =
    algorithm === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ed25519')
  const owner = `https://peer.test/users/${name}`
  const named = { id: `${owner}#${algorithm === 'rsa' ? 'main-key' : 'ed25519-key'}`, owner, algorithm }
  return { secret: { ...named, key: pair.privateKey }, open: { ...named, key: pair.publicKey } }
}

export const rsa = signer('rsa')
export const ed25519 = signer('ed25519')
export const activity = Buffer.from('{"type":"Create","actor":"https://peer.test/users/amel"}')

export interface Sent {
  method: string
  url: string
  headers: Record<string, string>
  rawBody: Buffer
}

/** A request as it leaves a peer that signs as we do. */
export async function sent(
  scheme: Scheme,
  more: {
    method?: 'GET' | 'POST'
    path?: string
    body?: Buffer
    at?: number
    key?: SigningKey
    origin?: string
  } = {},
): Promise<Sent> {
  const method = more.method ?? 'POST'
  const body = method === 'POST' ? (more.body ?? activity) : null
  const url = `${more.origin ?? hub}${more.path ?? '/ap/inbox'}`
  const date = new Date(more.at ?? noon)
  const headers = await signRequest({ method, url, body, date }, more.key ?? rsa.secret, scheme)
  return { method, url, headers, rawBody: body ?? Buffer.alloc(0) }
}

/** What the hub makes of it at noon, knowing the two keys of Amel. */
export async function received(request: Sent, now = noon, keys = [rsa.open, ed25519.open]): Promise<Proof> {
  return verifyRequest(
    { ...request, headers: new Headers(request.headers) },
    { keyFor: async (id) => keys.find((key) => key.id === id) ?? null, now, ownOrigin: hub },
  )
}

export const refused = (reason: string) => ({ ok: false, status: 401, reason })
export const minute = 60_000

/** The same request with some headers others, or gone. */
export function changed(request: Sent, headers: Record<string, string | null>): Sent {
  const all: Record<string, string | null> = { ...request.headers, ...headers }
  const kept = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null)
  return { ...request, headers: Object.fromEntries(kept) }
}
