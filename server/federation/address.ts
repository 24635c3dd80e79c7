import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { bareName, hostKey, webUrl } from '../text/host.ts'

export { hostKey } from '../text/host.ts'

/** The whole of IPv6 that IANA gives out as global unicast; mapped, compatible and NAT64 forms lie outside. */
const globalIPv6 = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether an address may be called by a server that must not be led into its own network.
 * An IPv6 address that carries an IPv4 one (mapped, compatible, NAT64, 6to4, Teredo) is refused whole: what
 * stands inside could be private, and nobody publishes a server that way.
 * https://www.iana.org/assignments/iana-ipv6-special-registry/
 */
export function isGlobalUnicast(address: string): boolean {
  // The parser of ipaddr.js also reads `0x7f.1`; a resolver never answers so.
  if (isIP(address) === 0 || address.includes('%')) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed.kind() === 'ipv4' || ipaddr.IPv6.parse(address).match(globalIPv6)
}

/** `host:port` with the port always written, as FEDERATION_ALLOW_HOSTS has it. */
export function endpointOf(url: URL): string {
  return `${bareName(url)}:${url.port === '' ? (url.protocol === 'http:' ? '80' : '443') : url.port}`
}

/** Same scheme, host and port, however they are spelled. An address that cannot be read has no origin. */
export function sameOrigin(a: string | URL, b: string | URL): boolean {
  const [left, right] = [webUrl(a), webUrl(b)]
  if (left === null || right === null || left.protocol !== right.protocol) return false
  const key = hostKey(left)
  return key !== null && key === hostKey(right)
}
