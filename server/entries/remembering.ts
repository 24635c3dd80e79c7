import type { Kind } from '../kinds/kind.ts'
import type { EntryInput } from './input.ts'
import type { Entry } from './load.ts'

/** What others have read is not lost by a change (`Kind.history`). */
export function remembering(kind: Kind, before: Entry['fields'], input: EntryInput, now: number): EntryInput {
  if (kind.history === undefined || before === null || input.fields === null) return input
  const day = new Date(now).toISOString().slice(0, 10)
  return { ...input, fields: kind.history.keep(before, input.fields, day) }
}
