import { Hono } from 'hono'
import { openThrottle } from '../../accounts/throttle.ts'
import type { Deps } from '../../deps.ts'
import type { Federation } from '../../federation/federation.ts'
import { smallBody } from '../accounts/form.ts'
import type { Env } from '../env.ts'
import { actOnProposal, showConfirming } from './confirming.tsx'
import { decideOne, placeItem, removeDecision, removeSeat, showItem } from './deciding.tsx'
import { sendProposal, showLetter, showProposing } from './proposing.tsx'
import { recordPages } from './record.tsx'
import { changeOne, foundOne, showChange, showFounding } from './founding.tsx'
import { showAssemblies, showAssembly } from './show.tsx'
import {
  inviteAll,
  keepAttendance,
  sendMinutes,
  sendNomination,
  showAttendance,
  showMinutes,
  showNomination,
} from './sitting.tsx'
import { decisions, meetings, seats } from './sorts.ts'

const at = '/assemblees/:slug'

/** Councils and committees; what they publish is news, told elsewhere at once. */
export function assemblyRoutes(deps: Deps, federation: Pick<Federation, 'wake'>): Hono<Env> {
  const throttle = openThrottle(deps)
  const app = new Hono<Env>()
  app.use('/assemblees/*', async (c, next) => {
    await next()
    if (c.req.method === 'POST' && c.res.status < 400) federation.wake()
  })
  app
    .get('/assemblees', showAssemblies(deps))
    .get('/assemblees/nouvelle', showFounding(deps))
    .post('/assemblees/nouvelle', smallBody, foundOne(deps))
    .get('/assemblees/confirmer/:id/:key', showConfirming(deps))
    .post('/assemblees/confirmer/:id/:key', smallBody, actOnProposal(deps))
    .get(at, showAssembly(deps))
    .get(`${at}/modifier`, showChange(deps))
    .post(`${at}/modifier`, smallBody, changeOne(deps))
    .get(`${at}/lettre`, showLetter(deps))
  for (const what of ['candidature', 'point'] as const)
    app
      .get(`${at}/${what}`, showProposing(deps, what))
      .post(`${at}/${what}`, smallBody, sendProposal(deps, what, throttle))
  for (const [pages, sort] of [
    [recordPages(deps, seats), seats],
    [recordPages(deps, meetings), meetings],
    [recordPages(deps, decisions), decisions],
  ] as const)
    for (const path of [sort.fresh, `:${sort.param}`])
      app
        .get(`${at}/${sort.path}/${path}`, pages.show)
        .post(`${at}/${sort.path}/${path}`, smallBody, pages.save)
  return app
    .post(`${at}/sieges/:seat/effacer`, smallBody, removeSeat(deps))
    .post(`${at}/decisions/:decision/effacer`, smallBody, removeDecision(deps))
    .post(`${at}/candidatures/:candidature`, smallBody, decideOne(deps))
    .get(`${at}/nominations/:candidature`, showNomination(deps))
    .post(`${at}/nominations/:candidature`, smallBody, sendNomination(deps))
    .get(`${at}/points/:item`, showItem(deps))
    .post(`${at}/points/:item`, smallBody, placeItem(deps))
    .get(`${at}/reunions/:meeting/presences`, showAttendance(deps))
    .post(`${at}/reunions/:meeting/presences`, smallBody, keepAttendance(deps))
    .get(`${at}/reunions/:meeting/compte-rendu`, showMinutes(deps))
    .post(`${at}/reunions/:meeting/compte-rendu`, smallBody, sendMinutes(deps))
    .post(`${at}/reunions/:meeting/invitation`, smallBody, inviteAll(deps))
}
