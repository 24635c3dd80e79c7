import { Hono } from 'hono'
import type { Sent } from '../../../views/moderation/decision-form.tsx'
import { Reports } from '../../../views/moderation/reports.tsx'
import { parse } from '../../accounts/input.ts'
import type { Deps } from '../../deps.ts'
import { pageNumber } from '../../entries/list.ts'
import type { Federation } from '../../federation/federation.ts'
import { decide } from '../../moderation/decide.ts'
import { forwardInput, forwardReport } from '../../moderation/forwarding.ts'
import { thing } from '../../moderation/queries.ts'
import {
  countReports,
  listReports,
  reportById,
  reportsOnPage,
  type ReportRow,
} from '../../moderation/report-store.ts'
import { reopen } from '../../moderation/undo.ts'
import { Refusal } from '../../refusal.ts'
import { formOf, mend, smallBody } from '../accounts/form.ts'
import { backPath } from '../back-path.ts'
import type { Ctx, Env } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { flashOf, moderator, readDecision } from './deciding.ts'
import { moderationPage } from './moderation-page.tsx'
import { shownReports } from './shown-reports.ts'

const here = '/moderation/signalements'

/** What people and servers reported, oldest first, what comes of it, and what came of the others. */
export const reportRoutes = (deps: Deps, federation: Pick<Federation, 'wake'>): Hono<Env> =>
  new Hono<Env>()
    .get('/', (c) => reportsPage(deps, c, new URL(c.req.url).searchParams, null))
    .post('/:id/decision', smallBody, async (c) => {
      const viewer = moderator(c)
      const report = await reportAt(deps, c)
      const about = await thing(deps, report)
      const read = await readDecision(deps, c, here, about)
      if (read.made === null) return failedPage(deps, c, report, 'decision', read.again)
      await decide(deps, viewer, { thing: about, report }, read.made)
      federation.wake()
      setFlash(deps, c, flashOf[read.made.outcome])
      return c.redirect(read.back, 303)
    })
    .post('/:id/transmission', smallBody, async (c) => {
      const viewer = moderator(c)
      const report = await reportAt(deps, c)
      const sent = await formOf(c)
      const { input, faults } = parse(forwardInput, sent)
      if (input === null) return failedPage(deps, c, report, 'forward', mend(c, sent, faults))
      await forwardReport(deps, viewer, { report, thing: await thing(deps, report) }, input)
      federation.wake()
      setFlash(deps, c, 'report-forwarded')
      return c.redirect(`${backPath(sent['retour'], here)}#signalement-${report.id}`, 303)
    })
    .post('/:id/reouverture', smallBody, async (c) => {
      const viewer = moderator(c)
      const report = await reportAt(deps, c)
      const sent = await formOf(c)
      await reopen(deps, viewer, report, (sent['reason'] ?? '').trim().slice(0, 1000))
      setFlash(deps, c, 'report-reopened')
      return c.redirect(here, 303)
    })

async function reportAt({ db }: Deps, c: Ctx): Promise<ReportRow> {
  const report = await reportById(db, c.req.param('id') ?? '')
  if (report === undefined) throw new Refusal('absent', 'There is no such report.')
  return report
}

/** Which of the two forms of which report came back. */
type Failed = { id: string; form: 'decision' | 'forward' } & Sent

/** The page that the form stood on. */
function failedPage(
  deps: Deps,
  c: Ctx,
  { id }: ReportRow,
  form: Failed['form'],
  again: Sent,
): Promise<Response> {
  const asked = new URLSearchParams((again.values['retour'] ?? '').split('?')[1])
  return reportsPage(deps, c, asked, { id, form, ...again })
}

async function reportsPage(
  deps: Deps,
  c: Ctx,
  asked: URLSearchParams,
  failed: Failed | null,
): Promise<Response> {
  moderator(c)
  const closed = asked.get('etat') === 'classes'
  const counts = await countReports(deps.db)
  const pages = Math.max(1, Math.ceil((closed ? counts.closed : counts.open) / reportsOnPage))
  // What was decided on the last page may have emptied it.
  const page = Math.min(pageNumber(asked.get('page') ?? undefined), pages)
  const rows = await listReports(deps.db, { closed, page })
  return moderationPage(
    deps,
    c,
    'reports',
    <Reports
      reports={await shownReports(deps, c.var.locale, rows)}
      closed={closed}
      counts={counts}
      back={pathOf(closed, page)}
      pager={{ page, pages, href: (number) => pathOf(closed, number) }}
      publicLog={deps.hub.settings.moderationLog === 'public'}
      now={deps.now()}
      failed={failed}
    />,
    failed === null ? 200 : 422,
  )
}

function pathOf(closed: boolean, page: number): string {
  const query = [...(closed ? ['etat=classes'] : []), ...(page === 1 ? [] : [`page=${page}`])]
  return query.length === 0 ? here : `${here}?${query.join('&')}`
}
