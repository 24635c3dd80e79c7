import { stillSignedIn } from '../../accounts/session.ts'
import { required } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { shownAnswers } from '../../entries/comments.ts'
import { isPublic } from '../../entries/entry.ts'
import { unreadOf } from '../../notifications/queries.ts'
import { Refusal } from '../../refusal.ts'
import { byId } from '../entries/save.ts'
import type { Ctx } from '../env.ts'
import { streamed, tellAnswers, tellCount, type Stream } from './stream.ts'

// Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html): a page that is open learns that
// something concerns its reader. It carries numbers and one sentence of ours, never the words of anybody.

export interface StreamLimits {
  /** Of one person: some windows. */
  ofOne: number
  all: number
  /** How often is looked, and how often an idle stream says that it lives and its session is asked for. */
  lookMs: number
  beatMs: number
}

const usual: StreamLimits = { ofOne: 3, all: 300, lookMs: 2_000, beatMs: 20_000 }

export function openStreams(deps: Deps, stopping: AbortSignal, limits: StreamLimits = usual) {
  const open = new Set<Stream>()
  let timer: NodeJS.Timeout | undefined
  let sinceBeat = 0
  let looking = false

  /** One look for all who listen; a look that takes long is not begun twice. */
  async function look(): Promise<void> {
    if (looking) return
    looking = true
    try {
      sinceBeat += limits.lookMs
      if (sinceBeat >= limits.beatMs) {
        sinceBeat = 0
        await beat()
      }
      await tell([...open])
    } catch (error) {
      deps.log.warn({ err: error }, 'streams could not be served')
    } finally {
      looking = false
    }
  }

  /** Who signed out elsewhere, or whose account was closed, hears nothing more. */
  async function beat(): Promise<void> {
    for (const stream of open)
      if (await stillSignedIn(deps, stream.sessionId, stream.userId)) stream.send(':\n\n')
      else stream.end()
  }

  async function tell(streams: readonly Stream[]): Promise<void> {
    if (streams.length === 0) return
    const unread = await unreadOf(deps.db, [...new Set(streams.map(({ userId }) => userId))])
    const answers = await shownAnswers(deps.db, [...new Set(streams.flatMap(({ entry }) => entry?.n ?? []))])
    for (const stream of streams) {
      const now = unread.get(stream.userId) ?? { count: 0, newest: 0 }
      const isTold = now.count === stream.told.count && now.newest === stream.told.newest
      const shown = stream.entry === null ? undefined : answers.get(stream.entry.n)
      // Of an entry that was taken back meanwhile nothing is said.
      const more = shown === undefined ? stream.toldAnswers : shown - (stream.entry?.answers ?? 0)
      if (isTold && more === stream.toldAnswers) continue
      // Between two beats too: whoever's session ended is told nothing more.
      if (!(await stillSignedIn(deps, stream.sessionId, stream.userId))) {
        stream.end()
        continue
      }
      if (!isTold) tellCount(stream, now)
      tellAnswers(stream, more)
    }
  }

  function begin(stream: Stream): void {
    open.add(stream)
    timer ??= setInterval(() => void look(), limits.lookMs).unref()
  }

  function end(stream: Stream): void {
    open.delete(stream)
    if (open.size > 0) return
    clearInterval(timer)
    timer = undefined
  }

  stopping.addEventListener('abort', () => {
    for (const stream of open) stream.end()
  })

  return {
    connect: async (c: Ctx): Promise<Response> => {
      const viewer = required(c.var.viewer, 'member')
      const { sessionId } = c.var
      if (sessionId === null) throw new Refusal('forbidden', 'Streams are for people.')
      const entry = await entryOpen(deps, c)
      const own = [...open].filter(({ userId }) => userId === viewer.id).length
      if (stopping.aborted || own >= limits.ofOne || open.size >= limits.all)
        throw new Refusal('too-many', 'There are too many open pages.', { retryAfter: 60 })
      const known = Number(c.req.header('last-event-id') ?? c.req.query('vu'))
      const { readable, stream } = streamed(
        {
          ...{ userId: viewer.id, sessionId, locale: c.var.locale, entry },
          // Who comes back is told of what came meanwhile; who begins has read it on the page.
          told: { count: -1, newest: Number.isSafeInteger(known) ? known : -1 },
          toldAnswers: 0,
        },
        end,
      )
      const headers = {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'private, no-store',
        // https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_buffering
        'X-Accel-Buffering': 'no',
      }
      // The body of an answer to HEAD is read by nobody, and would never be told that nobody reads it.
      if (c.req.method === 'HEAD') return c.body(null, 200, headers)
      begin(stream)
      stream.send('retry: 5000\n\n')
      void tell([stream]).catch(() => stream.end())
      return c.body(readable, 200, headers)
    },
    /** For tests: how many listen. */
    size: (): number => open.size,
  }
}

/** Only what everybody may read has answers to be told of. */
async function entryOpen(deps: Deps, c: Ctx): Promise<Stream['entry']> {
  const id = c.req.query('fiche')
  const answers = Number(c.req.query('reponses'))
  if (id === undefined || !Number.isSafeInteger(answers)) return null
  const entry = await byId(deps, id)
  return entry === undefined || !isPublic(entry.envelope.state) ? null : { n: entry.envelope.n, answers }
}
