import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Deps } from '../../deps.ts'
import type { Federation } from '../../federation/federation.ts'
import { tender } from '../../kinds/tender/index.tsx'
import { Refusal } from '../../refusal.ts'
import type { Env } from '../env.ts'
import { recordAward, showAward } from './award.tsx'
import { showLot } from './lot-page.tsx'

/** The lots of a tender, each with a page of its own. */
export function lotRoutes(deps: Deps, federation: Pick<Federation, 'wake'>): Hono<Env> {
  const app = new Hono<Env>()
  const at = `${tender.path}/:ref/lots/:number`
  app.get(at, showLot(deps))
  app.get(`${at}/attribution`, showAward(deps))
  app.post(`${at}/attribution`, bodyLimit({ maxSize: 64 * 1024, onError: tooLarge }), async (c) => {
    const answer = await recordAward(deps)(c)
    federation.wake()
    return answer
  })
  return app
}

function tooLarge(): never {
  throw new Refusal('too-large', 'This is too much at once.')
}
