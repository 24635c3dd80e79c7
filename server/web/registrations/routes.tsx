import { Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import { event } from '../../kinds/event/index.tsx'
import type { Kind } from '../../kinds/kind.ts'
import { smallBody } from '../accounts/form.ts'
import type { Env } from '../env.ts'
import { seekAtDoor, showBadges, showDoor } from './door.tsx'
import { actAtDoor, showTicket } from './ticket.tsx'

/** Those who registered, on the day: tickets, the door, badges. How one registers is server/web/inquiries. */
export function registrationRoutes(deps: Deps): Hono<Env> {
  const kind: Kind = event
  return new Hono<Env>()
    .get('/billet/:id/:key', showTicket(deps))
    .post('/billet/:id/:key', smallBody, actAtDoor(deps))
    .get(`${kind.path}/:ref/accueil`, showDoor(deps, kind))
    .post(`${kind.path}/:ref/accueil`, smallBody, seekAtDoor(deps, kind))
    .get(`${kind.path}/:ref/badges`, showBadges(deps, kind))
}
