import { Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import type { Federation } from '../../federation/federation.ts'
import type { Env } from '../env.ts'
import { blockRoutes } from './blocks.tsx'
import { circleRoutes } from './circle.tsx'
import { decisionRoutes } from './decisions.tsx'
import { listRoutes } from './list.tsx'
import { logRoutes } from './log.tsx'
import { quotationRoutes } from './quotations.tsx'
import { reportingRoutes } from './reporting.tsx'
import { reportRoutes } from './reports.tsx'
import { ruleRoutes } from './rules.tsx'
import { thingRoutes } from './things.tsx'

/** Reporting for everybody; looking and deciding for those who moderate. */
export const moderationRoutes = (deps: Deps, federation: Pick<Federation, 'wake'>) =>
  new Hono<Env>()
    .route('/signaler', reportingRoutes(deps))
    .route('/moderation/signalements', reportRoutes(deps, federation))
    .route('/', listRoutes(deps))
    .route('/', circleRoutes(deps, federation))
    .route('/moderation/blocages', blockRoutes(deps))
    .route('/moderation/regles', ruleRoutes(deps))
    .route('/moderation/journal', logRoutes(deps))
    .route('/moderation/decisions', decisionRoutes(deps, federation))
    .route('/moderation/citations', quotationRoutes(deps, federation))
    .route('/moderation', thingRoutes(deps, federation))
