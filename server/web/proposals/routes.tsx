import { Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import type { Env } from '../env.ts'
import { overviewPath, showOverview } from './overview.tsx'

export const proposalRoutes = (deps: Deps): Hono<Env> => new Hono<Env>().get(overviewPath, showOverview(deps))
