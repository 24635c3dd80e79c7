import type { z } from 'zod'
import type { ReceivedObject } from './kind.ts'

// Reading what strangers send: every answer is a text, a record or nothing, and nothing throws.

/**
 * The fields of an object: as the neighbour's hub wrote them, or as a stranger's words give them.
 * Null for a version we do not know: it fails every `fields`, so the entry is kept without them.
 */
export function fieldsOf(
  object: ReceivedObject,
  kind: string,
  stranger: (object: ReceivedObject) => unknown,
): unknown {
  const item = object['maillonItem']
  if (item === undefined) return stranger(object)
  return isRecord(item) && item['kind'] === kind && item['v'] === 1 ? item['fields'] : null
}

/** A kind which only hubs speak of: a stranger's object says nothing of it. */
export const unknownToStrangers = (): null => null

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** One or several, as a list. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

export const textIn = (value: unknown, key: string): string | null => {
  const text = isRecord(value) ? value[key] : undefined
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : null
}

/** What a gate lets through, else null: one odd value must not cost the whole entry its fields. */
export const ifValid = <Value>(gate: z.ZodType<Value>, value: unknown): Value | null =>
  gate.safeParse(value).data ?? null

/** The first of one or several that is a record of one of these types. */
export const typed = (value: unknown, ...types: string[]): Readonly<Record<string, unknown>> | undefined =>
  listOf(value)
    .filter(isRecord)
    .find((item) => listOf(item['type']).some((type) => typeof type === 'string' && types.includes(type)))
