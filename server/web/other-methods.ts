import type { MiddlewareHandler } from 'hono'
import type { Deps } from '../deps.ts'
import type { App, Ctx, Env } from './env.ts'
import { fail, notFound } from './failures.tsx'

const forms = new Set(['GET', 'HEAD', 'POST'])
const known = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** A known page asked by another method than a browser's says how it may be asked (RFC 9110 §15.5.6). */
export const otherMethods = (deps: Deps, app: App): MiddlewareHandler<Env> => {
  return async (c, next) => {
    const { method, path } = c.req
    if (forms.has(method) || answers(app, method, path)) return next()
    return refused(deps, app, c) ?? next()
  }
}

/**
 * What no route answers. A form that came back wrong stands at an address that is only sent to: whoever reads it
 * again (another language, the address bar) arrives on the page it belongs to.
 */
export const notAnswered = (deps: Deps, app: App) => (c: Ctx) => {
  const absent = notFound(deps)
  const { method, path } = c.req
  const read = method === 'GET' || method === 'HEAD'
  // A route that knows its address may still find nothing at it.
  if (answers(app, read ? 'GET' : method, path)) return absent(c)
  if (read && answers(app, 'POST', path)) return c.redirect(pageAbove(app, path), 303)
  return refused(deps, app, c) ?? absent(c)
}

function refused(deps: Deps, app: App, c: Ctx): Response | Promise<Response> | undefined {
  const methods = known.filter((method) => answers(app, method, c.req.path))
  if (methods.length === 0) return undefined
  c.header('Allow', methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', '))
  return fail(deps, c, 405)
}

function pageAbove(app: App, path: string): string {
  const above = path.slice(0, path.lastIndexOf('/'))
  if (above === '') return '/'
  return answers(app, 'GET', above) ? above : pageAbove(app, above)
}

/** Middleware matches everything, and answers nothing. */
const answers = (app: App, method: string, path: string): boolean =>
  app.router
    .match(method, path)[0]
    .some(([[, route]]) => route.method === method || (route.method === 'ALL' && !route.path.endsWith('*')))
