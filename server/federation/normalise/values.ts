import { isJsonObject, type JsonObject } from '../json-object.ts'
import { as2, PUBLIC } from '../vocabulary.ts'

/** Longest texts that are kept; what is longer is cut, since sanitising costs by length. */
export const lengths = { content: 65_536, summary: 20_000, name: 2_048, short: 255, address: 2_048 } as const

/** One value or many, with or without JSON-LD's wrapping, as a list. */
export function listOf(value: unknown): unknown[] {
  if (Array.isArray(value))
    return value.flatMap((item: unknown) => (isJsonObject(item) ? unwrapped(item) : [item]))
  if (isJsonObject(value)) return unwrapped(value)
  return value === undefined || value === null ? [] : [value]
}

function unwrapped(value: JsonObject): unknown[] {
  if ('@value' in value) return [value['@value']]
  const list = value['@list'] ?? value['@set']
  return Array.isArray(list) ? list : [value]
}

export function nodesOf(value: unknown): JsonObject[] {
  return listOf(value).filter(isJsonObject)
}

export function textOf(value: unknown, max: number = lengths.name): string | null {
  const text = listOf(value).find((item) => typeof item === 'string')
  return typeof text === 'string' ? text.slice(0, max) : null
}

/** An http(s) address as it was written: ids are compared to the letter. */
export function idOf(value: unknown): string | null {
  return idsOf(value, 1)[0] ?? null
}

export function idsOf(value: unknown, max: number): string[] {
  const ids = new Set<string>()
  for (const item of listOf(value)) {
    const id = webAddress(isJsonObject(item) ? (textOf(item['id']) ?? textOf(item['href'])) : item)
    if (id !== null) ids.add(id)
    if (ids.size === max) break
  }
  return [...ids]
}

const publicNames: ReadonlySet<unknown> = new Set([PUBLIC, 'as:Public', 'Public'])

export function audienceOf(value: unknown, max: number): string[] {
  return idsOf(
    listOf(value).map((item) => (publicNames.has(isJsonObject(item) ? item['id'] : item) ? PUBLIC : item)),
    max,
  )
}

export function webAddress(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > lengths.address) return null
  return /^https?:\/\/[^\s\\]+$/i.test(value) && URL.canParse(value) ? value : null
}

const shortened = new RegExp(
  `^(?:${as2}|https?://schema\\.org[/#]|(?:as|sec|toot|schema|litepub|lemmy|pt|mz|_):)`,
)

/** The name within its vocabulary: an unknown type is kept by the name that it goes by. */
export function typeOf(node: JsonObject): string | null {
  const type = textOf(node['type'], lengths.short)
  return type === null || type === '' ? null : type.replace(shortened, '')
}

/** https://www.w3.org/TR/xmlschema11-2/#double: JavaScript reads blanks as 0, and `0x32` as 50. */
const decimal = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i

export function numberOf(value: unknown): number | null {
  const [first] = listOf(value)
  const number = typeof first === 'string' && decimal.test(first) ? Number(first) : first
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

export function countOf(value: unknown): number | null {
  const number = numberOf(value)
  return number !== null && Number.isSafeInteger(number) && number >= 0 ? number : null
}

export function isTrue(value: unknown): boolean {
  const [first] = listOf(value)
  return first === true || first === 'true'
}

/** With seconds or without, with an offset or in UTC; a day alone is midnight UTC. */
const isoDate = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/i

export function dateOf(value: unknown): string | null {
  const text = textOf(value, lengths.short)
  if (text === null || !isoDate.test(text)) return null
  // Without an offset a date would be read in the time zone of this machine.
  const date = new Date(/T.*(?:Z|[+-]\d\d:?\d\d)$/i.test(text) || !/T/i.test(text) ? text : `${text}Z`)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}

const languageTag = /^[a-z]{2,8}(?:-[a-z0-9]{1,8}){0,4}$/

export function languageMap(value: unknown, max: number): Record<string, string> {
  const [map] = nodesOf(value)
  const texts: [string, string][] = []
  for (const [key, entry] of Object.entries(map ?? {}).slice(0, 32)) {
    const text = textOf(entry, max)
    if (text !== null && languageTag.test(key.toLowerCase())) texts.push([key.toLowerCase(), text])
  }
  return Object.fromEntries(texts.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** A text with its translations: `text` is what to show when nobody asked for a language. */
export function translated(plain: unknown, map: unknown, max: number) {
  const texts = languageMap(map, max)
  const given = textOf(plain, max)
  if (given === null) {
    const language = ['fr', 'en', ...Object.keys(texts)].find((tag) => texts[tag] !== undefined) ?? null
    return { text: language === null ? null : (texts[language] ?? null), language, texts }
  }
  const language = Object.keys(texts).find((tag) => texts[tag] === given) ?? null
  return { text: given, language, texts }
}
