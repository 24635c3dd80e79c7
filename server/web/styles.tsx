import { Hono } from 'hono'
import { Ended } from '../../views/styles/messages.tsx'
import { shownWays, Styles, type ShownWay } from '../../views/styles/page.tsx'
import { stylesTexts } from '../../views/styles/texts.ts'
import { isLoopback } from '../config.ts'
import type { Deps } from '../deps.ts'
import { kinds } from '../kinds/index.ts'
import { departments } from '../places/departments.ts'
import { quantiles, shadeOf } from '../places/quantiles.ts'
import { lookOf } from './entries/look.ts'
import type { Ctx, Env } from './env.ts'
import { page } from './page.tsx'
import { codeOf } from './posters/code.ts'

const shades = quantiles([1, 3, 8, 20])

/** So many in each that every shade is worn: nothing in one of five. */
const map = {
  shades,
  departments: departments.map(([code, name], index) => {
    const count = [0, 1, 3, 8, 20][index % 5] ?? 0
    return { code, name, count, shade: shadeOf(count, shades), href: '/styles', isDrawn: code.length === 2 }
  }),
}

const path = '/styles'

/** `/styles`: every component in every state, for those who build pages. Only on a hub of this very machine. */
export const stylesRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get(path, async (c) => {
      if (!isLoopback(new URL(deps.hub.origin).hostname)) return c.notFound()
      const on = new Set(ways.filter((way) => c.req.query(way) === shownWays[way]))
      if (on.has('langue')) c.set('locale', 'en')
      const code = await codeOf(`${deps.hub.origin}/`)
      return show(
        deps,
        c,
        on,
        <Styles
          kinds={kinds.map((kind) => lookOf(kind, c.var.locale))}
          now={deps.now()}
          code={code}
          map={map}
          on={on}
          href={(way) => hrefOf(on, way)}
        />,
      )
    })
    .get(`${path}/fin`, async (c) =>
      isLoopback(new URL(deps.hub.origin).hostname) ? show(deps, c, new Set(), <Ended />) : c.notFound(),
    )

const ways = Object.keys(shownWays) as ShownWay[] // The keys of an object that is written above.

const show = (deps: Deps, c: Ctx, on: ReadonlySet<ShownWay>, content: Parameters<typeof page>[3]) =>
  page(
    deps,
    c,
    {
      title: stylesTexts[c.var.locale].title,
      robots: 'noindex',
      // What a script shows is shown too: the toolbar of the editor.
      scripts: ['editor.js'],
      direction: on.has('dir') ? 'rtl' : 'ltr',
      sheets: on.has('contraste') ? ['styles.css', 'contrast.css'] : ['styles.css'],
    },
    content,
  )

function hrefOf(on: ReadonlySet<ShownWay>, way: ShownWay | null): string {
  if (way === null) return path
  const chosen = ways.filter((one) => (one === way ? !on.has(one) : on.has(one)))
  const query = chosen.map((one) => `${one}=${shownWays[one]}`).join('&')
  return query === '' ? path : `${path}?${query}`
}
