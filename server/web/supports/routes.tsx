import { Hono } from 'hono'
import { openThrottle } from '../../accounts/throttle.ts'
import type { Deps } from '../../deps.ts'
import { kinds } from '../../kinds/index.ts'
import { isSupported } from '../../supports/access.ts'
import { smallBody } from '../accounts/form.ts'
import type { Env } from '../env.ts'
import { eraseName, sendAsking, showAsking, showLinkSent } from './asking.tsx'
import { actOnOwn, showOwn, showTakenBack } from './confirming.tsx'

/** People without an account support a proposal, by way of their mailbox. */
export function supportRoutes(deps: Deps): Hono<Env> {
  const throttle = openThrottle(deps)
  const app = new Hono<Env>()
    .get('/soutiens/lien-envoye', showLinkSent(deps))
    .get('/soutiens/retire', showTakenBack(deps))
    .get('/soutiens/:entry/:at/:mark/:key', showOwn(deps))
    .post('/soutiens/:entry/:at/:mark/:key', smallBody, actOnOwn(deps))
  for (const kind of kinds) {
    if (!isSupported({ kind: kind.name })) continue
    app
      .get(`${kind.path}/:ref/soutenir`, showAsking(deps, kind))
      .post(`${kind.path}/:ref/soutenir`, smallBody, sendAsking(deps, kind, throttle))
      .post(`${kind.path}/:ref/soutiens/prenom`, smallBody, eraseName(deps, kind))
  }
  return app
}
