import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { accentOf } from '../hub/accent.ts'
import { hexOf } from '../hub/colour.ts'
import { identity, sheetAddress, sheetOf } from '../hub/identity.ts'
import type { Ctx, Env } from './env.ts'

/**
 * The hub's own colour as a sheet of its own, so that the policy of pages stays without inline style. Its address changes
 * with it; `?apercu=aa5500` is the same for the piece of a page in which a colour is being chosen.
 */
export const identitySheet = ({ hub }: Pick<Deps, 'hub'>): Hono<Env> =>
  new Hono<Env>().get('/identite.css', (c) => {
    const tried = c.req.query('apercu')
    if (tried !== undefined) {
      const hex = hexOf(tried)
      return hex === null ? c.notFound() : sheet(c, sheetOf(accentOf(hex), '.identity-preview'), true)
    }
    const { accent } = identity(hub)
    if (accent === null) return c.notFound()
    // An address from before the last change answers with what there is now, and is not kept.
    return sheet(c, sheetOf(accent), sheetAddress(accent).endsWith(`=${c.req.query('v') ?? ''}`))
  })

const sheet = (c: Ctx, text: string, kept: boolean): Response =>
  c.body(text, 200, {
    'Content-Type': 'text/css; charset=utf-8',
    'Cache-Control': kept ? 'public, max-age=31536000, immutable' : 'no-cache',
  })
