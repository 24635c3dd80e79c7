import { Hono } from 'hono'
import { openThrottle } from '../../accounts/throttle.ts'
import type { Deps } from '../../deps.ts'
import { kinds } from '../../kinds/index.ts'
import { smallBody } from '../accounts/form.ts'
import type { Env } from '../env.ts'
import { actOnOwn, showOwn, showTakenBack } from './confirming.tsx'
import { sendInquiry, showInquire, showLinkSent } from './inquire.tsx'
import { actOnInquiry, downloadInquiries, inquiryActs, showAllInquiries, showInquiries } from './list.tsx'

/** People without an account write to those who publish an entry, by way of their mailbox. */
export function inquiryRoutes(deps: Deps): Hono<Env> {
  const throttle = openThrottle(deps)
  const app = new Hono<Env>()
    .get('/demandes', showAllInquiries(deps))
    .get('/demandes/lien-envoye', showLinkSent(deps))
    .get('/demandes/retiree', showTakenBack(deps))
    .get('/demandes/:id/:key', showOwn(deps))
    .post('/demandes/:id/:key', smallBody, actOnOwn(deps))
  for (const kind of kinds) {
    if (kind.inquiry === undefined) continue
    const { path } = kind
    app
      .get(`${path}/:ref/demande`, showInquire(deps, kind))
      .post(`${path}/:ref/demande`, smallBody, sendInquiry(deps, kind, throttle))
      .get(`${path}/:ref/demandes`, showInquiries(deps, kind))
      .get(`${path}/:ref/demandes.csv`, downloadInquiries(deps, kind))
    for (const [word, act, said] of inquiryActs)
      app.post(`${path}/:ref/demandes/:inquiry/${word}`, smallBody, actOnInquiry(deps, kind, act, said))
  }
  return app
}
