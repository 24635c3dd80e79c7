import { endOfDay } from '../zoned.ts'
import { fields, opensAt, type CallFields } from './fields.ts'

const day = 86_400_000

/** The fields of an entry that is a call; null: it is something else, or they were not understood. */
export const callIn = (entry: {
  kind: { name: string }
  fields: Readonly<Record<string, unknown>> | null
}): CallFields | null =>
  entry.kind.name !== 'call' || entry.fields === null ? null : (fields.safeParse(entry.fields).data ?? null)

/**
 * For how many days the specification could be commented on, today included: from its publication to the day that was
 * given, or to the opening of the call if that came first. Null: nobody said until when.
 */
export function daysOfComments(call: CallFields, publishedAt: number | null, now: number): number | null {
  if (call.commentsUntil === null || publishedAt === null) return null
  const end = Math.min(now, endOfDay(call.commentsUntil, call.timeZone), opensAt(call) ?? Infinity)
  return Math.max(0, Math.ceil((end - publishedAt) / day))
}
