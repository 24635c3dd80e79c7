import type { Visitor } from '../accounts/viewer.ts'
import { isOver, isPublic, mayPublish } from '../entries/entry.ts'
import type { Entry } from '../entries/load.ts'
import type { Envelope } from '../kinds/envelope.ts'
import type { Inquiry, Kind } from '../kinds/kind.ts'

/** What a list is called does not depend on the entry's own values. */
export const actOf = (kind: Kind | undefined): Inquiry['act'] => kind?.inquiry?.(kind.sample)?.act ?? 'ask'

/** Those who publish the entry, and who wrote it: nobody of another organisation, whatever their role there. */
export const mayReadInquiries = (viewer: Visitor, envelope: Envelope): boolean =>
  viewer !== null &&
  envelope.origin === null &&
  (mayPublish(viewer, envelope) || envelope.authorId === viewer.id)

/** How a visitor writes to those who publish it; null: not here, not this one, or no more. */
export function inquiryOf({ envelope, kind, fields }: Entry, now: number): Inquiry | null {
  if (envelope.origin !== null || fields === null) return null
  if (!isPublic(envelope.state) || isOver(envelope, now)) return null
  return kind.inquiry?.(fields) ?? null
}
