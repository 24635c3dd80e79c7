import { defaultZone } from '../../views/format.ts'
import { isRecord } from '../kinds/received.ts'
import { instantSaid, localOf } from '../kinds/zoned.ts'
import { fold } from '../text/fold.ts'

// Reading what a file says: every answer is a text, a number, a record or nothing, and nothing throws.

export type Json = Readonly<Record<string, unknown>>

/** By its own members alone. */
export const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>(
    (inner, key) => (isRecord(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined),
    value,
  )

export const records = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isRecord) : [])

export function text(value: unknown): string {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value.trim() : ''
}

export const firstText = (...values: unknown[]): string => values.map(text).find((one) => one !== '') ?? ''

/** Whole euros; nothing of another currency. */
export function euros(value: unknown): number | null {
  const amount = at(value, 'amount')
  const currency = at(value, 'currency')
  if (typeof amount !== 'number' || !Number.isFinite(amount) || amount < 0) return null
  return currency === undefined || currency === null || currency === 'EUR' ? Math.round(amount) : null
}

/** `2026-12-15T12:00:00+01:00`, or a day alone, which ends at its last minute: what the clocks of France show. */
export function momentOf(value: unknown): string {
  const said = text(value)
  if (/^\d{4}-\d\d-\d\d$/.test(said)) return `${said}T23:59`
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(said)) return said.slice(0, 16)
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d.*(Z|[+-]\d\d:?\d\d)$/i.test(said)) return ''
  const instant = instantSaid(said)
  return instant === null ? '' : localOf(instant, defaultZone)
}

export const dayOf = (value: unknown): string => /^\d{4}-\d\d-\d\d/.exec(text(value))?.[0] ?? ''

const procedureWords: readonly (readonly [pattern: RegExp, procedure: string])[] = [
  [/adapte|mapa/, 'adapted'],
  [/sans publicite|sans mise en concurrence|^direct$/, 'direct'],
  [/negoci|negotiat/, 'negotiated'],
  [/dialogue/, 'dialogue'],
  [/restreint|^selective$|restricted/, 'restricted'],
  [/ouvert|^open$/, 'open'],
]

/** In the words of notices; null: none that we know. */
export function procedureOf(...values: unknown[]): string | null {
  for (const value of values) {
    const said = fold(text(value))
    const found = said === '' ? undefined : procedureWords.find(([pattern]) => pattern.test(said))
    if (found !== undefined) return found[1]
  }
  return null
}

/** A title is one line, and not a long one: what is left of it goes to the text. */
export function titled(words: string): { title: string; body: string } {
  const line = words.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= 150) return { title: line, body: '' }
  const space = line.lastIndexOf(' ', 148)
  return { title: `${line.slice(0, space > 75 ? space : 148)}…`, body: line }
}
