// How hosts and addresses are spelled. Pure: blocks, origins and rate limits all compare by these.

/**
 * The one spelling of a host, for blocks and origins: lower case, punycode, no trailing dot, and the port when it
 * is not the scheme's own (FEP-fe34). Null when the text is not an http(s) address.
 */
export function hostKey(url: string | URL): string | null {
  const parsed = webUrl(url)
  if (parsed === null) return null
  const name = bareName(parsed)
  if (name === '') return null
  return parsed.port === '' ? name : `${name}:${parsed.port}`
}

/** A host as people write it: `Evil.Test.`, `*.evil.test`, `@x@evil.test`, or a whole address. */
export function hostNamed(text: string): string | null {
  const typed = text.trim().replace(/^\*\./, '')
  if (/\s/.test(typed)) return null
  if (/^https?:\/\//i.test(typed)) return hostKey(typed)
  const host = typed.includes('@') ? (typed.split('@').at(-1) ?? '') : typed
  return /^[^/?#\\]+$/.test(host) ? hostKey(`https://${host}`) : null
}

/** An address with its host in the one spelling; what cannot be read stays as it is. */
export function addressKey(iri: string): string {
  const parsed = webUrl(iri)
  if (parsed === null) return iri
  const host = hostKey(parsed)
  return host === null ? iri : `${parsed.protocol}//${host}${parsed.pathname}${parsed.search}${parsed.hash}`
}

/**
 * `a.b.example:8443` → itself, then `a.b.example`, `b.example`, `example`. Of a name with more labels than any can have
 * (https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4) the last are enough: who invents one costs us no more.
 */
export function domainsOf(host: string): string[] {
  const name = host.replace(/:\d+$/, '')
  const labels = name.split('.').slice(-127)
  return [...new Set([host, ...labels.map((_, position) => labels.slice(position).join('.'))])]
}

/** Null unless it leads to the web. */
export function webUrl(url: string | URL): URL | null {
  const parsed = URL.parse(String(url))
  return parsed !== null && (parsed.protocol === 'https:' || parsed.protocol === 'http:') ? parsed : null
}

// `URL` has already lowered, decoded and punycoded; it keeps trailing dots.
export function bareName(url: URL): string {
  return url.hostname.replace(/\.+$/, '')
}
