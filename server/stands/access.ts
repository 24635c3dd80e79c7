import type { Visitor } from '../accounts/viewer.ts'
import { isOver, isPublic, mayPublish } from '../entries/entry.ts'
import type { Entry } from '../entries/load.ts'
import type { Envelope } from '../kinds/envelope.ts'

/** The host of the event: whoever publishes it. */
export const hosts = (viewer: Visitor, envelope: Envelope): boolean =>
  viewer !== null && envelope.origin === null && isPublic(envelope.state) && mayPublish(viewer, envelope)

/** Stands are asked for while the event is still to come, here, and takes place. */
export function takesStands({ envelope, kind, fields }: Entry, now: number): boolean {
  if (envelope.origin !== null || fields === null || envelope.state !== 'published') return false
  return !isOver(envelope, now) && kind.when?.(envelope, fields)?.status !== 'cancelled'
}
