import { Hono } from 'hono'
import { FollowList, listTexts, ReadList } from '../../../views/network/list.tsx'
import { required } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { addressList } from '../../feeds/address-list.ts'
import type { Federation } from '../../federation/federation.ts'
import { readList } from '../../federation/moving/lines.ts'
import { followedAddresses, forgetFailedFollows, pendingFollows } from '../../federation/moving/lists.ts'
import { formOf } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import { hostOf } from '../entries/look.ts'
import type { Ctx, Env } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { listBody } from '../moving/routes.tsx'
import { keptFault } from './follow-fault.ts'

const path = '/reseau/abonnements/liste'

/** Whom the hub follows as a list: taken along, and brought in (what a moved hub followed before). */
export const followListRoutes = (
  deps: Deps,
  federation: { moving: Pick<Federation['moving'], 'followAll'> },
) =>
  new Hono<Env>()
    .get('/reseau/abonnements.csv', async (c) => {
      required(c.var.viewer, 'admin')
      // Mastodon's columns, and what it takes for granted.
      const more = { 'Show boosts': 'true', 'Notify on new posts': 'false', Languages: '' }
      return addressList('following_accounts.csv', await followedAddresses(deps.db), more)
    })
    .get(path, (c) => listPage(deps, c, { typed: '', error: undefined }))
    .post(path, listBody, async (c) => {
      required(c.var.viewer, 'admin')
      const typed = (await formOf(c))['list'] ?? ''
      const lines = readList(typed, hostOf(deps.hub.origin))
      if (lines.length === 0) return listPage(deps, c, { typed, error: listTexts[c.var.locale].empty })
      const { fresh, known } = await sorted(deps, typed)
      return privatePage(
        deps,
        c,
        { title: listTexts[c.var.locale].preview, active: 'network' },
        <ReadList
          {...{ typed, fresh }}
          known={known.length}
          wrong={lines.flatMap(({ line, text, fault }) => (fault === null ? [] : [{ line, text, fault }]))}
        />,
      )
    })
    .post(`${path}/suivre`, listBody, async (c) => {
      required(c.var.viewer, 'admin')
      const { fresh } = await sorted(deps, (await formOf(c))['list'] ?? '')
      await federation.moving.followAll(fresh)
      setFlash(deps, c, 'list-asked')
      return c.redirect(path, 303)
    })
    .post(`${path}/oublier`, async (c) => {
      required(c.var.viewer, 'admin')
      await forgetFailedFollows(deps)
      setFlash(deps, c, 'list-cleared')
      return c.redirect(path, 303)
    })

async function sorted(deps: Deps, typed: string): Promise<{ fresh: string[]; known: string[] }> {
  const followed = new Set(await followedAddresses(deps.db))
  const read = readList(typed, hostOf(deps.hub.origin)).flatMap(({ address }) => address ?? [])
  return {
    fresh: read.filter((address) => !followed.has(address)),
    known: read.filter((address) => followed.has(address)),
  }
}

async function listPage(
  deps: Deps,
  c: Ctx,
  { typed, error }: { typed: string; error: string | undefined },
): Promise<Response> {
  required(c.var.viewer, 'admin')
  const { waiting, failed } = await pendingFollows(deps.db)
  return privatePage(
    deps,
    c,
    {
      title: listTexts[c.var.locale].title,
      active: 'network',
      status: error === undefined ? 200 : 422,
    },
    <FollowList
      {...{ typed, error, waiting }}
      failed={failed.map(({ address, error: kind }) => ({ address, fault: keptFault(kind) }))}
    />,
  )
}
