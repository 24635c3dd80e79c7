import { Hono } from 'hono'
import type { Sent } from '../../../views/moderation/decision-form.tsx'
import { Reports, type ShownReport } from '../../../views/moderation/reports.tsx'
import type { Locale } from '../../../views/language.tsx'
import type { Deps } from '../../deps.ts'
import type { Federation } from '../../federation/federation.ts'
import { decide, outcomesFor } from '../../moderation/decide.ts'
import { memberNames } from '../../moderation/member-names.ts'
import { thing, things } from '../../moderation/queries.ts'
import { openReports, reportById, type ReportRow } from '../../moderation/store.ts'
import { keyOf } from '../../moderation/thing.ts'
import { Refusal } from '../../refusal.ts'
import { smallBody } from '../accounts/form.ts'
import type { Ctx, Env } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { flashOf, moderator, readDecision } from './deciding.ts'
import { moderationPage } from './moderation-page.tsx'
import { shownThing } from './shown.ts'

/** What people and servers reported, oldest first, and what comes of it. */
export const reportRoutes = (deps: Deps, federation: Pick<Federation, 'wake'>): Hono<Env> =>
  new Hono<Env>()
    .get('/', (c) => reportsPage(deps, c, null))
    .post('/:id/decision', smallBody, async (c) => {
      const viewer = moderator(c)
      const report = await reportById(deps.db, c.req.param('id'))
      if (report === undefined) throw new Refusal('absent', 'There is no such report.')
      const about = await thing(deps, report)
      const read = await readDecision(deps, c, '/moderation/signalements', about)
      if (read.made === null) return reportsPage(deps, c, { id: report.id, ...read.again })
      await decide(deps, viewer, { thing: about, report }, read.made)
      federation.wake()
      setFlash(deps, c, flashOf[read.made.outcome])
      return c.redirect(read.back, 303)
    })

async function reportsPage(deps: Deps, c: Ctx, failed: ({ id: string } & Sent) | null): Promise<Response> {
  moderator(c)
  const { locale } = c.var
  return moderationPage(
    deps,
    c,
    'reports',
    <Reports reports={await shownReports(deps, locale)} now={deps.now()} failed={failed} />,
    failed === null ? 200 : 422,
  )
}

async function shownReports(deps: Deps, locale: Locale): Promise<ShownReport[]> {
  const open = await openReports(deps.db)
  const found = await things(deps, open)
  const names = await memberNames(
    deps.db,
    open.map(({ reporter }) => reporter),
  )
  return open.map((report) => {
    const about = found.get(keyOf(report))
    return {
      id: report.id,
      subject: report.subject,
      reason: report.reason,
      at: report.createdAt,
      reporter: reporterOf(report, names),
      thing: about === undefined ? null : shownThing(about, locale),
      outcomes: outcomesFor(about, true),
    }
  })
}

/** A member's id, an actor's address, an e-mail address, or nothing. */
function reporterOf({ reporter }: ReportRow, names: ReadonlyMap<string, string>): ShownReport['reporter'] {
  const member = names.get(reporter)
  if (member !== undefined) return { kind: 'member', name: member }
  if (reporter.includes('://')) return { kind: 'server', name: reporter }
  return reporter.includes('@') ? { kind: 'email', name: reporter } : { kind: 'nobody', name: '' }
}
