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

/**
 * Of the languages that we speak the one with the highest weight, the first of equals; `fr;q=0` is a refusal
 * (RFC 9110 §12.4.2). A list of a thousand languages is no browser's.
 */
const preferred = (header: string | undefined): Locale | undefined =>
  (header ?? '')
    .split(',', 50)
    .flatMap((range) => {
      const [tag = '', ...parameters] = range.toLowerCase().split(';')
      const locale = known(tag.trim().split('-')[0])
      const weight = parameters.map((text) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(text)?.[1]).find(Boolean)
      return locale === undefined || Number(weight) === 0 ? [] : [{ locale, weight: Number(weight ?? 1) }]
    })
    .toSorted((a, b) => b.weight - a.weight)[0]?.locale
