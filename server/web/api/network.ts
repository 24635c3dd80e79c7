import { Hono } from 'hono'
import { whyOf } from '../../../views/network/why.ts'
import { required } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import type { Federation } from '../../federation/federation.ts'
import { followed } from '../../federation/neighbours.ts'
import { deliveriesOf, deliveryStates, type DeliveryState } from '../../federation/status.ts'
import type { Env } from '../env.ts'
import { holderOf } from './auth.ts'
import { newFollowing, readBody } from './body.ts'
import { wrongParameter } from './problem.ts'

/** The hub among others: for those who run it. */
export const networkApi = (deps: Deps, federation: Pick<Federation, 'follow'>): Hono<Env> =>
  new Hono<Env>()
    .get('/following', async (c) => {
      required(holderOf(c, 'read'), 'admin')
      const rows = await followed(deps.db)
      return c.json({
        items: rows.map(({ id, handle, host, state, polledAt, pollError }) => ({
          actor: id,
          handle: `@${handle}@${host}`,
          state,
          polledAt: polledAt === null ? null : new Date(polledAt).toISOString(),
          pollError,
        })),
      })
    })
    .post('/following', async (c) => {
      required(holderOf(c, 'admin'), 'admin')
      const { actor } = await readBody(c, newFollowing)
      const asked = await federation.follow(actor)
      // Asked is not answered: some servers decide hours later.
      return c.json(asked, asked.state === 'accepted' ? 200 : 202)
    })
    .get('/federation/deliveries', async (c) => {
      required(holderOf(c, 'read'), 'admin')
      const state = c.req.query('state')
      if (state !== undefined && !isState(state))
        throw wrongParameter('state', `One of ${deliveryStates.join(', ')}.`)
      const before = Number(c.req.query('before') ?? Number.MAX_SAFE_INTEGER)
      if (!Number.isSafeInteger(before) || before < 0) throw wrongParameter('before', 'What `next` gave.')
      const found = await deliveriesOf(deps, {
        state: state ?? null,
        host: c.req.query('host') ?? null,
        activity: c.req.query('activity') ?? null,
        object: c.req.query('object') ?? null,
        before,
      })
      // In words, as an administrator reads it on the page.
      const inWords = (error: string | null) => (error === null ? null : whyOf(error, c.var.locale))
      return c.json({
        ...found,
        items: found.items.map((item) => ({ ...item, why: inWords(item.lastError) })),
      })
    })

const isState = (text: string): text is DeliveryState => deliveryStates.some((state) => state === text)
