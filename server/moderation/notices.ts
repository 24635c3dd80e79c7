import type { Step } from '../../db/open.ts'
import { deliver } from '../accounts/letters.ts'
import type { Deps } from '../deps.ts'
import type { Outcome } from './decide.ts'
import { isNoticeSort, noticeLetter, type NoticeSort } from './letters.ts'
import { dropNotice, insertNotice, noticesOfReports, waitingNotices } from './notice-store.ts'
import type { ReportRow } from './report-store.ts'
import type { Thing } from './thing.ts'

/** After this long a letter that could not leave is given up, and forgotten. */
const triedFor = 7 * 86_400_000

/**
 * What a decision owes those who reported without an account: recorded with it, so that they are told even if the relay
 * is away. Members are told by `notifications`, which reads decisions and reports: nobody is told by both.
 */
export function noticeSteps(
  deps: Deps,
  { thing, report }: { thing: Thing | undefined; report: ReportRow | undefined },
  outcome: Outcome,
): Step[] {
  if (deps.mailer === null) return []
  const kept = outcome === 'none' || outcome === 'shown' || outcome === 'accepted'
  const sort: NoticeSort = kept ? 'report-kept' : 'report-acted'
  // Of a picture, only whoever reported it so: others may have meant the words beside it.
  const takenAway = kept || outcome === 'handled' || outcome === 'picture-removed' ? undefined : thing
  return report === undefined && takenAway === undefined
    ? []
    : [noticesOfReports({ sort, now: deps.now(), id: report?.id ?? null, thing: takenAway })]
}

/** Housekeeping calls. A notice is gone before its letter leaves, so that nobody gets two; put back if it could not. */
export async function sendNotices(deps: Deps): Promise<void> {
  if (deps.mailer === null) return
  const { origin, settings } = deps.hub
  for (const notice of await waitingNotices(deps.db)) {
    if (!(await dropNotice(deps.db, notice.id)) || !isNoticeSort(notice.sort)) continue
    const to = { email: notice.reader, locale: settings.locale }
    const letter = noticeLetter(notice.sort, to, { hub: settings.name, link: `${origin}/signaler` })
    const delivery = await deliver(deps, letter)
    if (delivery === 'left' || delivery === 'nobody') continue
    if (notice.createdAt > deps.now() - triedFor) await deps.db.write([insertNotice(deps.db, notice)])
    if (delivery === 'no mail') return
  }
}
