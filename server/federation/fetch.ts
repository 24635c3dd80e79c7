import type { LookupFunction } from 'node:net'
import type { Logger } from 'pino'
import { Agent, type Dispatcher } from 'undici'
import type { Config } from '../config.ts'
import { hostKey } from './address.ts'
import { decodedBody, readSome, readUpTo } from './body.ts'
import { checkUrl, createConnector } from './connector.ts'
import { startDeadline, type Deadline } from './deadline.ts'
import { FetchFault } from './fetch-fault.ts'

export type Method = 'GET' | 'POST'

/** Makes the headers that prove who asks; called again for each hop, since the target is part of what is signed. */
export type Sign = (url: string, method: Method, body: Buffer | null) => Promise<Record<string, string>>

export interface Outgoing {
  method?: Method
  headers?: Record<string, string>
  body?: Buffer
  accept?: string
  sign?: Sign
  /** What is asked for is that origin's own: a redirect to another one cannot be the answer. */
  withinOrigin?: boolean
  /** Cap on the answer, decompressed. */
  maxBytes?: number
  /** For the whole conversation, redirects included. */
  deadlineMs?: number
  /** The address names a visitor: the log keeps the host alone. */
  confidential?: boolean
}

export interface Answer {
  status: number
  /** By lower-case name. */
  headers: ReadonlyMap<string, string>
  body: Buffer
  /** Where the answer came from, after redirects. */
  url: string
}

export interface Fetcher {
  /** Throws `FetchFault` and nothing else, unless `sign` throws. Any status is an answer. */
  request(url: string, options?: Outgoing): Promise<Answer>
  close(): Promise<void>
}

const maxRedirects = 3

/** The one client by which the hub calls others. All that federation fetches or sends goes through its guards. */
export function createFetcher(options: {
  config: Pick<Config, 'federationAllowHosts'>
  lookup: LookupFunction
  now: () => number
  log: Pick<Logger, 'debug'>
  userAgent: string
  /** The hub's own host as `hostKey` writes it; asked each time, since the wizard may still change it. */
  ownHost: () => string | null
  /** Hosts that nothing is asked of. */
  isBlocked?: (host: string) => Promise<boolean>
  connectMs?: number
}): Fetcher {
  const allowHosts = options.config.federationAllowHosts
  const agent = new Agent({
    connect: createConnector({ lookup: options.lookup, allowHosts, connectMs: options.connectMs ?? 5_000 }),
    connections: 4,
    pipelining: 1,
    allowH2: false,
    maxHeaderSize: 16_384,
    headersTimeout: 10_000,
    bodyTimeout: 10_000,
    // What is said at once goes over one connection; a thousand that wait for more would be 80 MB.
    keepAliveTimeout: 5_000,
    keepAliveMaxTimeout: 60_000,
  })

  async function request(address: string, outgoing: Outgoing = {}): Promise<Answer> {
    const started = options.now()
    const method = outgoing.method ?? 'GET'
    const deadline = startDeadline(outgoing.deadlineMs ?? (method === 'POST' ? 10_000 : 30_000))
    try {
      return await follow(address, method, outgoing, (url) => send(url, method, outgoing, deadline))
    } catch (error) {
      if (error instanceof FetchFault) {
        const url = outgoing.confidential === true ? URL.parse(address)?.origin : address
        options.log.debug({ url, fault: error.kind, ms: options.now() - started }, error.message)
      }
      throw error
    } finally {
      deadline.clear()
    }
  }

  async function follow(
    address: string,
    method: Method,
    { withinOrigin = false }: Outgoing,
    ask: (url: URL) => Promise<Answer>,
  ): Promise<Answer> {
    const gate = { allowHosts, ownHost: options.ownHost() }
    let url = checkUrl(address, gate)
    const asked = new Set<string>()
    for (;;) {
      asked.add(url.href)
      if (method === 'GET' && (await options.isBlocked?.(hostKey(url) ?? '')) === true)
        throw new FetchFault('blocked', `${url.host} is blocked.`)
      const answer = await ask(url)
      const location = redirection(answer)
      // A POST that followed would hand a signed activity to a stranger.
      if (location === null || method === 'POST') return answer
      if (asked.size > maxRedirects) throw new FetchFault('redirect', 'More than three redirects.')
      const next = checkUrl(URL.parse(location, url.href) ?? location, gate)
      if (next.protocol !== url.protocol) throw new FetchFault('redirect', 'A redirect to another scheme.')
      if (withinOrigin && next.origin !== url.origin)
        throw new FetchFault('redirect', 'A redirect to another origin.')
      if (asked.has(next.href)) throw new FetchFault('redirect', 'A redirect that leads back.')
      url = next
    }
  }

  async function send(url: URL, method: Method, outgoing: Outgoing, deadline: Deadline): Promise<Answer> {
    const body = outgoing.body ?? null
    const proof = outgoing.sign === undefined ? {} : await outgoing.sign(url.href, method, body)
    const headers = {
      'user-agent': options.userAgent,
      accept: outgoing.accept ?? '*/*',
      'accept-encoding': method === 'GET' ? 'gzip, br' : 'identity',
      ...outgoing.headers,
      ...proof,
    }
    const target = { origin: url.origin, path: `${url.pathname}${url.search}` }
    try {
      // undici heeds the signal only once a socket is there; the deadline counts while waiting for one too.
      const response = await Promise.race([
        deadline.passed,
        agent.request({ ...target, method, headers, body, signal: deadline.signal }),
      ])
      const head = { status: response.statusCode, headers: headerMap(response), url: url.href }
      return { ...head, body: await bodyOf(method, head, response, outgoing.maxBytes ?? 1_000_000) }
    } catch (error) {
      throw faultOf(error)
    }
  }

  return { request, close: () => agent.destroy() }
}

/** What a POST is answered matters little beyond its status: nothing in the body may turn a success into a failure. */
async function bodyOf(
  method: Method,
  head: Omit<Answer, 'body'>,
  response: Dispatcher.ResponseData,
  maxBytes: number,
): Promise<Buffer> {
  if (method === 'POST' || redirection(head) !== null) return readSome(response.body, 16_384)
  return decodedBody(await readUpTo(response.body, head.headers, maxBytes), head.headers, maxBytes)
}

function redirection({ status, headers }: Omit<Answer, 'body'>): string | null {
  return [301, 302, 303, 307, 308].includes(status) ? (headers.get('location') ?? null) : null
}

function headerMap({ headers }: Dispatcher.ResponseData): ReadonlyMap<string, string> {
  const map = new Map<string, string>()
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) map.set(name, typeof value === 'string' ? value : value.join(', '))
  return map
}

const kindOfCode: Readonly<Record<string, FetchFault['kind']>> = {
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  ETIMEDOUT: 'timeout',
  UND_ERR_HEADERS_OVERFLOW: 'too-large',
  UND_ERR_DESTROYED: 'closed',
  UND_ERR_CLOSED: 'closed',
}

function faultOf(error: unknown): FetchFault {
  if (error instanceof FetchFault) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return new FetchFault(kindOfCode[code] ?? 'network', `The other server could not be reached (${code}).`, {
    cause: error,
  })
}
