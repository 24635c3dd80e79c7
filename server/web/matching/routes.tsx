import { Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import { organisation } from '../../kinds/organisation/index.tsx'
import { tender } from '../../kinds/tender/index.tsx'
import { smallBody } from '../accounts/form.ts'
import type { Env } from '../env.ts'
import { showHow } from './how.tsx'
import { showLots, tellOfLots } from './lots.tsx'
import { showOrganisations } from './organisations.tsx'

/** Lots and the organisations that could answer them, from either side, with the reasons. */
export const matchingRoutes = (deps: Deps): Hono<Env> =>
  new Hono<Env>()
    .get(`${tender.path}/correspondances`, showHow(deps))
    .get(`${tender.path}/:ref/lots/:number/organisations`, showOrganisations(deps))
    .get(`${organisation.path}/:ref/marches`, showLots(deps))
    .post(`${organisation.path}/:ref/marches/alerte`, smallBody, tellOfLots(deps))
