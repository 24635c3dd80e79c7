import { createHash } from 'node:crypto'
import { createMiddleware } from 'hono/factory'
import type { Deps } from '../../deps.ts'
import { kinds } from '../../kinds/index.ts'
import { holdsTag } from '../../text/held-tag.ts'
import type { Ctx, Env } from '../env.ts'
import { editablePages } from '../footer-pages.ts'
import { isWorthPacking, packed, readsGzip, type Bytes } from './packing.ts'

interface Form {
  body: Bytes
  headers: Record<string, string>
}

interface Kept extends Form {
  /** Compressed, once somebody asked who can read it; null: not worth it. */
  packed: (() => Promise<Form>) | null
}

const most = { answers: 500, bytes: 16_000_000, each: 512_000, address: 500 }

/**
 * What everybody is answered alike, the catalogue's pages and the documents of actors and objects, is kept until
 * something is written, and for a minute: deadlines pass. It stands before all else, so that a crowd costs little.
 * Who brings a cookie, a token or a signature is somebody, and is answered as such.
 */
export const keptAnswers = ({ db, hub, now }: Deps) => {
  let kept = new Map<string, Kept>()
  let bytes = 0
  let seen: readonly unknown[] = []

  /** Settings are read anew by a command's end, a moment after it: their object tells. */
  function isCurrent(): boolean {
    const current = [db.version(), hub.settings, Math.floor(now() / 60_000)]
    if (current.every((part, position) => part === seen[position])) return true
    seen = current
    kept = new Map()
    bytes = 0
    return false
  }

  function keep(key: string, answer: Kept): void {
    kept.set(key, answer)
    bytes += answer.body.byteLength
    for (const [oldest, { body }] of kept) {
      if (kept.size <= most.answers && bytes <= most.bytes) return
      kept.delete(oldest)
      bytes -= body.byteLength
    }
  }

  return createMiddleware<Env>(async (c, next) => {
    const key = keyOf(c)
    if (key === null) return next()
    isCurrent()
    const known = kept.get(key)
    if (known !== undefined) return answer(c, known)
    const before = seen
    await next()
    if (!isForAll(c.res)) return
    const fresh = await read(c.res)
    // Rendered from what was there before a command: right for the one who asked, old for the next.
    if (isCurrent() && seen === before && fresh.body.byteLength <= most.each) keep(key, fresh)
    // Without the answer that was there, or its headers would be laid over these.
    c.res = undefined
    c.res = await answer(c, fresh)
  })
}

/** Lists and entries, what else belongs to all, and ActivityPub's. A form for one person is at none of these. */
const paths = new RegExp(
  `^/(?:$|recherche(?:/suggestions|/carte)?$|embed/|etiquettes/|${editablePages.map(({ path }) => `${path.slice(1)}$`).join('|')}|ap/(?:actors|objects|activities)/|\\.well-known/|(?:${kinds.map(({ path }) => path.slice(1)).join('|')})(?:[./]|$))`,
)

const personal = ['cookie', 'authorization', 'signature', 'signature-input', 'range']
const heeded = ['accept', 'accept-language', 'hx-request', 'hx-request-type']

function keyOf(c: Ctx): string | null {
  if (c.req.method !== 'GET' || !paths.test(c.req.path)) return null
  if (personal.some((name) => c.req.header(name) !== undefined)) return null
  const key = [c.req.url, ...heeded.map((name) => c.req.header(name) ?? '')].join('\n')
  return key.length > most.address ? null : key
}

const isForAll = ({ status, headers }: Response): boolean =>
  status === 200 &&
  (headers.get('cache-control') ?? '').startsWith('public') &&
  !headers.has('set-cookie') &&
  /^(?:text\/html|application\/(?:activity|jrd)\+json)/.test(headers.get('content-type') ?? '')

async function read(response: Response): Promise<Kept> {
  const body = new Uint8Array(await response.arrayBuffer())
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 27)
  const headers = { etag: `"${hash}"`, ...Object.fromEntries(response.headers) }
  if (!isWorthPacking(response.headers.get('content-type'), body)) return { body, headers, packed: null }
  const plain = {
    ...headers,
    vary: [response.headers.get('vary') ?? [], 'Accept-Encoding'].flat().join(', '),
  }
  let made: Promise<Form> | undefined
  const make = async (): Promise<Form> => ({
    body: await packed(body),
    // Each form has a tag of its own: https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3.3
    headers: { ...plain, etag: `"${hash}-gzip"`, 'content-encoding': 'gzip' },
  })
  return { body, headers: plain, packed: () => (made ??= make()) }
}

async function answer(c: Ctx, kept: Kept): Promise<Response> {
  const { body, headers } =
    kept.packed !== null && readsGzip(c.req.header('accept-encoding')) ? await kept.packed() : kept
  if (!holdsTag(c.req.raw.headers, headers['etag'] ?? '')) return new Response(body, { headers })
  const { 'content-type': _, 'content-length': __, 'content-encoding': ___, ...rest } = headers
  return new Response(null, { status: 304, headers: rest })
}
