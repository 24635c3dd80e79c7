import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { isLocale, localeOf, type Locale } from '../../../views/language.tsx'
import { inAddress } from '../in-every-language.ts'
import type { Deps } from '../../deps.ts'
import type { Env } from '../env.ts'

/**
 * What the address asks for (`?lang=en`, for this page alone), then the member's own choice, the visitor's (a cookie,
 * set only when asked), the browser's, the hub's.
 */
export const locale = ({ hub }: Deps) =>
  createMiddleware<Env>(async (c, next) => {
    const chosen = [c.req.query(inAddress), c.var.viewer?.locale, getCookie(c, 'langue')].find(isLocale)
    c.set('locale', chosen ?? preferred(c.req.header('accept-language')) ?? hub.settings.locale)
    await next()
    // The same for every answer of an address, also where one of the two decided nothing (RFC 9110 §12.5.5).
    // Not by `c.header`, which after an answer makes it anew, as a stream: a fifth of what a page costs.
    c.res.headers.append('Vary', 'Accept-Language, Cookie')
  })

/**
 * Of the languages that we speak the one with the highest weight, the first of equals; `fr;q=0` is a refusal
 * (RFC 9110 §12.4.2). A list of a thousand languages is no browser's.
 */
const preferred = (header: string | undefined): Locale | undefined =>
  (header ?? '')
    .split(',', 50)
    .flatMap((range) => {
      const [tag = '', ...parameters] = range.toLowerCase().split(';')
      const locale = localeOf(tag.trim())
      const weight = parameters.map((text) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(text)?.[1]).find(Boolean)
      return locale === null || Number(weight) === 0 ? [] : [{ locale, weight: Number(weight ?? 1) }]
    })
    .toSorted((a, b) => b.weight - a.weight)[0]?.locale
