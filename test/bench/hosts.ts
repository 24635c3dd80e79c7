import { once } from 'node:events'
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer, type Server, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'

/** A POST that reached a simulated host. */
interface Arrival {
  /** `host:port`. */
  host: string
  id: string
  type: string
  at: number
}

/** Servers of followers: a listener each, on a loopback address of its own. */
export interface Hosts {
  living: readonly string[]
  /** They accept a connection and never answer. */
  dead: readonly string[]
  arrivals(): readonly Arrival[]
  forget(): void
  close(): Promise<void>
}

/** `network` is the second number of the addresses, so that two sets never meet: 127.11.0.1, 127.11.0.2 … */
export async function openHosts(set: {
  network: number
  port: number
  count: number
  deadEvery?: number
}): Promise<Hosts> {
  let arrivals: Arrival[] = []
  const sockets = new Set<Socket>()
  const http = createHttp((request, response) => void receive(request, response))
  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { localAddress, localPort } = request.socket
    const { id, type } = named(JSON.parse(await text(request)))
    arrivals.push({ host: `${localAddress}:${localPort}`, id, type, at: performance.now() })
    response.writeHead(202).end()
  }
  const isDead = (index: number): boolean => set.deadEvery !== undefined && index % set.deadEvery === 0
  const listeners = await Promise.all(
    Array.from({ length: set.count }, async (_, index) => {
      const address = `127.${set.network}.${(index + 1) >> 8}.${(index + 1) & 255}`
      const listener = createServer((socket) => {
        sockets.add(socket)
        socket.once('close', () => sockets.delete(socket))
        if (isDead(index)) socket.on('error', () => undefined)
        else http.emit('connection', socket)
      })
      listener.listen(set.port, address)
      await once(listener, 'listening')
      return { listener, host: `${address}:${set.port}`, dead: isDead(index) }
    }),
  )
  const named_ = (dead: boolean): string[] =>
    listeners.filter((one) => one.dead === dead).map(({ host }) => host)
  return {
    living: named_(false),
    dead: named_(true),
    arrivals: () => arrivals,
    forget: () => {
      arrivals = []
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await Promise.all(listeners.map(({ listener }) => closed(listener)))
    },
  }
}

const closed = (listener: Server): Promise<void> => new Promise((resolve) => listener.close(() => resolve()))

function named(value: unknown): { id: string; type: string } {
  const { id, type } = Object(value)
  return { id: String(id), type: String(type) }
}
