import type { Server } from 'node:http'
import { BlockList, isIPv6 } from 'node:net'
import { clientAddress } from './web/client-address.ts'

/** Enough for an office behind one address; what slow or greedy clients cannot go past. */
export const connectionsPerAddress = 200

/** Node's own limits are 60 and 300 seconds: long enough for a thousand slow clients to fill a small machine. */
export const timeouts = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 5_000,
} as const

/** Counts open sockets by address. Proxies speak for many, and are not counted. */
export function capConnections(server: Server, trustedProxies: readonly string[]): void {
  const proxies = blockList(trustedProxies)
  const open = new Map<string, number>()
  server.on('connection', (socket) => {
    const { remoteAddress = '' } = socket
    if (proxies.check(remoteAddress, isIPv6(remoteAddress) ? 'ipv6' : 'ipv4')) return
    const address = clientAddress(remoteAddress, undefined, [])
    const count = (open.get(address) ?? 0) + 1
    if (count > connectionsPerAddress) {
      socket.destroy()
      return
    }
    open.set(address, count)
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1
      if (left === 0) open.delete(address)
      else open.set(address, left)
    })
  })
}

/** `config.ts` has already refused what is no range. */
function blockList(ranges: readonly string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', bits] = range.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}

/**
 * Takes no new connection and lets what is under way end, for `deadline` milliseconds at most. Kept-alive connections
 * fall idle one after another, so they are looked for again and again.
 */
export async function drain(server: Server, deadline: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const late = setTimeout(() => server.closeAllConnections(), deadline)
  await closed
  clearInterval(idle)
  clearTimeout(late)
}
