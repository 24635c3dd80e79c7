import { Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { ActFromHome, type ActFromHomeProps } from '../../../views/elsewhere/act.tsx'
import { Leaving } from '../../../views/elsewhere/leaving.tsx'
import { actHref } from '../../../views/elsewhere/links.ts'
import { elsewhereTexts } from '../../../views/elsewhere/texts.ts'
import type { Deps } from '../../deps.ts'
import type { Federation } from '../../federation/federation.ts'
import { formOf, smallBody } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import { addressOf } from '../client-address.ts'
import type { Ctx, Env } from '../env.ts'
import { aimOf, type Aim } from './aim.ts'
import { openLookUpGate } from './throttle.ts'

/**
 * `/interagir`: for those who have an account, and not here. The one page that waits for another server: it is the
 * visitor's own, and they asked for it. What they type is kept nowhere.
 */
export function elsewhereRoutes(deps: Deps, federation: Pick<Federation, 'wayHome'>): Hono<Env> {
  const gate = openLookUpGate()
  return new Hono<Env>()
    .get('/interagir', async (c) => formPage(deps, c, await aimOf(deps, c.req.query(), c.var.locale)))
    .post('/interagir', smallBody, async (c) => {
      const aim = await aimOf(deps, c.req.query(), c.var.locale)
      const typed = (await formOf(c))['serveur'] ?? ''
      const wait = await gate(addressOf(deps.config, c))
      if (wait > 0) return tooMany(deps, c, aim, typed, wait)
      const way = await federation.wayHome(typed, aim.act, aim.thing)
      c.header('Cache-Control', 'private, no-store')
      if (way.found && way.asNamed) return c.redirect(way.to, 303)
      if (way.found) return leavingPage(deps, c, { to: way.to, host: way.host })
      const { why, host, guess } = way
      const error = elsewhereTexts[c.var.locale].faults[why](host)
      if (why === 'busy') c.header('Retry-After', '60')
      return formPage(deps, c, aim, { typed, error, guess }, why === 'busy' ? 429 : 422)
    })
}

function tooMany(deps: Deps, c: Ctx, aim: Aim, typed: string, wait: number): Promise<Response> {
  c.header('Retry-After', String(wait))
  return formPage(deps, c, aim, { typed, error: undefined, guess: null, tooMany: true }, 429)
}

const formPage = (
  deps: Deps,
  c: Ctx,
  aim: Aim,
  again: Pick<ActFromHomeProps, 'typed' | 'error' | 'guess' | 'tooMany'> = {
    ...{ typed: '', error: undefined, guess: null },
  },
  status: ContentfulStatusCode = 200,
): Promise<Response> =>
  privatePage(
    deps,
    c,
    { title: elsewhereTexts[c.var.locale].title[aim.name], status },
    <ActFromHome action={actionOf(c)} {...aim} {...again} />,
  )

const leavingPage = (deps: Deps, c: Ctx, way: { to: string; host: string }): Promise<Response> =>
  privatePage(
    deps,
    c,
    { title: elsewhereTexts[c.var.locale].leaving.title },
    <Leaving {...way} action={actionOf(c)} />,
  )

/** The whole of what is meant stands in the address: read again, in another language too, it is the same page. */
const actionOf = (c: Ctx): string => actHref(c.req.query())
