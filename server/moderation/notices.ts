import type { Step } from '../../db/open.ts'
import type { Authority } from '../accounts/accounts.ts'
import { send } from '../accounts/letters.ts'
import { userById } from '../accounts/store.ts'
import type { Deps } from '../deps.ts'
import { entryById } from '../entries/queries.ts'
import { idOf } from './decisions.ts'
import { isNoticeSort, noticeLetter, toAuthor, type NoticeSort } from './letters.ts'
import { dropNotice, insertNotice, noticesOfReports, waitingNotices, type NoticeRow } from './notice-store.ts'
import type { Outcome } from './decide.ts'
import type { ReportRow } from './report-store.ts'
import type { Thing } from './thing.ts'

/** After this long a letter that could not leave is given up, and forgotten. */
const triedFor = 7 * 86_400_000

/** What is owed for a decision: recorded with it, so that it is told even if the relay is away. */
export function noticeSteps(
  deps: Deps,
  by: Authority,
  { thing, report }: { thing: Thing | undefined; report: ReportRow | undefined },
  { outcome, reason }: { outcome: Outcome; reason: string },
): Step[] {
  if (deps.mailer === null) return []
  const now = deps.now()
  const kept = outcome === 'none' || outcome === 'shown' || outcome === 'accepted'
  const sort: NoticeSort = kept ? 'report-kept' : 'report-acted'
  const takesAway = !kept && outcome !== 'handled' && thing !== undefined
  return [
    ...(report === undefined ? [] : [noticesOfReports({ sort, now, id: report.id })]),
    ...(takesAway ? [noticesOfReports({ sort, now, thing })] : []),
    ...toItsAuthor(deps, by, thing, { outcome, reason }),
  ]
}

/** Somebody of ours, who has not done it themselves. */
function toItsAuthor(
  deps: Deps,
  by: Authority,
  thing: Thing | undefined,
  { outcome, reason }: { outcome: Outcome; reason: string },
): Step[] {
  const sort = thing === undefined ? undefined : sortFor(thing, outcome)
  const reader = thing?.author.userId ?? null
  if (thing === undefined || sort === undefined || reader === null || reader === idOf(by)) return []
  // What waits for a look is no longer a secret once its author is told why.
  const said = sort === 'comment-shown' || sort === 'topic-accepted' ? '' : reason
  const row = {
    title: thing.title,
    path: thing.subject === 'entry' ? thing.id : (thing.path ?? ''),
    reason: said,
  }
  return [insertNotice(deps.db, { id: deps.newId(), sort, reader, ...row, createdAt: deps.now() })]
}

function sortFor({ subject, state }: Thing, outcome: Outcome): NoticeSort | undefined {
  // Shown again after a report was dismissed is no news; shown after it waited is.
  if (outcome === 'shown' && state !== 'held') return undefined
  const about = subject === 'comment' ? 'comment' : outcome === 'removed' ? 'entry' : 'topic'
  return toAuthor.find((sort) => sort === `${about}-${outcome}`)
}

/** Housekeeping calls. A notice is gone before its letter leaves, so that nobody gets two; put back if it could not. */
export async function sendNotices(deps: Deps): Promise<void> {
  if (deps.mailer === null) return
  for (const notice of await waitingNotices(deps.db)) {
    if (!(await dropNotice(deps.db, notice.id))) continue
    const to = await readerOf(deps, notice.reader)
    if (to === null || !isNoticeSort(notice.sort)) continue
    const { title, reason } = notice
    const about = { hub: deps.hub.settings.name, link: await linkOf(deps, notice), title, reason }
    const left = await send(deps, noticeLetter(notice.sort, to, about))
    if (!left && notice.createdAt > deps.now() - triedFor)
      await deps.db.write([insertNotice(deps.db, notice)])
  }
}

/** Null: no longer with us. */
async function readerOf(deps: Deps, reader: string) {
  if (reader.includes('@')) return { email: reader, locale: deps.hub.settings.locale }
  const user = await userById(deps.db, reader)
  return user?.state === 'active' ? { email: user.email, locale: user.locale } : null
}

/** A topic has its address once it is published, and its page of drafts until then. */
async function linkOf({ hub, ...deps }: Deps, { sort, path }: NoticeRow): Promise<string> {
  if (sort === 'comment-shown') return hub.origin + path
  if (sort === 'topic-refused') return `${hub.origin}/brouillons`
  if (sort !== 'topic-accepted') return `${hub.origin}/signaler`
  const entry = await entryById({ hub, ...deps }, path)
  return hub.origin + (entry?.envelope.path ?? '/forum')
}
