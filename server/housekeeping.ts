import { forgetExpiredSessions } from './accounts/session.ts'
import type { Deps } from './deps.ts'
import { sweepMedia } from './media/sweep.ts'
import { forgetHandled } from './messages/commands.ts'
import { Refusal } from './refusal.ts'

const hour = 3_600_000

/** What nobody asks for and somebody must do: now, and every hour until it is told to stop. */
export function keepHouse(deps: Deps): { stop(): Promise<void> } {
  let round = tidy(deps)
  const timer = setInterval(() => {
    round = round.then(() => tidy(deps))
  }, hour)
  timer.unref()
  return {
    stop: () => {
      clearInterval(timer)
      return round
    },
  }
}

/** A full disk or a busy database is said, and tried again in an hour. */
async function tidy(deps: Deps): Promise<void> {
  try {
    await forgetExpiredSessions(deps)
    await forgetHandled(deps)
    const { removed } = await sweepMedia(deps)
    if (removed > 0) deps.log.info({ removed }, 'pictures that no entry shows were removed')
  } catch (error) {
    if (error instanceof Refusal) deps.log.warn({ err: error }, 'housekeeping waits')
    else deps.log.error({ err: error }, 'housekeeping stumbled')
  }
}
