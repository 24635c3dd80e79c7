import { createMiddleware } from 'hono/factory'
import { jsx } from 'hono/jsx'
import { ForeignForm, foreignFormTexts } from '../../../views/accounts/foreign-form.tsx'
import type { Deps } from '../../deps.ts'
import { Refusal } from '../../refusal.ts'
import type { Env } from '../env.ts'
import { page } from '../page.tsx'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])
const forms = /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i

/**
 * Nothing changes unless our own page asked for it. The origin is the public one: behind a TLS proxy the
 * request itself says http. Only forms are read here: a JSON body could be sent cross-site as text/plain.
 * https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 */
export const csrf = (deps: Deps) =>
  createMiddleware<Env>(async (c, next) => {
    if (reading.has(c.req.method)) return next()
    const ours =
      c.req.header('sec-fetch-site') === 'same-origin' || c.req.header('origin') === deps.hub.origin
    if (!ours) {
      const { title } = foreignFormTexts[c.var.locale]
      return page(deps, c, { title, status: 403, robots: 'noindex' }, jsx(ForeignForm, {}))
    }
    // Browsers say how long a form is; what does not would be gathered in memory before anybody asks who sends it.
    if (c.req.header('transfer-encoding') !== undefined)
      throw new Refusal('too-large', 'A form says how long it is.')
    const type = c.req.header('content-type')
    if (type !== undefined && !forms.test(type)) throw new Refusal('unsupported', 'Only forms are read here.')
    return next()
  })
