import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { connectionsPerAddress } from '../../server/connections.ts'
import { openMachine, type Machine, type RunningServer } from '../support/processes.ts'
import { until } from '../support/until.ts'

// A whole server, as people run it, and clients that take their time. They come from addresses of their own: behind a
// proxy of the machine it would be for the proxy to count them.

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let machine: Machine
let server: RunningServer
let port: number
const sockets = new Set<Socket>()
beforeAll(async () => {
  machine = await openMachine()
  server = await machine.serve({ TRUSTED_PROXIES: '10.0.0.0/8' })
  port = Number(new URL(server.url).port)
})
afterAll(async () => {
  for (const socket of sockets) socket.destroy()
  await machine?.clear()
})

/** A client at `127.0.0.<from>`, which says something, and then a letter a second. */
function dripping(from: number, start: string): Socket {
  const socket = connect({ port, host: '127.0.0.1', localAddress: `127.0.0.${from}` })
  socket.on('error', () => undefined)
  socket.write(start)
  const drip = setInterval(() => socket.write('a'), 1_000)
  socket.once('close', () => {
    clearInterval(drip)
    sockets.delete(socket)
  })
  socket.resume()
  sockets.add(socket)
  return socket
}
const many = (count: number, from: number, start: string) =>
  Array.from({ length: count }, () => dripping(from, start))

const isAlive = async (): Promise<boolean> => (await fetch(`${server.url}/healthz`)).status === 200

/** In kilobytes; null where the system does not tell. */
function memory(): number | null {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1] ?? 0)
  } catch {
    return null
  }
}

test('one address may have so many connections open, and takes nothing from another by that', async () => {
  const greedy = many(connectionsPerAddress + 60, 9, 'GET / HTTP/1.1\r\nhost: x\r\nx-slow: ')
  await until('those beyond the limit are closed', () => greedy.filter(({ closed }) => closed).length >= 60)
  // The others are slow, but not yet too slow.
  expect(greedy.filter(({ closed }) => !closed).length).toBe(connectionsPerAddress)
  expect(await isAlive()).toBe(true)
  for (const socket of greedy) socket.destroy()
})

test('a thousand slow heads and two hundred slow bodies hold nobody up, take little, and are shown out', async () => {
  const before = memory()
  for (let from = 11; from <= 15; from++) many(200, from, 'GET / HTTP/1.1\r\nhost: x\r\nx-slow: ')
  const body =
    'POST /ap/inbox HTTP/1.1\r\nhost: x\r\ncontent-type: application/activity+json\r\ncontent-length: 9999'
  many(200, 16, `${body}\r\n\r\n`)
  await until('all are connected', () => [...sockets].every(({ connecting }) => !connecting))
  for (let page = 0; page < 50; page++) expect(await isAlive()).toBe(true)
  const during = memory()
  if (before !== null && during !== null) expect(during - before).toBeLessThan(64_000)
  // Ten seconds for a head and thirty for a body, looked at every five; a busy machine takes longer.
  await until('every slow client is shown out', () => sockets.size === 0, 90_000)
  expect(await isAlive()).toBe(true)
})
