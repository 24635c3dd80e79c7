import { Hono } from 'hono'
import { z } from 'zod'
import { HostDeliveries } from '../../../views/network/deliveries.tsx'
import type { ShownDelivery } from '../../../views/network/delivery-list.tsx'
import { hostsPath } from '../../../views/network/hosts.tsx'
import { hostTexts } from '../../../views/network/host-texts.ts'
import { deliveryTexts } from '../../../views/network/delivery-texts.ts'
import { EntryDeliveries, type ShownReach } from '../../../views/network/entry-deliveries.tsx'
import { parse } from '../../accounts/input.ts'
import { hasRole, required } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { isPublic, mayPublish } from '../../entries/entry.ts'
import type { Federation } from '../../federation/federation.ts'
import { voices } from '../../federation/neighbours.ts'
import { reachOf, type ReachedHost } from '../../federation/entry-reach.ts'
import { listedHost } from '../../federation/host-list.ts'
import { deliveryCounts, deliveryRows, type Delivery } from '../../federation/status.ts'
import { optionalLine } from '../../kinds/gate.ts'
import { Refusal } from '../../refusal.ts'
import { formOf, smallBody } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import { voiceOf } from '../entries/frame.ts'
import { byId } from '../entries/save.ts'
import { outside } from '../entries/look.ts'
import type { Ctx, Env } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'

const page = '/reseau/livraisons'
const shown = 100
const retryInput = z.object({ host: optionalLine(300), fiche: optionalLine(40) })

/** What left, what waits and why: by host, by `?serveur=`, and for one entry by `?fiche=`. */
export const deliveryRoutes = (deps: Deps, federation: Pick<Federation, 'retry' | 'refused'>): Hono<Env> =>
  new Hono<Env>()
    .get('/', async (c) => {
      const { fiche, serveur } = c.req.query()
      if (fiche !== undefined) return ofEntry(deps, c, fiche)
      required(c.var.viewer, 'admin')
      return serveur === undefined ? c.redirect(hostsPath, 302) : ofHost(deps, federation, c, serveur)
    })
    .post('/essais', smallBody, async (c) => {
      required(c.var.viewer, 'admin')
      const { input } = parse(retryInput, await formOf(c))
      if (input === null) throw new Refusal('invalid', 'This names no host and no entry.')
      const { host, fiche } = input
      const object = fiche === null ? null : `${deps.hub.origin}/ap/objects/${fiche}`
      await federation.retry(object !== null ? { object } : host !== null ? { host } : { all: true })
      setFlash(deps, c, 'delivery-retried')
      return c.redirect(fiche === null ? hostsPath : `${page}?fiche=${encodeURIComponent(fiche)}`, 303)
    })

async function ofHost(
  deps: Deps,
  federation: Pick<Federation, 'refused'>,
  c: Ctx,
  host: string,
): Promise<Response> {
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
    { title: hostTexts[c.var.locale].of(host), active: 'network' },
    <HostDeliveries
      host={host}
      known={(await listedHost(deps.db, host, deps.now())) ?? null}
      refusals={federation.refused.of(host)}
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
      id={envelope.id}
      title={envelope.title}
      language={envelope.language}
      path={envelope.path}
      voice={{ handle, followers: own?.followers ?? 0 }}
      isPublic={isPublic(envelope.state)}
      counts={await deliveryCounts(deps, { object })}
      hosts={(await reachOf(deps, object)).map((reach) =>
        shownReach(reach, envelope.publishedAt, deps.now()),
      )}
      mayRetry={hasRole(viewer, 'admin')}
      now={deps.now()}
    />,
  )
}

const month = 30 * 24 * 3_600_000

function shownReach(
  { host, software, followers, followedSince, deliveries }: ReachedHost,
  publishedAt: number | null,
  now: number,
): ShownReach {
  const later = followedSince !== null && publishedAt !== null && followedSince > publishedAt
  const old = publishedAt !== null && publishedAt < now - month
  return {
    ...{ host, followers, software: software?.name ?? null },
    deliveries: deliveries.map(shownDelivery),
    notSent: later ? 'followed-later' : old ? 'long-ago' : 'preparing',
  }
}

const shownDelivery = ({
  object,
  type,
  state,
  attempts,
  nextAt,
  lastError,
  endedAt,
}: Delivery): ShownDelivery => ({
  object: outside(object) ?? null,
  ...{ type, state, attempts, nextAt, endedAt },
  error: lastError,
})
