import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { holdsTag } from '../text/held-tag.ts'
import type { JsonObject } from './json-object.ts'

/**
 * Exactly `application/activity+json`: Lemmy compares the text. Cacheable for a few minutes by anyone, with a tag
 * for those who ask again; nothing here depends on who asks. What is `passing` may be otherwise a moment later, by what no
 * cache sees.
 */
export function activityJson(
  c: Context,
  document: JsonObject,
  status: 200 | 410 = 200,
  passing = false,
): Response {
  const body = JSON.stringify(document)
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  c.header('ETag', etag)
  c.header('Vary', 'Accept, Signature')
  const kept = status === 200 ? 'public, max-age=180' : 'public, max-age=60'
  c.header('Cache-Control', passing ? 'no-store' : kept)
  if (status === 200 && holdsTag(c.req.raw.headers, etag)) return c.body(null, 304)
  return c.body(body, status, { 'Content-Type': 'application/activity+json' })
}

export const json = (c: Context, type: string, document: unknown): Response => {
  c.header('Access-Control-Allow-Origin', '*')
  c.header('Cache-Control', 'public, max-age=300')
  return c.body(JSON.stringify(document), 200, { 'Content-Type': type })
}
