import { verify } from 'node:crypto'
import { hostKey } from '../address.ts'
import type { PublicKey, SigningKey } from '../keys.ts'
import { digestOf } from './digest.ts'
import { readHttpDate } from './freshness.ts'
import { carriesBody, oneSpelling, type Reading, type SignedRequest, targetOf, unproven } from './request.ts'
import { signBytes } from './sign-bytes.ts'

/**
 * HTTP signatures as the fediverse has spoken them since 2017: draft-cavage-http-signatures-12, RSA with SHA-256.
 * https://swicg.github.io/activitypub-http-signature/
 */
export async function signCavage(
  request: { method: string; url: string; body: Buffer | null; date: Date },
  key: SigningKey,
): Promise<Record<string, string>> {
  const headers = new Headers({ host: new URL(request.url).host, date: request.date.toUTCString() })
  const names = ['(request-target)', 'host', 'date']
  if (request.body !== null) {
    headers.set('digest', digestOf(request.body))
    headers.set('content-type', 'application/activity+json')
    names.push('digest', 'content-type')
  }
  const text = signingText(names, { method: request.method, target: targetOf(request.url), headers }, {})
  const signature = await signBytes(Buffer.from(text ?? ''), key)
  const algorithm = key.algorithm === 'rsa' ? 'rsa-sha256' : 'hs2019'
  return {
    ...Object.fromEntries(headers),
    signature: `keyId="${key.id}",algorithm="${algorithm}",headers="${names.join(' ')}",signature="${signature.toString('base64')}"`,
  }
}

/** Reads the `Signature` header and checks that it covers what it must, and was made for our host and no other. */
export function readCavage(request: SignedRequest, ownOrigin: string): Reading {
  const parameters = readParameters(request.headers.get('signature') ?? '')
  const { keyId, signature, algorithm, headers: list } = parameters ?? {}
  if (parameters === null || keyId === undefined || !isBase64(signature) || list === undefined)
    return unproven('malformed')
  const rule = verifiers.get(algorithm?.toLowerCase() ?? 'hs2019')
  if (rule === undefined) return unproven('algorithm')
  const names = list.toLowerCase().split(' ')
  const required = ['(request-target)', 'host', 'date', ...(carriesBody(request) ? ['digest'] : [])]
  if (new Set(names).size !== names.length || !required.every((name) => names.includes(name)))
    return unproven('components')
  const texts = targetsOf(request).map((target) => signingText(names, { ...request, target }, parameters))
  const date = readHttpDate(request.headers.get('date') ?? '')
  if (texts.includes(null) || date === null) return unproven('components')
  const host = `${new URL(ownOrigin).protocol}//${request.headers.get('host') ?? ''}`
  if (hostKey(host) === null || hostKey(host) !== hostKey(ownOrigin)) return unproven('host')
  const { created, expires } = parameters
  return {
    ok: true,
    claim: {
      scheme: 'cavage',
      keyId,
      signature: oneSpelling(signature),
      moments: created === undefined ? [date] : [date, Number(created) * 1000],
      expires: expires === undefined ? null : Number(expires) * 1000,
      proves: async (key) => texts.some((text) => text !== null && verifyText(text, signature, rule, key)),
    },
  }
}

type Parameters = Readonly<Partial<Record<string, string>>>

interface Rule {
  type: PublicKey['algorithm'] | 'any'
  digest: string
}

/** `hs2019` says "see the key"; for RSA the fediverse means SHA-256 by it, and GoToSocial and Friendica SHA-512 by name. */
const verifiers: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['rsa-sha256', { type: 'rsa', digest: 'sha256' }],
  ['rsa-sha512', { type: 'rsa', digest: 'sha512' }],
  ['ed25519', { type: 'ed25519', digest: 'none' }],
  ['hs2019', { type: 'any', digest: 'sha256' }],
])

function verifyText(text: string, signature: string, rule: Rule, key: PublicKey): boolean {
  if (rule.type !== 'any' && rule.type !== key.algorithm) return false
  const digest = hashFor(key.algorithm, rule.digest)
  return verify(digest, Buffer.from(text), key.key, Buffer.from(signature, 'base64')) === true
}

function hashFor(algorithm: PublicKey['algorithm'], digest: string): string | null {
  return algorithm === 'rsa' ? digest : null
}

/** Fedify and Friendica leave the query out. For a mere reading both forms will do, as they do for Mastodon. */
function targetsOf(request: SignedRequest): string[] {
  const target = targetOf(request.url)
  const path = target.replace(/\?.*$/s, '')
  return carriesBody(request) || path === target ? [target] : [target, path]
}

interface Signable {
  method: string
  target: string
  headers: Headers
}

/** Null when a header that is listed was not sent. */
function signingText(names: readonly string[], request: Signable, parameters: Parameters): string | null {
  const lines: string[] = []
  for (const name of names) {
    const value = valueOf(name, request, parameters)
    if (value === null) return null
    lines.push(`${name}: ${value}`)
  }
  return lines.join('\n')
}

function valueOf(name: string, request: Signable, { created, expires }: Parameters): string | null {
  if (name === '(request-target)') return `${request.method.toLowerCase()} ${request.target}`
  if (name === '(created)') return created ?? null
  if (name === '(expires)') return expires ?? null
  return /^[a-z0-9-]+$/.test(name) ? (request.headers.get(name) ?? null) : null
}

/** Reads `name="value",name=123`; null when anything else stands in it, or a name stands twice. */
function readParameters(header: string): Parameters | null {
  const found = new Map<string, string>()
  // Sticky: each attempt begins where the last ended, so that no text makes it look twice.
  const parameter = /\s*([A-Za-z]+)=(?:"([^"]*)"|(\d{1,12}))\s*(,|$)/y
  while (parameter.lastIndex < header.length) {
    const [, name = '', quoted, bare, end] = parameter.exec(header) ?? []
    const value = quoted ?? bare
    if (value === undefined || found.has(name) || (end === '') !== (parameter.lastIndex === header.length))
      return null
    found.set(name, value)
  }
  for (const name of ['created', 'expires']) if (!/^\d{1,12}$/.test(found.get(name) ?? '0')) return null
  return Object.fromEntries(found)
}

function isBase64(text: string | undefined): text is string {
  return text !== undefined && /^[A-Za-z0-9+/]+={0,2}$/.test(text)
}
