import { Hono } from 'hono'
import { z } from 'zod'
import { networkTexts, type FollowFault } from '../../../views/network/texts.ts'
import { EndFollowing } from '../../../views/network/network.tsx'
import { parse } from '../../accounts/input.ts'
import { required } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import type { Federation } from '../../federation/federation.ts'
import { neighbour, type Neighbour } from '../../federation/neighbours.ts'
import { line } from '../../kinds/gate.ts'
import { Refusal } from '../../refusal.ts'
import { hostKey, hostNamed } from '../../text/host.ts'
import { formOf, smallBody } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import type { Ctx, Env } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { actorPage } from './actor-page.tsx'
import { deliveryRoutes } from './deliveries.tsx'
import { hostRoutes } from './hosts.tsx'
import { followFault } from './follow-fault.ts'
import { followListRoutes } from './lists.tsx'
import { networkPage } from './network-page.tsx'
import { nameOf } from './shown-neighbour.ts'

const followInput = z.object({ actor: line(500) })

/** The network for everybody; following and sending for those who run the hub. */
export const networkRoutes = (
  deps: Deps,
  federation: Pick<Federation, 'follow' | 'unfollow' | 'wake' | 'moving' | 'retry' | 'letBe' | 'refused'>,
) =>
  new Hono<Env>()
    .route('/', actorPage(deps))
    .route('/', followListRoutes(deps, federation))
    .route('/reseau/serveurs', hostRoutes(deps, federation))
    .route('/reseau/livraisons', deliveryRoutes(deps, federation))
    // Where our own WebFinger leads who follows for this hub: the form is filled, and nothing is done yet.
    .get('/reseau', async (c) => {
      const actor = c.req.query('suivre')?.slice(0, 500)
      if (actor === undefined) return networkPage(deps, c, null)
      if (c.var.viewer !== null) return networkPage(deps, c, { actor })
      return c.redirect(
        `/connexion?retour=${encodeURIComponent(`/reseau?suivre=${encodeURIComponent(actor)}`)}`,
        303,
      )
    })
    .post('/reseau/abonnements', smallBody, async (c) => {
      required(c.var.viewer, 'admin')
      const sent = await formOf(c)
      const { input } = parse(followInput, sent)
      const again = (fault: FollowFault) =>
        networkPage(deps, c, {
          actor: sent['actor'] ?? '',
          error: networkTexts[c.var.locale].faults[fault],
        })
      if (input === null) return again('empty')
      if (hostNamed(input.actor) === hostKey(deps.hub.origin)) return again('own')
      const followed = await federation.follow(input.actor).catch(followFault)
      if (followed === 'blocked' && deps.hub.settings.federation === 'chosen') return again('not-chosen')
      if (typeof followed === 'string') return again(followed)
      setFlash(deps, c, followed.state === 'accepted' ? 'followed' : 'follow-asked')
      return c.redirect('/reseau', 303)
    })
    .get('/reseau/abonnements/:n{[0-9]+}/fin', async (c) => {
      const found = await sought(deps, c)
      const name = nameOf(found)
      const count = found.shares.reduce((sum, share) => sum + share.count, 0)
      return privatePage(
        deps,
        c,
        { title: networkTexts[c.var.locale].end.title(name), active: 'network' },
        <EndFollowing n={found.n} name={name} count={count} />,
      )
    })
    .post('/reseau/abonnements/:n{[0-9]+}/fin', smallBody, async (c) => {
      const found = await sought(deps, c)
      await federation.unfollow(found.id)
      setFlash(deps, c, 'unfollowed')
      return c.redirect('/reseau', 303)
    })

async function sought(deps: Deps, c: Ctx): Promise<Neighbour> {
  required(c.var.viewer, 'admin')
  const found = await neighbour(deps.db, Number(c.req.param('n')))
  if (found === undefined) throw new Refusal('absent', 'This hub does not follow that actor.')
  return found
}
