import { Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import type { Federation } from '../../federation/federation.ts'
import { kinds } from '../../kinds/index.ts'
import { smallBody } from '../accounts/form.ts'
import type { Env } from '../env.ts'
import { answerLinked, answerSignedIn, showLinked, showSignedIn } from './answering.tsx'
import { askNow, showDue } from './list.tsx'

/** What became of it? Asked on a day, by a letter with one question; answered by one click and a button. */
export function checkRoutes(deps: Deps, federation: Pick<Federation, 'wake'>): Hono<Env> {
  const wake = () => federation.wake()
  const app = new Hono<Env>()
    .get('/verifications', showDue(deps))
    .get('/verifications/:id/:key', showLinked(deps))
    .post('/verifications/:id/:key', smallBody, answerLinked(deps, wake))
  for (const kind of kinds) {
    if (!('nextCheck' in kind.sample)) continue
    app
      .get(`${kind.path}/:ref/verification`, showSignedIn(deps, kind))
      .post(`${kind.path}/:ref/verification`, smallBody, answerSignedIn(deps, kind, wake))
      .post(`${kind.path}/:ref/verification/demander`, smallBody, askNow(deps, kind))
  }
  return app
}
