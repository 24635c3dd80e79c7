import { Hono } from 'hono'
import { openThrottle } from '../../accounts/throttle.ts'
import type { Deps } from '../../deps.ts'
import { event } from '../../kinds/event/index.tsx'
import type { Kind } from '../../kinds/kind.ts'
import { smallBody } from '../accounts/form.ts'
import type { Env } from '../env.ts'
import { sendAskStand, showAskStand } from './ask.tsx'
import { changeVillages, sendDecision, showRequests, showVillages } from './host.tsx'
import { actOnOwnStand, showOwnStand, showWithdrawn } from './own.tsx'
import { sendContact, showSheet, showStands } from './public.tsx'

/** Villages of an event, the stands in them, and their sheets. */
export function standRoutes(deps: Deps): Hono<Env> {
  const kind: Kind = event
  const throttle = openThrottle(deps)
  const at = (path: string) => `${kind.path}/:ref${path}`
  return new Hono<Env>()
    .get(at('/stand'), showAskStand(deps, kind))
    .post(at('/stand'), smallBody, sendAskStand(deps, kind, throttle))
    .get(at('/villages'), showVillages(deps, kind))
    .post(at('/villages'), smallBody, changeVillages(deps, kind))
    .get(at('/stands'), showStands(deps, kind))
    .get(at('/stands/demandes'), showRequests(deps, kind))
    .get(at('/stands/:stand'), showSheet(deps, kind))
    .post(at('/stands/:stand/contact'), smallBody, sendContact(deps, kind, throttle))
    .post(at('/stands/:stand/decision'), smallBody, sendDecision(deps, kind))
    .get('/stand/retire', showWithdrawn(deps))
    .get('/stand/:id/:key', showOwnStand(deps))
    .post('/stand/:id/:key', smallBody, actOnOwnStand(deps))
}
