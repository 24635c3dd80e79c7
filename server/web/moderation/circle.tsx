import { Hono } from 'hono'
import { z } from 'zod'
import { Circle, CircleConfirmation } from '../../../views/moderation/circle.tsx'
import { circleTexts } from '../../../views/moderation/circle-texts.ts'
import { nothingSent, type Sent } from '../../../views/moderation/decision-form.tsx'
import { parse } from '../../accounts/input.ts'
import { required } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import type { Federation } from '../../federation/federation.ts'
import { choice, flag } from '../../kinds/gate.ts'
import {
  allowed,
  allowHosts,
  chooseCircle,
  disallowHost,
  followedHosts,
  hostsTyped,
  publishBlocks,
  reachOutside,
} from '../../moderation/circle.ts'
import { formDataOf, formOf, mend, smallBody, textIn } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import type { Ctx, Env } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'

const circleInput = z.object({
  federation: choice(['open', 'chosen']),
  blocksShown: choice(['nobody', 'everyone']),
  confirmed: flag,
})

const path = '/reglages/federation'

/** With whom the hub speaks: an administrator's to choose. */
export const circleRoutes = (deps: Deps, federation: Pick<Federation, 'wake'>): Hono<Env> =>
  new Hono<Env>()
    .get(path, (c) => circlePage(deps, c, nothingSent))
    .post(path, smallBody, async (c) => {
      const viewer = required(c.var.viewer, 'admin')
      const form = await formDataOf(c)
      const { input, faults } = parse(circleInput, textIn(form))
      if (input === null) return circlePage(deps, c, mend(c, textIn(form), faults))
      const { federation: circle, blocksShown, confirmed } = input
      const narrows = circle === 'chosen' && deps.hub.settings.federation === 'open'
      if (narrows && !confirmed) return confirmation(deps, c, blocksShown)
      const { hosts } = hostsTyped(form.getAll('hosts').map(String))
      await chooseCircle(deps, viewer, circle, narrows ? hosts : [])
      await publishBlocks(deps, viewer, blocksShown)
      federation.wake()
      return saved(deps, c)
    })
    .post(`${path}/serveurs`, smallBody, async (c) => {
      const viewer = required(c.var.viewer, 'admin')
      const sent = await formOf(c)
      const { hosts, others } = hostsTyped((sent['hosts'] ?? '').split(/[\s,;]+/))
      if (others.length > 0 || hosts.length === 0) {
        const names = others.slice(0, 10).join(', ') || '–'
        return circlePage(deps, c, {
          values: sent,
          errors: { hosts: circleTexts[c.var.locale].notHosts(names) },
        })
      }
      await allowHosts(deps, viewer, hosts)
      federation.wake()
      return saved(deps, c)
    })
    .post(`${path}/serveurs/retrait`, smallBody, async (c) => {
      const viewer = required(c.var.viewer, 'admin')
      await disallowHost(deps, viewer, (await formOf(c))['host'] ?? '')
      return saved(deps, c)
    })

function saved(deps: Deps, c: Ctx): Response {
  setFlash(deps, c, 'circle-saved')
  return c.redirect(path, 303)
}

async function circlePage(deps: Deps, c: Ctx, again: Sent): Promise<Response> {
  required(c.var.viewer, 'admin')
  const { federation, blocksShown } = deps.hub.settings
  const hosts = (await allowed(deps.db)).map(({ host }) => host)
  return privatePage(
    deps,
    c,
    {
      title: circleTexts[c.var.locale].title,
      status: Object.keys(again.errors).length > 0 ? 422 : 200,
    },
    <Circle {...{ federation, blocksShown, hosts }} {...again} />,
  )
}

async function confirmation(deps: Deps, c: Ctx, blocksShown: string): Promise<Response> {
  const hosts = new Set((await allowed(deps.db)).map(({ host }) => host))
  const followed = (await followedHosts(deps.db)).filter((host) => !hosts.has(host))
  return privatePage(
    deps,
    c,
    { title: circleTexts[c.var.locale].confirmTitle },
    <CircleConfirmation
      {...{ blocksShown, followed }}
      counts={await reachOutside(deps)}
      any={hosts.size > 0}
    />,
  )
}
