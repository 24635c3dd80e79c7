import { Hono } from 'hono'
import { z } from 'zod'
import { Deliveries, HostDeliveries } from '../../../views/network/deliveries.tsx'
import type { ShownDelivery } from '../../../views/network/delivery-list.tsx'
import { deliveryTexts } from '../../../views/network/delivery-texts.ts'
import { EntryDeliveries } from '../../../views/network/entry-deliveries.tsx'
import { parse } from '../../accounts/input.ts'
import { hasRole, required } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { isPublic, mayPublish } from '../../entries/entry.ts'
import type { Federation } from '../../federation/federation.ts'
import { audience, voices } from '../../federation/neighbours.ts'
import { deliveryCounts, deliveryRows, hostStates, type Delivery } from '../../federation/status.ts'
import { optionalLine } from '../../kinds/gate.ts'
import { Refusal } from '../../refusal.ts'
import { formOf, smallBody } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import { voiceOf } from '../entries/frame.ts'
import { byId } from '../entries/save.ts'
import type { Ctx, Env } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'

const page = '/reseau/livraisons'
const shown = 100
const retryInput = z.object({ host: optionalLine(300) })

/** What left, what waits and why: by host, by `?serveur=`, and for one entry by `?fiche=`. */
export const deliveryRoutes = (deps: Deps, federation: Pick<Federation, 'retry'>): Hono<Env> =>
  new Hono<Env>()
    .get('/', (c) => {
      const { fiche, serveur } = c.req.query()
      if (fiche !== undefined) return ofEntry(deps, c, fiche)
      required(c.var.viewer, 'admin')
      return serveur === undefined ? byHost(deps, c) : ofHost(deps, c, serveur)
    })
    .post('/essais', smallBody, async (c) => {
      required(c.var.viewer, 'admin')
      const { input } = parse(retryInput, await formOf(c))
      const host = input?.host ?? null
      await federation.retry(host === null ? { all: true } : { host })
      setFlash(deps, c, 'delivery-retried')
      return c.redirect(page, 303)
    })

async function byHost(deps: Deps, c: Ctx): Promise<Response> {
  const { followers } = await audience(deps.db)
  return privatePage(
    deps,
    c,
    { title: deliveryTexts[c.var.locale].title, active: 'network' },
    <Deliveries hosts={await hostStates(deps.db)} followers={followers} now={deps.now()} />,
  )
}

async function ofHost(deps: Deps, c: Ctx, host: string): Promise<Response> {
  const before = Number(c.req.query('avant'))
  const rows = await deliveryRows(deps, {
    host,
    limit: shown,
    ...(Number.isSafeInteger(before) && before > 0 ? { before } : {}),
  })
  const last = rows.length < shown ? undefined : rows.at(-1)
  const older = `${page}?serveur=${encodeURIComponent(host)}&avant=${last?.n ?? 0}`
  return privatePage(
    deps,
    c,
    { title: deliveryTexts[c.var.locale].ofHost(host), active: 'network' },
    <HostDeliveries
      host={host}
      rows={rows.map(shownDelivery)}
      older={last === undefined ? null : older}
      now={deps.now()}
    />,
  )
}

/** For those who may publish it, too: they are asked why nobody answers. */
async function ofEntry(deps: Deps, c: Ctx, id: string): Promise<Response> {
  const viewer = required(c.var.viewer, 'member')
  const entry = await byId(deps, id)
  if (entry === undefined || entry.envelope.origin !== null)
    throw new Refusal('absent', 'There is no such entry.')
  const { envelope } = entry
  if (!mayPublish(viewer, envelope) && !hasRole(viewer, 'admin'))
    throw new Refusal('forbidden', 'This is for those who may publish this entry.')
  const object = `/ap/objects/${envelope.id}`
  const handle = await voiceOf(deps, entry)
  const own = (await voices(deps.db)).find((voice) => handle.startsWith(`@${voice.handle}@`))
  return privatePage(
    deps,
    c,
    { title: deliveryTexts[c.var.locale].ofEntry(envelope.title), active: 'network' },
    <EntryDeliveries
      title={envelope.title}
      path={envelope.path}
      voice={{ handle, followers: own?.followers ?? 0 }}
      isPublic={isPublic(envelope.state)}
      counts={await deliveryCounts(deps, { object })}
      rows={(await deliveryRows(deps, { object, limit: 1000 })).map(shownDelivery)}
      now={deps.now()}
    />,
  )
}

const shownDelivery = ({
  host,
  type,
  state,
  attempts,
  nextAt,
  lastError,
  endedAt,
}: Delivery): ShownDelivery => ({
  ...{ host, type, state, attempts, nextAt, endedAt },
  error: lastError,
})
