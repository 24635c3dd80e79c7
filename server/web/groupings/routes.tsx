import { Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import type { Federation } from '../../federation/federation.ts'
import { smallBody } from '../accounts/form.ts'
import type { Env } from '../env.ts'
import { changeCall, changeState, editCall } from './lead.tsx'
import { makeAnswer, makeAsk, makeLeave } from './members.ts'
import { makeMessage } from './messages.ts'
import { createCall, newCall } from './open.tsx'
import { readElsewhere, showElsewhere } from './elsewhere.tsx'
import { showGrouping } from './grouping-page.tsx'
import { showOwn } from './own.tsx'

/** Calls for partners on a lot, here and between hubs. */
export function groupingRoutes(deps: Deps, federation: Pick<Federation, 'wake' | 'lookAtCall'>): Hono<Env> {
  const app = new Hono<Env>()
  app.use('/groupements/*', async (c, next) => {
    await next()
    if (c.req.method !== 'GET' && c.res.status < 400) federation.wake()
  })
  return app
    .get('/marches/:ref/lots/:number/groupement', newCall(deps))
    .post('/marches/:ref/lots/:number/groupement', smallBody, createCall(deps))
    .get('/groupements', showOwn(deps))
    .get('/groupements/ailleurs', showElsewhere(deps))
    .post('/groupements/ailleurs', smallBody, readElsewhere(deps, federation))
    .get('/groupements/:id', showGrouping(deps))
    .get('/groupements/:id/modifier', editCall(deps))
    .post('/groupements/:id/modifier', smallBody, changeCall(deps))
    .post('/groupements/:id/etat', smallBody, changeState(deps))
    .post('/groupements/:id/membres', smallBody, makeAsk(deps))
    .post('/groupements/:id/membres/:member', smallBody, makeAnswer(deps))
    .post('/groupements/:id/membres/:member/depart', smallBody, makeLeave(deps))
    .post('/groupements/:id/messages', smallBody, makeMessage(deps))
}
