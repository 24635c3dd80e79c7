import { Hono } from 'hono'
import { openThrottle } from '../../accounts/throttle.ts'
import type { Deps } from '../../deps.ts'
import { smallBody } from '../accounts/form.ts'
import type { Env } from '../env.ts'
import { actOnMine, actOnOwn, showEnded, showMine, showOwn, showStop, stop } from './own.tsx'
import { save, showLinkSent, showSave } from './saving.tsx'

/** People are told by e-mail of what is new in a list: with an account or without. */
export function alertRoutes(deps: Deps): Hono<Env> {
  const throttle = openThrottle(deps)
  return new Hono<Env>()
    .get('/alertes/nouvelle', showSave(deps))
    .post('/alertes/nouvelle', smallBody, save(deps, throttle))
    .get('/alertes/lien-envoye', showLinkSent(deps))
    .get('/alertes/terminee', showEnded(deps))
    .get('/compte/alertes', showMine(deps))
    .post('/compte/alertes/:id', smallBody, actOnMine(deps))
    .get('/alertes/:id/:key', showOwn(deps))
    .post('/alertes/:id/:key', smallBody, actOnOwn(deps))
}

/**
 * Mail services press it for their reader, from anywhere and without a page of ours: it stands before what refuses
 * foreign forms. The key is all the leave it needs, and all it can do is end what that reader is sent.
 */
export const unsubscribeRoutes = (deps: Deps): Hono<Env> =>
  new Hono<Env>()
    .get('/alertes/fin/:reader/:key', showStop(deps))
    .post('/alertes/fin/:reader/:key', smallBody, stop(deps))
