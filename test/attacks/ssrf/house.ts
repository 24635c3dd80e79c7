import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, LookupFunction } from 'node:net'
import type { JsonObject } from '../../../server/federation/json-object.ts'
import { signRequest, type Scheme } from '../../../server/federation/signatures/index.ts'
import { listen, type Listener } from '../../federation/listener.ts'
import { openHubAt, type TestHub } from '../../support/hub.ts'
import { openSite } from '../../support/site.ts'
import { until } from '../../support/until.ts'
import { newcomer, sendDocument, type Someone } from '../peer.ts'
import { isQuiet, send, type Answered } from '../world.ts'
import { formsOf, nowhere, type Form } from './forms.ts'
import { watchSockets } from './witness.ts'

/** A hub, one server under many names that sends whoever comes wherever it likes, and one that nobody may reach. */
export interface House {
  hub: TestHub
  canary: Listener
  forms: Form[]
  /** An address on the server that leads on to the form of this number. */
  hop(at: number, path?: string): string
  /** `3/there`: the number of a form to which the hub was led on, and the path on which it was. */
  led: Set<string>
  /** Paths asked on the server. */
  asked: string[]
  put(url: string, document: JsonObject | ((response: ServerResponse) => void)): void
  raw(method: string, path: string, headers?: Record<string, string>, body?: string): Promise<Answered>
  /** A delivery, signed by this key. */
  post(from: Someone, activity: JsonObject): Promise<Answered>
  /** A request that says who reads. */
  read(from: Someone, path: string): Promise<Answered>
  quiet(): Promise<void>
  /** Every socket that was tried since the last time, but those to the server, to the hub and to nobody. */
  strayed(): string[]
  /** Names that were looked up since the last time. */
  named(): string[]
  close(): Promise<void>
}

export async function openHouse(): Promise<House> {
  const witness = watchSockets(nowhere)
  const site = await openSite()
  const canary = await listen()
  const forms = formsOf(canary.port, site.host)
  const server = await openServer(forms)
  const resolver = resolverOf(forms)
  const hub = await openHubAt(site, {
    neighbours: forms.map((_, at) => ({ host: `hop${at}.test:${server.port}` })),
    lookup: resolver.lookup,
    started: false,
    env: { TRUSTED_PROXIES: '127.0.0.0/8' },
  })
  const allowed = new Set([`127.0.0.1:${server.port}`, `127.0.0.1:${site.port}`, `${nowhere}:443`])
  let visitors = 0
  const raw: House['raw'] = (method, path, headers = {}, body = '') => {
    const from = `198.18.${++visitors >> 8}.${visitors & 255}`
    const all = { host: hub.host, 'x-forwarded-for': from, ...headers }
    return send(site.port, method, path, byteStrings(all), Buffer.from(body))
  }
  const signed = async (
    method: 'GET' | 'POST',
    path: string,
    from: Someone,
    body?: string,
    scheme?: Scheme,
  ) => {
    const bytes = body === undefined ? null : Buffer.from(body)
    const request = { method, url: hub.origin + path, body: bytes, date: new Date(hub.deps.now()) }
    return raw(method, path, await signRequest(request, from.key, scheme ?? 'cavage'), body)
  }
  return {
    ...{ hub, canary, forms, led: server.led, asked: server.asked, put: server.put, raw },
    hop: (at, path = '/there') => `http://hop${at}.test:${server.port}${path}`,
    post: (from, activity) => signed('POST', '/ap/inbox', from, JSON.stringify(activity)),
    read: (from, path) => signed('GET', path, from),
    async quiet() {
      hub.federation.wake()
      await until('nothing left to fetch or send', () => isQuiet(hub))
    },
    strayed: () => witness.attempts.splice(0).filter((address) => !allowed.has(address)),
    named: () => resolver.asked.splice(0),
    async close() {
      witness.stop()
      await hub.stop()
      await Promise.all([server.close(), canary.close()])
    },
  }
}

/** Someone who says that they are at this address, whatever stands there. */
export function someoneAt(id: string): Someone {
  const { key, document } = newcomer('http://nobody.test', 'x')
  const publicKey = { ...Object(document['publicKey']), id: `${id}#main-key`, owner: id }
  const own = { inbox: `${id}/inbox`, outbox: `${id}/outbox`, followers: null, featured: null, endpoints: {} }
  return {
    id,
    key: { ...key, id: `${id}#main-key`, owner: id },
    document: { ...document, ...own, id, publicKey },
  }
}

/** What goes over a wire is bytes, and what is no byte of a header is not sent. */
const byteStrings = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Buffer.from(value.replace(/[\t\n]/g, '')).toString('latin1'),
    ]),
  )

async function openServer(forms: readonly Form[]) {
  const documents = new Map<string, JsonObject | ((response: ServerResponse) => void)>()
  const led = new Set<string>()
  const asked: string[] = []
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    request.resume()
    const { host = '', location } = { host: request.headers.host, location: '' }
    const found = documents.get(host + (request.url ?? ''))
    asked.push(`${request.method} ${host}${request.url}`)
    if (typeof found === 'function') return found(response)
    if (found !== undefined) return sendDocument(response, found)
    const at = Number(/^hop(\d+)\./.exec(host)?.[1])
    led.add(at + (request.url ?? '').replace(/^(\/\.well-known\/\w+)\?.*$/, '$1'))
    const there = byteStrings({ location: forms[at]?.url ?? location })
    response.writeHead(302, there).end()
  }
  const server = createServer(answer)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    ...{ port, led, asked },
    put: (url: string, document: JsonObject | ((response: ServerResponse) => void)) =>
      void documents.set(url.replace('http://', ''), document),
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** The server stands here; a form is what it says, first, second and so on; any other name leads into this machine. */
function resolverOf(forms: readonly Form[]): { lookup: LookupFunction; asked: string[] } {
  const answers = new Map(forms.map(({ url, answers }) => [URL.parse(url)?.hostname ?? '', answers]))
  const asked: string[] = []
  const lookup: LookupFunction = (name, _, callback) => {
    const before = asked.filter((one) => one === name).length
    asked.push(name)
    const said = answers.get(name) ?? [['127.0.0.1']]
    const found = said[Math.min(before, said.length - 1)] ?? []
    callback(
      null,
      found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  }
  return { lookup, asked }
}
