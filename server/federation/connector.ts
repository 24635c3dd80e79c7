import type { LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { buildConnector } from 'undici'
import { endpointOf, hostKey, isGlobalUnicast } from './address.ts'
import { FetchFault } from './fetch-fault.ts'

/** What may be called, and the names of those exempt (tests and local demos). */
export interface Gate {
  /** Exact `host:port` pairs. */
  allowHosts: readonly string[]
  /** The hub's own host, as `hostKey` writes it: it never calls itself. */
  ownHost: string | null
}

/**
 * Reads an address and refuses those that are never called, before anything is resolved: only https on port 443, no
 * credentials, no IP literal, not ourselves. https://nvd.nist.gov/vuln/detail/CVE-2024-39687
 */
export function checkUrl(address: string | URL, gate: Gate): URL {
  const url = URL.parse(String(address))
  if (url === null) throw new FetchFault('url', 'This is not an address.')
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new FetchFault('scheme', `${url.protocol} is not a way to reach a server.`)
  if (url.username !== '' || url.password !== '')
    throw new FetchFault('url', 'An address with a user or password is not followed.')
  if (hostKey(url) === null) throw new FetchFault('url', 'This address has no host.')
  if (gate.ownHost !== null && hostKey(url) === gate.ownHost)
    throw new FetchFault('own-host', 'The hub does not call itself.')
  url.hash = ''
  if (gate.allowHosts.includes(endpointOf(url))) return url
  if (isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0)
    throw new FetchFault('refused-address', `${url.hostname} is a bare address.`)
  if (url.protocol !== 'https:') throw new FetchFault('scheme', `${url.host} is offered without https.`)
  if (url.port !== '') throw new FetchFault('port', `${url.host} is not on the port of https.`)
  return url
}

/**
 * Opens sockets for undici. A name is resolved once, every address it leads to is checked, and the socket goes to one
 * of these very addresses: a second answer of the name server is never asked for, so it cannot differ (rebinding).
 * undici calls no `lookup` for an IP literal, so literals are checked here too.
 */
export function createConnector(options: {
  lookup: LookupFunction
  allowHosts: readonly string[]
  connectMs: number
}): buildConnector.connector {
  // HTTP/1.1 only: its header and body limits are the ones we have tested.
  const common = { timeout: options.connectMs, allowH2: false }
  const open = buildConnector({ ...common, lookup: options.lookup })
  const guarded = buildConnector({ ...common, lookup: guardedLookup(options.lookup) })
  return function connect(target, callback) {
    if (options.allowHosts.includes(endpointOfTarget(target))) return open(target, callback)
    if (isIP(target.hostname) !== 0) return callback(refusedAddress(target.hostname), null)
    return guarded(target, callback)
  }
}

/** One private address among public ones refuses the name: an honest host has no reason to publish it. */
function guardedLookup(lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found, family) => {
      if (error !== null) return callback(error, [])
      const addresses: LookupAddress[] =
        typeof found === 'string' ? [{ address: found, family: family ?? isIP(found) }] : found
      const [first] = addresses
      if (first === undefined) return callback(new Error(`${hostname} leads to no address.`), [])
      if (!addresses.every(({ address }) => isGlobalUnicast(address)))
        return callback(refusedAddress(hostname), [])
      if (options.all === true) return callback(null, addresses)
      return callback(null, first.address, first.family)
    })
  }
}

function endpointOfTarget({ hostname, port, protocol }: buildConnector.Options): string {
  const name = hostname.includes(':') ? `[${hostname}]` : hostname.replace(/\.+$/, '')
  return `${name}:${port === '' ? (protocol === 'http:' ? '80' : '443') : port}`
}

function refusedAddress(host: string): FetchFault {
  return new FetchFault(
    'refused-address',
    `${host} is a bare address, or leads into a private or reserved network.`,
  )
}
