import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { locales, type Locale } from '../../../views/language.tsx'
import type { Deps } from '../../deps.ts'
import type { Env } from '../env.ts'

/** The member's own choice, then the visitor's (a cookie, set only when asked), the browser's, the hub's. */
export const locale = ({ hub }: Deps) =>
  createMiddleware<Env>(async (c, next) => {
    const chosen = c.var.viewer?.locale ?? known(getCookie(c, 'langue'))
    c.set('locale', chosen ?? preferred(c.req.header('accept-language')) ?? hub.settings.locale)
    await next()
    if (chosen === undefined) c.header('Vary', 'Accept-Language', { append: true })
  })

const known = (text: string | undefined): Locale | undefined => locales.find((locale) => locale === text)

/** The first language of the list that we speak; browsers list them by preference. */
const preferred = (header: string | undefined): Locale | undefined =>
  header
    ?.split(',')
    .map((range) => known(range.trim().slice(0, 2).toLowerCase()))
    .find((locale) => locale !== undefined)
