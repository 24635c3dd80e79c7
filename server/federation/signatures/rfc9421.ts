import { verify } from 'node:crypto'
import { httpbis } from 'http-message-signatures'
import type { PublicKey, SigningKey } from '../keys.ts'
import { contentDigestOf } from './digest.ts'
import { readSignature, readSignatureInput } from './signature-input.ts'
import { carriesBody, oneSpelling, type Reading, type SignedRequest, targetOf, unproven } from './request.ts'
import { signBytes } from './sign-bytes.ts'

const algorithmNames = { rsa: 'rsa-v1_5-sha256', ed25519: 'ed25519' } as const

/** HTTP Message Signatures. https://www.rfc-editor.org/rfc/rfc9421 */
export async function signRfc9421(
  request: { method: string; url: string; body: Buffer | null; date: Date },
  key: SigningKey,
): Promise<Record<string, string>> {
  const url = new URL(request.url)
  url.hash = ''
  const headers: Record<string, string> = { host: url.host, date: request.date.toUTCString() }
  const fields = ['@method', '@target-uri']
  if (request.body !== null) {
    headers['content-digest'] = contentDigestOf(request.body)
    headers['content-type'] = 'application/activity+json'
    fields.push('content-digest')
  }
  const alg = algorithmNames[key.algorithm]
  const message = { method: request.method, url: url.href, headers }
  const signed = await httpbis.signMessage(
    {
      name: 'sig1',
      fields,
      params: ['created', 'keyid', 'alg'],
      paramValues: { created: request.date, keyid: key.id, alg },
      key: { id: key.id, alg, sign: (text) => signBytes(text, key) },
    },
    message,
  )
  return Object.fromEntries(
    Object.entries(signed.headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  )
}

/**
 * Reads `Signature-Input` and `Signature` and checks that they cover what they must. The package is lenient (several
 * labels, the last of two alike, its own clock), so the door stands before it; it builds the text that was signed.
 */
export function readRfc9421(request: SignedRequest, ownOrigin: string): Reading {
  const input = readSignatureInput(request.headers.get('signature-input') ?? '')
  const signature = readSignature(request.headers.get('signature') ?? '')
  if (input === null || signature === null || signature.label !== input.label) return unproven('malformed')
  const { created, expires, keyid, alg } = input.parameters
  if (typeof created !== 'number' || typeof keyid !== 'string') return unproven('components')
  if (expires !== undefined && typeof expires !== 'number') return unproven('malformed')
  if (alg !== undefined && alg !== 'rsa-v1_5-sha256' && alg !== 'ed25519') return unproven('algorithm')
  const required = ['@method', '@target-uri', ...(carriesBody(request) ? ['content-digest'] : [])]
  if (!required.every((name) => input.components.includes(name))) return unproven('components')
  if (!input.components.every((name) => derived.has(name) || isSent(name, request.headers)))
    return unproven('components')
  const message = {
    method: request.method,
    // What is ours to say: a request signed for another host, or for another scheme, does not fit.
    url: `${ownOrigin}${targetOf(request.url)}`,
    headers: Object.fromEntries(request.headers),
  }
  return {
    ok: true,
    claim: {
      scheme: 'rfc9421',
      keyId: keyid,
      signature: oneSpelling(signature.base64),
      moments: [created * 1000],
      expires: expires === undefined ? null : expires * 1000,
      proves: (key) => fits(message, key),
    },
  }
}

const derived = new Set(['@method', '@target-uri', '@authority', '@scheme', '@path', '@query'])

function isSent(name: string, headers: Headers): boolean {
  return /^[a-z0-9-]+$/.test(name) && headers.has(name)
}

/** Time is judged by `freshness.ts`, by the hub's clock; the package would ask the machine's. */
const anyTime = { tolerance: 1e12, requiredParams: ['created', 'keyid'] }

async function fits(
  message: { method: string; url: string; headers: Record<string, string> },
  key: PublicKey,
): Promise<boolean> {
  const verdict = await httpbis.verifyMessage(
    {
      ...anyTime,
      keyLookup: async () => ({
        id: key.id,
        // The package refuses an `alg` that is not among these.
        algs: [algorithmNames[key.algorithm]],
        verify: async (text, signature) =>
          verify(key.algorithm === 'rsa' ? 'sha256' : null, text, key.key, signature) === true,
      }),
    },
    message,
  )
  return verdict === true
}
