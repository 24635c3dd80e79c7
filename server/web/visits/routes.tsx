import { Hono } from 'hono'
import { openThrottle } from '../../accounts/throttle.ts'
import type { Deps } from '../../deps.ts'
import { smallBody } from '../accounts/form.ts'
import type { Env } from '../env.ts'
import { sendAsk, showAsk } from './ask.tsx'
import { showVisits } from './list.tsx'
import { showTalks } from './talks.tsx'
import { actOnVisit, showVisit } from './visit.tsx'

/** Schools ask for talks, and structures answer, each by a link of their own. */
export function visitRoutes(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .get('/ressources/interventions', showTalks(deps))
    .get('/ressources/:ref/intervention', showAsk(deps))
    .post('/ressources/:ref/intervention', smallBody, sendAsk(deps, openThrottle(deps)))
    .get('/ressources/:ref/interventions', showVisits(deps))
    .get('/interventions/:id/:key', showVisit(deps))
    .post('/interventions/:id/:key', smallBody, actOnVisit(deps))
}
