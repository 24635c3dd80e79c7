import type { Context, Next } from 'hono'
import { addressOf } from '../web/client-address.ts'
import { isOurs } from './addresses.ts'
import { claimedSigner, isBlocked } from './blocked.ts'
import type { Doors, Turned } from './doors.ts'
import { signerOf } from './signer.ts'

/**
 * Who may read what is under /ap. Whoever is blocked reads nothing under their own name (rule 21, CVE-2026-23961). If
 * the administrator has it so, or the hub speaks with chosen hosts alone, a request must be signed: then nobody reads
 * under no name. Actors stay open to all,
 * since they hold the keys by which what we send, and what we ask, is verified: two servers that both ask for
 * signatures would wait for each other, or ask each other without end (interop.md §1.1, §8).
 */
export async function readers(doors: Doors, c: Context, next: Next): Promise<Response | void> {
  const { deps } = doors
  const claimed = claimedSigner(c.req.raw.headers)
  if (claimed !== null && (await isBlocked(deps.db, claimed)))
    return turn(c, { status: 403, reason: 'blocked' })
  const { readers: asked, federation } = deps.hub.settings
  if ((asked === 'everyone' && federation === 'open') || actorPath.test(c.req.path)) return next()
  const turned = await unsigned(doors, c)
  if (turned !== null) {
    deps.log.debug(turned, 'a reader was turned away')
    return turn(c, turned)
  }
  await next()
  // A cache between us would hand it on to those who signed nothing.
  const kept = c.res.headers.get('cache-control')
  if (kept !== null) c.header('Cache-Control', kept.replace(/^public\b/, 'private'))
}

const actorPath = /^\/ap\/actors\/[^/]+$/

/** Their key may be asked for, once, by a request that our open instance actor signs: it ends there. */
async function unsigned(doors: Doors, c: Context): Promise<Turned | null> {
  const { deps, gate, keys } = doors
  const wait = await gate.address(addressOf(deps.config, c))
  if (wait > 0) return { status: 429, reason: 'address', retryAfter: wait }
  const { method, url, raw } = c.req
  const request = { method, url, headers: raw.headers, rawBody: Buffer.alloc(0) }
  const signed = await signerOf(doors, request, (keyId) => !isOurs(deps.hub.origin, keyId))
  if ('status' in signed) return signed
  if (await isBlocked(deps.db, signed.key.owner)) return { status: 403, reason: 'blocked' }
  // Known from now on, if there is room: who reads often is not asked for their key again.
  await keys.keep(signed.key)
  return null
}

function turn(c: Context, { status, retryAfter }: Turned): Response {
  if (retryAfter !== undefined) c.header('Retry-After', String(retryAfter))
  return c.body(null, status, { 'Cache-Control': 'no-store', Vary: 'Accept, Signature' })
}
