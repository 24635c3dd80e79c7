import { Hono } from 'hono'
import { ModerationLog } from '../../../views/moderation/log.tsx'
import { logTexts } from '../../../views/moderation/log-texts.ts'
import type { Deps } from '../../deps.ts'
import { pageNumber } from '../../entries/list.ts'
import { publicLog } from '../../moderation/public-log.ts'
import type { Env } from '../env.ts'
import { page } from '../page.tsx'

export const logPath = '/moderation/journal'

/** What was decided, for everybody, where the administrator has it so. */
export const logRoutes = (deps: Deps): Hono<Env> =>
  new Hono<Env>().get('/', async (c) => {
    const { decisions, ...pages } = await publicLog(deps, pageNumber(c.req.query('page')))
    const { title, description } = logTexts[c.var.locale]
    return page(
      deps,
      c,
      { title, description, robots: 'noindex' },
      <ModerationLog
        decisions={decisions}
        pager={{ ...pages, href: (number) => (number === 1 ? logPath : `${logPath}?page=${number}`) }}
      />,
    )
  })
