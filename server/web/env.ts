import type { Context, Hono } from 'hono'
import type { Locale } from '../../views/language.tsx'
import type { NoticeKind } from '../../views/components/notice.tsx'
import type { Visitor } from '../accounts/viewer.ts'

/** What each request carries through the web's middleware. */
export interface Env {
  Variables: {
    requestId: string
    viewer: Visitor
    /** The session's row, to end it; null for visitors and API tokens. */
    sessionId: string | null
    /** What an API token may do; null: the request came with a session or with nothing. */
    scopes: readonly string[] | null
    locale: Locale
    /** The one origin besides ours whose pictures this page may show; unset: none. */
    tiles?: string
    /** Anybody may put this answer into a frame; unset: nobody may. */
    framed?: true
    /** One sentence from the page before, shown once. */
    flash: { kind: NoticeKind; text: string } | null
  }
}

export type App = Hono<Env>
export type Ctx = Context<Env>
