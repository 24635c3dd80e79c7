import { Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import type { Env } from '../env.ts'
import { essPath, monthsPath, showEssMonth, showMonth, showThisEssMonth, showThisMonth } from './months.tsx'
import { showThisWeek, showWeek, weeksPath } from './weeks.tsx'

/** The agenda as it hangs on a wall, and November. */
export const monthRoutes = (deps: Deps): Hono<Env> =>
  new Hono<Env>()
    .get(monthsPath, showThisMonth(deps))
    .get(`${monthsPath}/:month`, showMonth(deps))
    .get(weeksPath, showThisWeek(deps))
    .get(`${weeksPath}/:week`, showWeek(deps))
    .get(essPath, showThisEssMonth(deps))
    .get(`${essPath}/:year{[0-9]{4}}`, showEssMonth(deps))
