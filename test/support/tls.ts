import dns from 'node:dns'
import type { LookupFunction } from 'node:net'
import { certify, trust } from './authority.ts'
import { openSite, type Certificate, type Site } from './site.ts'

// As on the open network: names, handles and certificates. Only the names lead to this machine.

const { lookup } = dns

/** Names that end in `.test` are this machine; all others are what they are. */
export const home: LookupFunction = (name, options, callback) => {
  if (!name.endsWith('.test')) return lookup(name, options, callback)
  const found = { address: '127.0.0.1', family: 4 }
  if (options.all === true) callback(null, [found])
  else callback(null, found.address, found.family)
}

/** Also for software in this process that asks for names by itself. */
export const homeForAll = (): void => void Object.assign(dns, { lookup: home })

/** Made once for the same names: a client that has asked already does not learn whom to believe anew. */
const certificates = new Map<string, Certificate>()

/** Sites over TLS, which this process believes. */
export async function openTlsSites<Names extends [string, string, ...string[]]>(
  ...names: Names
): Promise<{ readonly [At in keyof Names]: Site }> {
  const tls = certificates.get(names.join()) ?? certify(...names)
  if (!certificates.has(names.join())) trust(tls)
  certificates.set(names.join(), tls)
  const sites = await Promise.all(names.map((name) => openSite({ tls, name })))
  return sites as { readonly [At in keyof Names]: Site }
}
