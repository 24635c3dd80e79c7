import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, LookupFunction } from 'node:net'
import { createFetcher, type Fetcher } from '../../server/federation/fetch.ts'

export interface Listener {
  port: number
  requests: IncomingMessage[]
  /** How many sockets were opened to it. */
  sockets: number
  close(): Promise<void>
}

/** A server of 127.0.0.1 that counts who comes. */
export async function listen(
  answer: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => response.end(),
): Promise<Listener> {
  const server = createServer((request, response) => {
    listener.requests.push(request)
    response.on('error', () => undefined)
    answer(request, response)
  })
  const listener: Listener = {
    port: 0,
    requests: [],
    sockets: 0,
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
  server.on('connection', () => (listener.sockets += 1))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address: AddressInfo | string | null = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The listener has no port.')
  listener.port = address.port
  return listener
}

/** Answers each name by what the table says, then its next entry at the next question, and counts the questions. */
export function names(table: Record<string, string[][]>): LookupFunction & { asked: string[] } {
  const asked: string[] = []
  const lookup: LookupFunction = (hostname, _options, callback) => {
    const times = asked.filter((name) => name === hostname).length
    asked.push(hostname)
    const answers = table[hostname] ?? []
    const found = answers[Math.min(times, answers.length - 1)]
    if (found === undefined)
      return callback(Object.assign(new Error('unknown name'), { code: 'ENOTFOUND' }), [])
    callback(
      null,
      found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  }
  return Object.assign(lookup, { asked })
}

/** A fetcher for which `peer.test` and its kin stand on this machine, on the ports allowed. */
export function fetcherFor(
  allow: string[],
  options: { lookup?: LookupFunction; ownHost?: string; connectMs?: number } = {},
): Fetcher {
  const here = [['127.0.0.1']]
  return createFetcher({
    config: { federationAllowHosts: allow },
    lookup: options.lookup ?? names({ 'peer.test': here, 'other.test': here, 'hub.test': here }),
    now: () => 0,
    log: { debug: () => undefined },
    userAgent: 'Maillon/test (+https://hub.test/)',
    ownHost: () => options.ownHost ?? null,
    connectMs: options.connectMs ?? 5_000,
  })
}
