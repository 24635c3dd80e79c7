import { z } from 'zod'

/** From where a map with streets takes its pictures, and whose they are. */
export interface Tiles {
  /** `https://tiles.example/{z}/{x}/{y}.png` */
  url: string
  credit: string
  /** What a page must be allowed to show. */
  origin: string
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * An address of tiles: https, or http on this very machine; one host, which the policy of a page can name; and each of
 * the three numbers in the path or the question, so that it is they alone that change.
 */
export function tilesAt(template: string): URL | null {
  if (/[\s"'<>\\;,]/.test(template)) return null
  const [z, x, y] = ['{z}', '{x}', '{y}'].map((part) => template.split(part).length - 1)
  if (z !== 1 || x !== 1 || y !== 1) return null
  const filled = template.replace('{z}', '0').replace('{x}', '0').replace('{y}', '0')
  const url = URL.parse(filled)
  if (url === null || /[{}]/.test(filled) || url.username !== '' || url.password !== '') return null
  if (!template.startsWith(`${url.origin}/`)) return null
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname)) ? url : null
}

export const tilesInput = z
  .string()
  .trim()
  .max(500)
  .refine((template) => template === '' || tilesAt(template) !== null, 'tiles')

/** Null: the administrator named none, and no page shows a map with streets. */
export function tilesOf({ tiles, tilesCredit }: { tiles: string; tilesCredit: string }): Tiles | null {
  const url = tiles === '' ? null : tilesAt(tiles)
  return url === null ? null : { url: tiles, credit: tilesCredit, origin: url.origin }
}
