import { Refusal } from '../../refusal.ts'
import { holdsTag } from '../../text/held-tag.ts'
import type { Ctx } from '../env.ts'

/** A picture that we draw, by an address that changes with it: its mark, or the beginning of it, is its `v`. */
export async function drawnPicture(
  c: Ctx,
  mark: string,
  draw: () => Promise<Uint8Array<ArrayBuffer> | null>,
): Promise<Response> {
  const etag = `"${mark}"`
  const headers = {
    ETag: etag,
    // By an address that is no longer the page's it is the newest one too, but is not kept for long.
    'Cache-Control': `public, max-age=${etag.startsWith(`"${c.req.query('v') || '-'}`) ? 604_800 : 300}`,
  }
  if (holdsTag(c.req.raw.headers, etag)) return c.body(null, 304, headers)
  const picture = await draw()
  if (picture === null) throw new Refusal('unavailable', 'This image could not be drawn.', { retryAfter: 60 })
  return c.body(picture, 200, { ...headers, ...asPicture(picture) })
}

/** Never a page, should a browser take the bytes for one. */
export const asPicture = ({ byteLength }: Uint8Array): Record<string, string> => ({
  'Content-Type': 'image/png',
  'Content-Length': String(byteLength),
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'cross-origin',
})
