import { Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import type { Federation } from '../../federation/federation.ts'
import type { Env } from '../env.ts'
import { blockRoutes } from './blocks.tsx'
import { decisionRoutes } from './decisions.tsx'
import { quotationRoutes } from './quotations.tsx'
import { reportingRoutes } from './reporting.tsx'
import { reportRoutes } from './reports.tsx'
import { thingRoutes } from './things.tsx'

/** Reporting for everybody; looking and deciding for those who moderate. */
export const moderationRoutes = (deps: Deps, federation: Pick<Federation, 'wake'>) =>
  new Hono<Env>()
    .route('/signaler', reportingRoutes(deps))
    .route('/moderation/signalements', reportRoutes(deps, federation))
    .route('/moderation/blocages', blockRoutes(deps))
    .route('/moderation/citations', quotationRoutes(deps, federation))
    .route('/moderation/decisions', decisionRoutes(deps))
    .route('/moderation', thingRoutes(deps, federation))
