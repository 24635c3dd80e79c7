import { hash } from 'node:crypto'

/** `Digest`, which all of the fediverse reads. https://www.rfc-editor.org/rfc/rfc3230 */
export function digestOf(body: Uint8Array): string {
  return `SHA-256=${hash('sha256', body, 'base64')}`
}

/** `Content-Digest`, its successor. https://www.rfc-editor.org/rfc/rfc9530 */
export function contentDigestOf(body: Uint8Array): string {
  return `sha-256=:${hash('sha256', body, 'base64')}:`
}

/** True when a SHA-256 is there and every digest listed is right: of two that disagree, none is believed. */
export function verifyDigest(header: string, body: Uint8Array): boolean {
  return allRight(header, /^([A-Za-z0-9-]+)=([A-Za-z0-9+/]+={0,2})$/, body)
}

export function verifyContentDigest(header: string, body: Uint8Array): boolean {
  return allRight(header, /^([a-z0-9-]+)=:([A-Za-z0-9+/]+={0,2}):$/, body)
}

function allRight(header: string, shape: RegExp, body: Uint8Array): boolean {
  const algorithms = new Set<string>()
  for (const item of header.split(',')) {
    const [, name = '', value] = shape.exec(item.trim()) ?? []
    const algorithm = name.toLowerCase()
    // An algorithm that we cannot check is a digest that we cannot believe.
    if (algorithm !== 'sha-256' && algorithm !== 'sha-512') return false
    if (value !== hash(algorithm.replace('-', ''), body, 'base64')) return false
    algorithms.add(algorithm)
  }
  return algorithms.has('sha-256')
}
