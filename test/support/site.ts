import { createServer, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'

/** A free port of this machine that already listens: its address must be known before a hub can be built on it. */
export interface Site {
  port: number
  /** `127.0.0.1:40123`, or the name given. */
  host: string
  origin: string
  answer(listener: RequestListener): void
  /** While true, whoever comes is answered 503. */
  broken: boolean
  close(): Promise<void>
}

export interface Certificate {
  key: string
  cert: string
}

/** Until someone answers there, it says 503: a neighbour that is starting. */
export async function openSite(options: { name?: string; tls?: Certificate } = {}): Promise<Site> {
  const outOfOrder: RequestListener = (_, response) => void response.writeHead(503).end()
  let answer = outOfOrder
  const listener: RequestListener = (request, response) =>
    site.broken ? outOfOrder(request, response) : answer(request, response)
  const server = options.tls === undefined ? createServer(listener) : createTlsServer(options.tls, listener)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The site has no port.')
  const host = `${options.name ?? '127.0.0.1'}:${address.port}`
  const site: Site = {
    port: address.port,
    host,
    origin: `${options.tls === undefined ? 'http' : 'https'}://${host}`,
    broken: false,
    answer: (given) => void (answer = given),
    close: async () => {
      server.closeAllConnections()
      // Closed twice is closed.
      await new Promise((done) => server.close(done))
    },
  }
  return site
}
