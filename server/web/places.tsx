import { Hono } from 'hono'
import { PlaceNames } from '../../views/entries/place-field.tsx'
import type { Deps } from '../deps.ts'
import { partName } from '../kinds/form-values.ts'
import { findCommunes } from '../places/communes.ts'
import type { Env } from './env.ts'

/** `lots.0.placeName`: the field of a record. */
const ofRecord = (asked: Record<string, string>): string | undefined =>
  Object.entries(asked).find(([name]) => partName.test(name))?.[1]

/** `/communes?q=gennev`: names to choose from while typing. A field sends itself under its own name. */
export const placeRoutes = ({ db, hub }: Deps): Hono<Env> =>
  new Hono<Env>().get('/communes', async (c) => {
    const typed = c.req.query('q') ?? c.req.query('place') ?? ofRecord(c.req.query()) ?? ''
    const found = await findCommunes(db, typed.slice(0, 80), hub.settings.territory)
    c.header('Cache-Control', 'public, max-age=86400')
    return c.html(<PlaceNames names={found.map(({ label }) => label)} />)
  })
