import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { flashKinds, flashTexts, type FlashKey } from '../../../views/flash-texts.ts'
import type { Deps } from '../../deps.ts'
import type { Ctx, Env } from '../env.ts'

const cookie = 'flash'

/** Reads what the page before wanted to say; shown once, on the next page that is not a redirect. */
export const flash = () =>
  createMiddleware<Env>(async (c, next) => {
    const key = getCookie(c, cookie)
    c.set('flash', key !== undefined && isKey(key) ? spoken(key, c) : null)
    await next()
    const shown = c.res.headers.get('content-type')?.startsWith('text/html') === true
    if (key !== undefined && c.req.method === 'GET' && shown) deleteCookie(c, cookie, { path: '/' })
  })

/** Before a redirect: one sentence of the catalogue for the page that follows. */
export const setFlash = (deps: Pick<Deps, 'hub'>, c: Ctx, key: FlashKey): void =>
  setCookie(c, cookie, key, {
    path: '/',
    maxAge: 60,
    httpOnly: true,
    sameSite: 'Lax',
    secure: deps.hub.origin.startsWith('https:'),
  })

const isKey = (text: string): text is FlashKey => Object.hasOwn(flashTexts.fr, text)

const spoken = (key: FlashKey, c: Ctx) => ({
  kind: flashKinds[key] ?? ('success' as const),
  text: flashTexts[c.var.locale][key],
})
