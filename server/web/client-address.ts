import { getConnInfo } from '@hono/node-server/conninfo'
import ipaddr from 'ipaddr.js'
import type { Config } from '../config.ts'
import type { Ctx } from './env.ts'

/** Who asks, as far as it can be known: what is counted against an address is counted here. */
export const addressOf = (config: Pick<Config, 'trustedProxies'>, c: Ctx): string =>
  clientAddress(socketAddress(c), c.req.header('x-forwarded-for'), config.trustedProxies)

/**
 * Each proxy adds, at the right, the address it was called from; anything further left may be invented. So
 * the client is the right-most hop that is not a proxy of ours
 * (https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/X-Forwarded-For#selecting_an_ip_address).
 */
export function clientAddress(
  socket: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: readonly string[],
): string {
  const hops = [...(forwardedFor?.split(',').slice(-20) ?? []), socket ?? ''].map(parsed)
  let known: Address | undefined
  for (const hop of hops.toReversed()) {
    if (hop === undefined) break
    known = hop
    if (!trustedProxies.some((range) => inRange(hop, range))) break
  }
  return known === undefined ? 'unknown' : groupOf(known)
}

type Address = ReturnType<typeof ipaddr.process>

/** IPv4 written as IPv6 is IPv4 again. */
function parsed(text: string): Address | undefined {
  const bare = text.trim()
  return ipaddr.isValid(bare) ? ipaddr.process(bare) : undefined
}

function inRange(address: Address, text: string): boolean {
  const range = ranges.get(text) ?? read(text)
  ranges.set(text, range)
  return address.kind() === range[0].kind() && address.match(...range)
}

/** As `TRUSTED_PROXIES` writes them: the same few texts at every request. */
const ranges = new Map<string, [Address, number]>()

const read = (range: string): [Address, number] =>
  range.includes('/') ? ipaddr.parseCIDR(range) : single(range)

const single = (text: string): [Address, number] => {
  const address = ipaddr.parse(text)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}

/** One IPv6 customer owns at least a /64: counting single addresses would count nothing. */
const groupOf = (address: Address): string =>
  address.kind() === 'ipv4'
    ? address.toString()
    : ipaddr.IPv6.networkAddressFromCIDR(`${address.toString()}/64`).toString()

/** There is no socket where a request is handed to the application directly. */
function socketAddress(c: Ctx): string | undefined {
  try {
    return getConnInfo(c).remote.address
  } catch {
    return undefined
  }
}
