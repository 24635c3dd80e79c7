import type { Visitor } from '../accounts/viewer.ts'
import { isOver, isPublic, mayPublish } from '../entries/entry.ts'
import type { Entry } from '../entries/load.ts'
import { opensAt, type CallFields } from '../kinds/call/fields.ts'
import { callIn } from '../kinds/call/stages.ts'
import type { Envelope } from '../kinds/envelope.ts'

/** A call of this hub, while projects can be submitted to it; the commands ask the database again. */
export function takesProjects(entry: Entry, now: number): CallFields | null {
  const call = callIn(entry)
  if (call === null || entry.envelope.origin !== null || entry.envelope.state !== 'published') return null
  if (call.phase !== 'open' || isOver(entry.envelope, now)) return null
  return (opensAt(call) ?? now) <= now ? call : null
}

/** The jury reads when nobody can change anything any more: everybody is judged by what was there at the deadline. */
export function isJudged(entry: Entry, now: number): boolean {
  const call = callIn(entry)
  if (call === null || entry.envelope.origin !== null || !isPublic(entry.envelope.state)) return false
  return (
    call.phase === 'closed' ||
    call.phase === 'decided' ||
    (call.phase === 'open' && isOver(entry.envelope, now))
  )
}

/** Who names the jury, and records what was decided: those who publish the call. */
export const mayConduct = (viewer: Visitor, envelope: Envelope): boolean =>
  viewer !== null && mayPublish(viewer, envelope)
