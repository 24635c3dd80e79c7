import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, expect } from 'vitest'
import type { Fetcher } from '../../server/federation/fetch.ts'
import { fetcherFor, listen, type Listener } from './listener.ts'

const closing: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  for (const each of closing.splice(0)) await each.close()
})

/** Closed after the test. */
export function kept<T extends { close(): Promise<unknown> }>(it: T): T {
  closing.push(it)
  return it
}

/** A peer, the way to it, and the address of a path on it. */
export async function peer(
  answer: (request: IncomingMessage, response: ServerResponse, port: number) => void,
  options: { ownHost?: string } = {},
): Promise<{ listener: Listener; fetcher: Fetcher; at: (path: string) => string }> {
  const listener: Listener = kept(
    await listen((request, response) => answer(request, response, listener.port)),
  )
  const fetcher = kept(fetcherFor([`peer.test:${listener.port}`], options))
  return { listener, fetcher, at: (path) => `http://peer.test:${listener.port}${path}` }
}

export const fault = (kind: string) => expect.objectContaining({ name: 'FetchFault', kind })

export function redirect(response: ServerResponse, location: string, status = 302): void {
  response.writeHead(status, { location }).end()
}
