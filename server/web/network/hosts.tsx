import { Hono } from 'hono'
import { z } from 'zod'
import { Hosts, hostsPath } from '../../../views/network/hosts.tsx'
import { hostTexts } from '../../../views/network/host-texts.ts'
import { parse } from '../../accounts/input.ts'
import { required } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import type { Federation } from '../../federation/federation.ts'
import { hostList, hostsOnPage, hostSorts, hostViews, type HostFilter } from '../../federation/host-list.ts'
import { line } from '../../kinds/gate.ts'
import { Refusal } from '../../refusal.ts'
import { hostNamed } from '../../text/host.ts'
import { formOf, smallBody } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import type { Ctx, Env } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'

const refusalsShown = 30
const letBeInput = z.object({ host: line(300) })

/** The servers we speak with: for administrators alone, since it says who follows from where. */
export const hostRoutes = (deps: Deps, federation: Pick<Federation, 'letBe' | 'refused'>): Hono<Env> =>
  new Hono<Env>()
    .get('/', async (c) => {
      required(c.var.viewer, 'admin')
      const filter = filterOf(c)
      const { hosts, all, page } = await hostList(deps.db, filter, deps.now())
      const { view, words, sort } = filter
      const pathOf = (more: Record<string, string | number>): string =>
        `${hostsPath}?${new URLSearchParams({ ...queryOf(filter), ...textual(more) })}`
      return privatePage(
        deps,
        c,
        { title: hostTexts[c.var.locale].title, active: 'network' },
        <Hosts
          {...{ hosts, all, view, words, sort }}
          viewHref={(etat) => pathOf({ etat })}
          refusals={federation.refused.list().slice(0, refusalsShown)}
          pager={{
            page,
            pages: Math.max(1, Math.ceil(all / hostsOnPage)),
            href: (number) => pathOf({ page: number }),
          }}
          now={deps.now()}
        />,
      )
    })
    .post('/paix', smallBody, async (c) => {
      required(c.var.viewer, 'admin')
      const { input } = parse(letBeInput, await formOf(c))
      const host = input === null ? null : hostNamed(input.host)
      if (host === null) throw new Refusal('invalid', 'This is no host.', { fields: { host: 'wrong' } })
      await federation.letBe(host)
      setFlash(deps, c, 'host-let-be')
      return c.redirect(`${hostsPath}?etat=let-be`, 303)
    })

function filterOf(c: Ctx): HostFilter {
  const { etat, tri, q = '', page } = c.req.query()
  const asked = Number(page ?? 1)
  return {
    view: hostViews.find((view) => view === etat) ?? 'watch',
    sort: hostSorts.find((sort) => sort === tri) ?? 'name',
    words: q.trim().slice(0, 100),
    page: Number.isSafeInteger(asked) && asked > 0 ? asked : 1,
  }
}

const queryOf = ({ view, words, sort }: HostFilter): Record<string, string> => ({
  etat: view,
  ...(words === '' ? {} : { q: words }),
  ...(sort === 'name' ? {} : { tri: sort }),
})

const textual = (query: Record<string, string | number>): Record<string, string> =>
  Object.fromEntries(Object.entries(query).map(([key, value]) => [key, String(value)]))
