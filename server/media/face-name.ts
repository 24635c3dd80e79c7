import { createHash } from 'node:crypto'

/**
 * The name of an actor's picture: the number of its row, and a mark of the address that the row holds. Another picture
 * has another name, so browsers may keep this one; and nobody asks for a picture that no page has named.
 */
export const faceName = (n: number, url: string): string =>
  `${n}-${createHash('sha256').update(url).digest('hex').slice(0, 16)}`

export const facePath = (n: number, url: string): string => `/media/a/${faceName(n, url)}.webp`

/** Its number; null: no name of ours. */
export function actorIn(name: string): number | null {
  const [, n] = /^([1-9][0-9]{0,14})-[0-9a-f]{16}$/.exec(name) ?? []
  return n === undefined ? null : Number(n)
}
