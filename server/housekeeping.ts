import { forgetExpiredSessions } from './accounts/session.ts'
import { sendDigests } from './alerts/digest.ts'
import { forgetAlerts } from './alerts/forget.ts'
import { askAround } from './checks/ask.ts'
import { forgetProposals } from './assemblies/forget.ts'
import { sendOwed } from './assemblies/owed.ts'
import type { Deps } from './deps.ts'
import { forgetOldTyped } from './entries/pending.ts'
import { forgetGroupings } from './groupings/commands.ts'
import { tellOfGroupings } from './groupings/letters.ts'
import { forgetCases } from './facilitation/forget.ts'
import { tellWaiting } from './facilitation/tell.ts'
import { forgetInquiries } from './inquiries/forget.ts'
import { forwardWaiting } from './inquiries/forward.ts'
import { serveLines } from './inquiries/line.ts'
import { sweepMedia, sweepThumbnails, sweepWithdrawn } from './media/sweep.ts'
import { forgetHandled } from './messages/commands.ts'
import { alertModerators } from './moderation/alert.ts'
import { sendNotifications } from './notifications/digest.ts'
import { forgetNotifications, gather } from './notifications/gather.ts'
import { sendNotices } from './moderation/notices.ts'
import { tellOfChanges } from './registrations/changes.ts'
import { Refusal } from './refusal.ts'
import { remindAuthors } from './reminders/remind.ts'
import { forgetStands } from './stands/forget.ts'
import { forgetSubmissions } from './submissions/forget.ts'
import { forgetSupports } from './supports/forget.ts'
import { forgetVisits } from './visits/forget.ts'
import { forwardWaitingVisits } from './visits/forward.ts'

const hour = 3_600_000
const fiveMinutes = 300_000

/** Between something and the moment when whom it concerns is told of it on their page. */
const moment = 2_000

/** What nobody asks for and somebody must do: now, and again and again until it is told to stop. */
export function keepHouse(deps: Deps): { stop(): Promise<void> } {
  let looked = -1
  let sinceLook = 0
  /** Where nothing was written there is nothing to tell; another process may have written, so once a minute it is asked. */
  const tellAround = async (): Promise<void> => {
    const version = deps.db.version()
    sinceLook += moment
    if (version === looked && sinceLook < 60_000) return
    looked = version
    sinceLook = 0
    await gather(deps)
  }
  let telling = said(deps, tellAround)
  let round = tidy(deps)
    .then(() => said(deps, () => sendDigests(deps)))
    .then(() => said(deps, () => sendNotifications(deps)))
  const every = (milliseconds: number, task: () => Promise<void>) =>
    setInterval(() => {
      round = round.then(task)
    }, milliseconds).unref()
  const timers = [
    every(hour, () => tidy(deps)),
    every(fiveMinutes, () => said(deps, () => alertModerators(deps))),
    every(fiveMinutes, () => said(deps, () => tellOfGroupings(deps))),
    every(fiveMinutes, () => said(deps, () => sendDigests(deps))),
    every(fiveMinutes, () => said(deps, () => sendNotifications(deps))),
    every(fiveMinutes, () => said(deps, () => serveLines(deps))),
    // On a round of its own: who is told on a page does not wait for letters.
    setInterval(() => {
      telling = telling.then(() => said(deps, tellAround))
    }, moment).unref(),
    every(fiveMinutes, () => said(deps, () => tellOfChanges(deps))),
    every(fiveMinutes, () => said(deps, () => sendNotices(deps))),
    every(fiveMinutes, () => said(deps, () => sendOwed(deps))),
    // What was erased should not stay on the disk for long, though nobody can ask for it.
    every(fiveMinutes, () => said(deps, async () => void (await sweepThumbnails(deps)))),
    every(fiveMinutes, () => said(deps, async () => void (await sweepWithdrawn(deps)))),
  ]
  return {
    stop: () => {
      for (const timer of timers) clearInterval(timer)
      return Promise.all([round, telling]).then(() => undefined)
    },
  }
}

const tidy = (deps: Deps): Promise<void> =>
  said(deps, async () => {
    await forgetExpiredSessions(deps)
    await forgetHandled(deps)
    await forgetInquiries(deps)
    await forgetGroupings(deps)
    await forgetStands(deps)
    await forgetProposals(deps)
    await forwardWaiting(deps)
    await forgetAlerts(deps)
    await forgetNotifications(deps)
    await forgetCases(deps)
    await tellWaiting(deps)
    await forgetSubmissions(deps)
    await forgetSupports(deps)
    await askAround(deps)
    await remindAuthors(deps)
    await forgetOldTyped(deps)
    await forgetVisits(deps)
    await forwardWaitingVisits(deps)
    const { removed } = await sweepMedia(deps)
    if (removed > 0) deps.log.info({ removed }, 'pictures that no entry shows were removed')
  })

/** A full disk or a busy database is said, and tried again next time. */
async function said(deps: Deps, task: () => Promise<void>): Promise<void> {
  try {
    await task()
  } catch (error) {
    if (error instanceof Refusal) deps.log.warn({ err: error }, 'housekeeping waits')
    else deps.log.error({ err: error }, 'housekeeping stumbled')
  }
}
