import { Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import type { Federation } from '../../federation/federation.ts'
import type { Side } from '../../networks/sides.ts'
import { smallBody } from '../accounts/form.ts'
import type { Env } from '../env.ts'
import { relayOne, showMembers, showNetworks } from './members.tsx'
import { answerOne, putAway, sayOne, showJoining } from './memberships.tsx'
import {
  createNeed,
  noteReceipt,
  removeNeed,
  removeReceipt,
  reviseNeed,
  showNeed,
  showNewNeed,
} from './needs.tsx'

const at = '/annuaire/:ref'

/** Networks with their members, and organisations with their networks; what is said is told elsewhere at once. */
export function membershipRoutes(deps: Deps, federation: Pick<Federation, 'wake'>): Hono<Env> {
  const app = new Hono<Env>().get('/annuaire/reseaux', showNetworks(deps))
  app.use(`${at}/*`, async (c, next) => {
    await next()
    if (c.req.method === 'POST' && c.res.status < 400) federation.wake()
  })
  app
    .get(`${at}/membres`, showMembers(deps))
    .post(`${at}/relais`, smallBody, relayOne(deps))
    .get(`${at}/adhesions`, showJoining(deps))
    .get(`${at}/besoins/nouveau`, showNewNeed(deps))
    .post(`${at}/besoins/nouveau`, smallBody, createNeed(deps))
    .get(`${at}/besoins/:need`, showNeed(deps))
    .post(`${at}/besoins/:need`, smallBody, reviseNeed(deps))
    .post(`${at}/besoins/:need/effacer`, smallBody, removeNeed(deps))
    .post(`${at}/besoins/:need/recus`, smallBody, noteReceipt(deps))
    .post(`${at}/besoins/:need/recus/:receipt/effacer`, smallBody, removeReceipt(deps))
  for (const [word, side] of pages) {
    app
      .post(`${at}/${word}`, smallBody, sayOne(deps, side))
      .post(`${at}/${word}/recherches`, smallBody, putAway(deps, side))
    for (const act of ['oui', 'fin'] as const)
      app.post(`${at}/${word}/:membership/${act}`, smallBody, answerOne(deps, side, act))
  }
  return app
}

const pages: readonly (readonly [string, Side])[] = [
  ['membres', 'network'],
  ['adhesions', 'organisation'],
]
