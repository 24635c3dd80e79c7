import { Hono } from 'hono'
import { openThrottle } from '../../accounts/throttle.ts'
import type { Deps } from '../../deps.ts'
import { smallBody } from '../accounts/form.ts'
import type { Env } from '../env.ts'
import { actOnCase, caseActs } from './acts.tsx'
import { sendCall, showCall } from './call.tsx'
import { showCase } from './case.tsx'
import { showDesk } from './desk.tsx'
import { showFront } from './front.tsx'
import { actOnOwn, showOwn } from './own.tsx'
import { showPick } from './pick.tsx'
import { sendRequest, showErased, showLinkSent, showRequest } from './request.tsx'

/** The desk of facilitation: its public page, the private one of whoever asked, and those of the people who run it. */
export function facilitationRoutes(deps: Deps): Hono<Env> {
  const throttle = openThrottle(deps)
  const app = new Hono<Env>()
    .get('/facilitation', showFront(deps))
    .get('/facilitation/demande', showRequest(deps))
    .post('/facilitation/demande', smallBody, sendRequest(deps, throttle))
    .get('/facilitation/lien-envoye', showLinkSent(deps))
    .get('/facilitation/effacee', showErased(deps))
    .get('/facilitation/demandes/:id/:key', showOwn(deps))
    .post('/facilitation/demandes/:id/:key', smallBody, actOnOwn(deps))
    .get('/facilitation/annonce', showCall(deps))
    .post('/facilitation/annonce', smallBody, sendCall(deps))
    .get('/facilitation/dossiers', showDesk(deps))
    .get('/facilitation/dossiers/:id', showCase(deps))
    .get('/facilitation/dossiers/:id/lots', showPick(deps, 'lot'))
    .get('/facilitation/dossiers/:id/organisations', showPick(deps, 'organisation'))
  for (const one of caseActs)
    app.post(`/facilitation/dossiers/:id/${one.word}`, smallBody, actOnCase(deps, one))
  return app
}
