import { Pool } from 'undici'
import type { Measured } from './process.ts'

export interface Ask {
  path: string
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: Buffer
}

/** What a load cost the server. */
export interface Cost {
  /** Processor time of the server for each request, in microseconds. */
  cpu: number
  /** Requests a second. */
  rate: number
  count: number
  /** Milliseconds, in the order they came. */
  latencies: number[]
}

export const connections = 32

/** Until `seconds` have passed or `next` has no more, each connection asks as soon as it is answered. */
export async function load(
  server: Measured,
  next: () => Ask | undefined,
  options: { seconds?: number; status: number; connections?: number },
): Promise<Cost> {
  const lines = options.connections ?? connections
  const pool = new Pool(server.url, { connections: lines, pipelining: 1 })
  const latencies: number[] = []
  const before = server.cpu()
  const began = performance.now()
  const end = began + (options.seconds ?? 60) * 1000
  const line = async (): Promise<void> => {
    for (let ask = next(); ask !== undefined; ask = performance.now() < end ? next() : undefined) {
      const asked = performance.now()
      const answer = await pool.request({ method: 'GET', ...ask })
      await answer.body.dump()
      if (answer.statusCode !== options.status)
        throw new Error(`${ask.path} answered ${answer.statusCode} instead of ${options.status}.`)
      latencies.push(performance.now() - asked)
    }
  }
  await Promise.all(Array.from({ length: lines }, line))
  const seconds = (performance.now() - began) / 1000
  const cpu = (server.cpu() - before) / latencies.length
  await pool.close()
  return { cpu, rate: latencies.length / seconds, count: latencies.length, latencies }
}

/** The same request again and again, after a while of it that is not counted. */
export async function repeat(
  server: Measured,
  ask: Ask,
  options: { seconds: number; status?: number },
): Promise<Cost> {
  const status = options.status ?? 200
  await load(server, () => ask, { seconds: options.seconds / 2, status })
  return load(server, () => ask, { seconds: options.seconds, status })
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN
}

export const median = (values: readonly number[]): number => {
  const low = quantile(values, 0.5)
  return values.length % 2 === 1 ? low : (low + quantile(values, 0.5 - 1 / values.length)) / 2
}
