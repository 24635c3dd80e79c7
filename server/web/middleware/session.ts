import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { noSession, readSession, sessionCookieName } from '../../accounts/session.ts'
import { readToken } from '../../accounts/tokens.ts'
import type { Deps } from '../../deps.ts'
import { Refusal } from '../../refusal.ts'
import type { Ctx, Env } from '../env.ts'

/**
 * Programs are known by their token, people by their cookie, and never the other way round: a token opens
 * no page, and no change through the API can ride on a visitor's cookie.
 */
export const session = (deps: Deps) =>
  createMiddleware<Env>(async (c, next) => {
    c.set('viewer', null)
    c.set('sessionId', null)
    c.set('scopes', null)
    const isApi = c.req.path.startsWith('/api/')
    const bearer = isApi ? bearerOf(c) : null
    if (bearer !== null) await byToken(deps, c, bearer)
    else if (!isApi || c.req.method === 'GET' || c.req.method === 'HEAD') await byCookie(deps, c)
    return next()
  })

async function byToken(deps: Deps, c: Ctx, bearer: string): Promise<void> {
  const found = await readToken(deps, bearer)
  if (found === null) {
    c.header('WWW-Authenticate', 'Bearer error="invalid_token"')
    throw new Refusal('unauthenticated', 'This token is unknown or revoked.')
  }
  c.set('viewer', found.viewer)
  c.set('scopes', found.scopes)
}

async function byCookie(deps: Deps, c: Ctx): Promise<void> {
  const cookie = getCookie(c, sessionCookieName(deps))
  if (cookie === undefined || cookie === '') return
  const found = await readSession(deps, cookie)
  if (found === null) return c.header('Set-Cookie', noSession(deps), { append: true })
  c.set('viewer', found.viewer)
  c.set('sessionId', found.sessionId)
  if (found.cookie !== null) c.header('Set-Cookie', found.cookie, { append: true })
}

const bearerOf = (c: Ctx): string | null =>
  /^bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? null
