import { AllInquiries } from '../../../views/inquiries/all.tsx'
import { Inquiries } from '../../../views/inquiries/list.tsx'
import { inquiryTexts } from '../../../views/inquiries/texts.ts'
import type { FlashKey } from '../../../views/flash-texts.ts'
import { required, type Viewer } from '../../accounts/viewer.ts'
import { later } from '../../accounts/letters.ts'
import type { Deps } from '../../deps.ts'
import { pageNumber } from '../../entries/list.ts'
import type { Entry } from '../../entries/load.ts'
import { actOf, mayReadInquiries } from '../../inquiries/access.ts'
import { erase, markHandled, reopen } from '../../inquiries/commands.ts'
import { inquiriesCsv } from '../../inquiries/csv.ts'
import { keptDays, longestDays } from '../../inquiries/forget.ts'
import { serveLine } from '../../inquiries/line.ts'
import { entriesAsked, inquiriesPerPage, inquiriesTo, inquiryCounts } from '../../inquiries/queries.ts'
import { kindNamed } from '../../kinds/index.ts'
import type { Inquiry, Kind } from '../../kinds/kind.ts'
import { Refusal } from '../../refusal.ts'
import { privatePage } from '../accounts/private-page.tsx'
import { soughtEntry } from '../entries/seek.ts'
import type { Ctx } from '../env.ts'
import { turnoutOf } from '../../registrations/queries.ts'
import { setFlash } from '../middleware/flash.ts'

/** `/emplois/menuisier/demandes`: who wrote, for those who publish. */
export const showInquiries = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const { entry, open } = await readable(deps, c, kind)
  const { n, path } = entry.envelope
  const number = pageNumber(c.req.query('page'))
  const counts = await inquiryCounts(deps.db, n)
  const page = { limit: inquiriesPerPage, offset: (number - 1) * inquiriesPerPage }
  const rows = await inquiriesTo(deps.db, n, page)
  return privatePage(
    deps,
    c,
    { title: `${inquiryTexts[c.var.locale][open.act].many} – ${entry.envelope.title}` },
    <Inquiries
      act={open.act}
      entry={entry.envelope}
      atDoor={kind.when !== undefined}
      waiting={(await turnoutOf(deps.db, n)).waiting}
      inquiries={rows.map(({ confirmedAt, forwardedAt, handledAt, handledByName, ...row }) => ({
        ...row,
        line: row.waitingSince === null ? null : { until: row.offeredUntil },
        at: confirmedAt ?? row.createdAt,
        forwarded: forwardedAt !== null,
        handled: handledAt === null ? null : { at: handledAt, by: handledByName },
      }))}
      counts={counts}
      places={open.places}
      pager={{
        page: number,
        pages: Math.max(1, Math.ceil(counts.all / inquiriesPerPage)),
        href: (other) => `${path}/demandes${other === 1 ? '' : `?page=${other}`}`,
      }}
      now={deps.now()}
      kept={{ days: keptDays, longest: longestDays }}
    />,
  )
}

/** The whole table, for a spreadsheet. */
export const downloadInquiries = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const { entry } = await readable(deps, c, kind)
  const rows = await inquiriesTo(deps.db, entry.envelope.n, { limit: 10_000, offset: 0 })
  return c.body(await inquiriesCsv(rows, c.var.locale), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${entry.envelope.slug}-demandes.csv"`,
    'Cache-Control': 'private, no-store',
  })
}

type Act = (deps: Deps, viewer: Viewer, entry: Entry, id: string) => Promise<void>

export const inquiryActs: readonly (readonly [string, Act, FlashKey])[] = [
  ['traiter', markHandled, 'inquiry-handled'],
  ['rouvrir', reopen, 'inquiry-reopened'],
  ['effacer', erase, 'inquiry-erased'],
]

export const actOnInquiry = (deps: Deps, kind: Kind, act: Act, said: FlashKey) => async (c: Ctx) => {
  const viewer = required(c.var.viewer, 'member')
  const entry = await soughtEntry(deps, c, kind)
  await act(deps, viewer, entry, c.req.param('inquiry') ?? '')
  // What was erased may have been a place.
  later(deps, () => serveLine(deps, entry))
  setFlash(deps, c, said)
  return c.redirect(`${entry.envelope.path}/demandes`, 303)
}

/** `/demandes`: all that waits for this person. */
export const showAllInquiries = (deps: Deps) => async (c: Ctx) => {
  const viewer = required(c.var.viewer, 'member')
  const asked = await entriesAsked(deps.db, viewer)
  return privatePage(
    deps,
    c,
    { title: inquiryTexts[c.var.locale].all },
    <AllInquiries
      entries={asked.map(({ title, language, kind, slug, open }) => ({
        ...{ title, language, open, act: actOf(kindNamed(kind)) },
        href: `${kindNamed(kind)?.path ?? ''}/${slug}/demandes`,
      }))}
    />,
  )
}

async function readable(deps: Deps, c: Ctx, kind: Kind): Promise<{ entry: Entry; open: Inquiry }> {
  const viewer = required(c.var.viewer, 'member')
  const entry = await soughtEntry(deps, c, kind)
  if (!mayReadInquiries(viewer, entry.envelope))
    throw new Refusal('forbidden', 'These are for those who publish the entry.')
  const own = entry.fields === null ? null : (kind.inquiry?.(entry.fields) ?? null)
  return { entry, open: own ?? { act: actOf(kind), email: null, places: null } }
}
