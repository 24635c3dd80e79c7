import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'

/** One thing that one host was told. */
export interface Arrival {
  host: string
  id: string
  type: string
  objectId: string
}

export interface Neighbours {
  living: readonly string[]
  /** One that always answers 503, and one that nobody answers for. */
  failing: readonly string[]
  arrivals: readonly Arrival[]
  close(): Promise<void>
}

const activity = z.object({
  id: z.string(),
  type: z.string(),
  object: z
    .union([z.string(), z.object({ id: z.string() })])
    .transform((value) => (typeof value === 'string' ? value : value.id)),
})

/** Servers of other people, each on a port of its own, that write down what they are told and take their time. */
export async function openNeighbours(count: number): Promise<Neighbours> {
  const arrivals: Arrival[] = []
  const living = await Promise.all(
    Array.from({ length: count }, () =>
      listen(async (host, body) => {
        const { id, type, object } = activity.parse(JSON.parse(body))
        arrivals.push({ host, id, type, objectId: object })
        await pause(5 + Math.random() * 40)
        return 202
      }),
    ),
  )
  const broken = await listen(async () => 503)
  const gone = await listen(async () => 202)
  await gone.close()
  return {
    living: living.map(({ host }) => host),
    failing: [broken.host, gone.host],
    arrivals,
    close: async () => {
      await Promise.all([...living, broken].map((each) => each.close()))
    },
  }
}

async function listen(
  answer: (host: string, body: string) => Promise<number>,
): Promise<{ host: string; close(): Promise<void> }> {
  const server: Server = createServer((request, response) => {
    text(request)
      .then((body) => answer(host, body))
      .then(
        (status) => response.writeHead(status).end(),
        () => response.destroy(),
      )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  return {
    host,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
