import { Offline, offlineTexts } from '../../../views/sharing/offline.tsx'
import type { Deps } from '../../deps.ts'
import type { Ctx } from '../env.ts'
import { page } from '../page.tsx'

/** `/hors-ligne?lang=fr`: kept by `static/sw.js`, which asks for it without a cookie. */
export const showOffline = (deps: Deps) => (c: Ctx) => {
  return page(deps, c, { title: offlineTexts[c.var.locale].title, robots: 'noindex' }, <Offline />)
}
