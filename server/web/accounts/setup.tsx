import { Hono } from 'hono'
import type { Step } from '../../../db/open.ts'
import type { FormState } from '../../../views/accounts/form.ts'
import { NoSetup, noSetupTexts } from '../../../views/accounts/no-setup.tsx'
import { Setup, setupTexts } from '../../../views/accounts/setup.tsx'
import { parse, setupInput } from '../../accounts/input.ts'
import { beginSession } from '../../accounts/session.ts'
import { setupHub } from '../../accounts/setup.ts'
import { findTicket, type Ticket } from '../../accounts/tickets.ts'
import type { Deps } from '../../deps.ts'
import type { Fault } from '../../kinds/faults.ts'
import { departments } from '../../places/departments.ts'
import type { Ctx, Env } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { faultsIn, formOf, mend, smallBody, typedTwice } from './form.ts'
import { privatePage } from './private-page.tsx'
import { setCookieHeader } from './session-of.ts'

/** What else comes into being with the hub, in the same command: its actors. Refuses names it cannot use. */
export type Founding = (hub: { handle: string; name: string }) => Promise<readonly Step[]>

export const setupRoutes = (deps: Deps, founding: Founding) =>
  new Hono<Env>()
    .get('/setup', async (c) => {
      const token = c.req.query('token') ?? ''
      if ((await ticketOf(deps, token)) === null) return noSetup(deps, c)
      const values = { locale: c.var.locale, publicUrl: deps.hub.origin }
      return setupPage(deps, c, token, { values, errors: {} })
    })
    .post('/setup', smallBody, async (c) => {
      const sent = await formOf(c)
      const token = sent['token'] ?? ''
      const ticket = await ticketOf(deps, token)
      if (ticket === null) return noSetup(deps, c)
      const asked = asksAddress(deps) ? sent : { ...sent, publicUrl: '' }
      const { input, faults } = parse(setupInput, asked)
      const all = [...faults, ...typedTwice(sent)]
      if (input === null || all.length > 0) return setupPage(deps, c, token, mend(c, sent, all), 422)
      const more = await founded(founding, input)
      if ('faults' in more) return setupPage(deps, c, token, mend(c, sent, more.faults), 422)
      const userId = await setupHub(deps, input, { more: more.steps, ticket })
      const userAgent = c.req.header('user-agent')
      setCookieHeader(c, await beginSession(deps, userId, { userAgent, replaces: null }))
      setFlash(deps, c, 'hub-ready')
      return c.redirect('/', 303)
    })

/** Without its token the page does not exist, and once there is a hub there is no token. */
async function ticketOf(deps: Deps, token: string): Promise<Ticket | null> {
  const ticket = await findTicket(deps, ['setup'], token)
  return deps.hub.settings.initialisedAt === null ? (ticket ?? null) : null
}

const noSetup = (deps: Deps, c: Ctx): Promise<Response> =>
  privatePage(
    deps,
    c,
    { title: noSetupTexts[c.var.locale].title, status: 404 },
    <NoSetup isSetUp={deps.hub.settings.initialisedAt !== null} />,
  )

async function founded(
  founding: Founding,
  hub: { handle: string; name: string },
): Promise<{ steps: readonly Step[] } | { faults: Fault[] }> {
  try {
    return { steps: await founding(hub) }
  } catch (error) {
    return { faults: faultsIn(error) }
  }
}

const asksAddress = ({ config }: Deps): boolean => config.publicUrl === null

const setupPage = (deps: Deps, c: Ctx, token: string, form: FormState, status: 200 | 422 = 200) =>
  privatePage(
    deps,
    c,
    { title: setupTexts[c.var.locale].title, status },
    <Setup
      {...form}
      token={token}
      host={new URL(deps.hub.origin).host}
      asksAddress={asksAddress(deps)}
      departments={departments}
    />,
  )
