import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { signRequest, verifyRequest, type Proof } from '../../server/federation/signatures/index.ts'
import { fetcherFor, listen } from './listener.ts'
import { kept } from './peer.ts'
import { activity, noon, rsa } from './signers.ts'

/** A hub that verifies whatever comes to it over a socket, and one that calls it. */
async function exchange() {
  const proofs: Promise<Proof>[] = []
  const listener = await listen((request, response) => {
    proofs.push(
      proofOf(request, `http://peer.test:${listener.port}`).finally(() => answered(request, response)),
    )
  })
  kept(listener)
  const fetcher = kept(fetcherFor([`peer.test:${listener.port}`]))
  return {
    fetcher,
    at: (path: string) => `http://peer.test:${listener.port}${path}`,
    proofs: () => Promise.all(proofs),
  }
}

function answered({ url }: IncomingMessage, response: ServerResponse): void {
  if (url === '/old') response.writeHead(301, { location: '/new?page=1' })
  response.end()
}

async function proofOf(request: IncomingMessage, ownOrigin: string): Promise<Proof> {
  const headers = new Headers()
  for (const [name, values] of Object.entries(request.headersDistinct))
    for (const value of values ?? []) headers.append(name, value)
  const { method = '', url = '' } = request
  const rawBody = await buffer(request)
  return verifyRequest(
    { method, url, headers, rawBody },
    { keyFor: async () => rsa.open, now: noon, ownOrigin },
  )
}

describe.each(['cavage', 'rfc9421'] as const)('over a socket, what we sign by %s', (scheme) => {
  const sign = (url: string, method: 'GET' | 'POST', body: Buffer | null) =>
    signRequest({ url, method, body, date: new Date(noon) }, rsa.secret, scheme)

  test('is believed as a POST', async () => {
    const { fetcher, at, proofs } = await exchange()
    await fetcher.request(at('/ap/inbox'), { method: 'POST', body: activity, sign })
    expect(await proofs()).toMatchObject([{ ok: true, scheme, keyId: rsa.secret.id }])
  })

  test('is believed as a GET, and again after a redirect (interop rule 14)', async () => {
    const { fetcher, at, proofs } = await exchange()
    const answer = await fetcher.request(at('/old'), { sign })
    expect(answer).toMatchObject({ status: 200, url: at('/new?page=1') })
    expect(await proofs()).toMatchObject([{ ok: true }, { ok: true }])
  })
})
