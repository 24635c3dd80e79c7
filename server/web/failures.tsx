import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { blankForm } from '../../views/accounts/form.ts'
import { ErrorPage, errorTitle, type ErrorStatus } from '../../views/errors.tsx'
import type { Deps } from '../deps.ts'
import { Refusal } from '../refusal.ts'
import { loginPage } from './accounts/login.tsx'
import { backPath } from './back-path.ts'
import type { Ctx } from './env.ts'
import { keptForm, textsOf } from './kept-form.ts'
import { page } from './page.tsx'
import { pathForLog } from './secret-paths.ts'
import { sections } from './sections.ts'

const shown = [
  400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500, 503, 507,
] as const satisfies readonly ErrorStatus[]

/** The one place where bad news gets its HTTP form; what is not a refusal is a bug, logged with its request. */
export function onError(deps: Deps) {
  return (error: Error, c: Ctx): Response | Promise<Response> => {
    const status = statusOf(error)
    if (status >= 500 && status !== 507)
      deps.log.error(
        { err: error, requestId: c.var.requestId, path: pathForLog(c.req.path) },
        'request failed',
      )
    if (error instanceof Refusal && error.retryAfter !== undefined)
      c.header('Retry-After', String(error.retryAfter))
    return fail(deps, c, status, error instanceof Refusal ? error : undefined)
  }
}

/** An address of ours with a stroke too many leads to it; one that begins with two would lead elsewhere. */
export const notFound = (deps: Deps) => (c: Ctx) => {
  const { pathname, search } = new URL(c.req.url)
  const known = /^\/+(.+?)\/+$/.exec(pathname)?.[1]
  if (known === undefined || !['GET', 'HEAD'].includes(c.req.method)) return fail(deps, c, 404)
  return c.redirect(`/${known}${search}`, 301)
}

/** Problem details (RFC 9457) for programs, a page that helps for people. */
export async function fail(deps: Deps, c: Ctx, status: ErrorStatus, refusal?: Refusal): Promise<Response> {
  const { pathname } = new URL(c.req.url)
  if (pathname.startsWith('/api/') || pathname.startsWith('/ap/') || prefersJson(c))
    return problem(c, status, refusal)
  const locale = c.var.locale ?? deps.hub.settings.locale
  c.set('locale', locale)
  c.set('viewer', c.var.viewer ?? null)
  c.set('flash', null)
  inPlaceOfThePage(c)
  const kept = await keptForm(c)
  if (status === 401 && kept !== null)
    return loginPage(deps, c, backPath(pathname, '/'), blankForm, { status, kept })
  return page(
    deps,
    c,
    { title: errorTitle(status, locale), status, robots: 'noindex' },
    <ErrorPage
      status={status}
      requestId={status === 500 ? c.var.requestId : undefined}
      sought={status === 404 ? wordsOf(pathname) : undefined}
      path={pathname}
      isIn={c.var.viewer !== null}
      texts={kept === null ? undefined : textsOf(kept)}
      sections={sections(locale)}
    />,
  )
}

/** What htmx asked for, to be put somewhere on the page, is not there to be put: the page gives way to the bad news. */
function inPlaceOfThePage(c: Ctx): void {
  if (c.req.header('HX-Request') !== 'true') return
  c.header('HX-Retarget', '#content')
  c.header('HX-Reselect', '#content')
  c.header('HX-Reswap', 'outerHTML')
}

export function problem(c: Ctx, status: ContentfulStatusCode, refusal?: Refusal): Response {
  const body = {
    type: 'about:blank',
    status,
    title: errorTitle(known(status), 'en'),
    ...(refusal === undefined ? {} : { detail: refusal.message }),
    ...(refusal === undefined || Object.keys(refusal.fields).length === 0 ? {} : { errors: refusal.fields }),
  }
  return c.body(JSON.stringify(body), status, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
  })
}

function statusOf(error: Error): ErrorStatus {
  if (error instanceof Refusal) return error.status
  if (error instanceof HTTPException) return known(error.status)
  return 500
}

const known = (status: number): ErrorStatus =>
  shown.find((one) => one === status) ?? (status < 500 ? 400 : 500)

const prefersJson = (c: Ctx): boolean =>
  /^application\/(?:[a-z]+\+)?json\b/.test(c.req.header('accept') ?? '')

/** What was looked for: the last words of the address, to search instead. */
const wordsOf = (pathname: string): string => {
  const last = pathname.split('/').findLast((part) => part !== '') ?? ''
  try {
    return decodeURIComponent(last)
      .replace(/[-_.]+/g, ' ')
      .slice(0, 100)
  } catch {
    return ''
  }
}
