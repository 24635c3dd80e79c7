import { isJsonObject, type JsonObject } from '../../server/federation/json-object.ts'
import type { Context, Seen } from './receiver.ts'

// How the emulators look into documents, and how their tests spoil them.

export const as2 = 'https://www.w3.org/ns/activitystreams'
export const PUBLIC = `${as2}#Public`

export const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

export const objectsOf = (value: unknown): JsonObject[] => listOf(value).filter(isJsonObject)

/** A text that says something. */
export const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

export const idOf = (value: unknown): string | null => {
  const [first] = listOf(value)
  const id = isJsonObject(first) ? first['id'] : first
  return typeof id === 'string' ? id : null
}

export const hostOf = (value: unknown): string | null =>
  typeof value === 'string' ? (URL.parse(value)?.host ?? null) : null

export const isHttps = (value: unknown): boolean =>
  typeof value === 'string' && URL.parse(value)?.protocol === 'https:'

export const isDate = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value) &&
  !Number.isNaN(Date.parse(value))

export const isPublic = (document: JsonObject): boolean =>
  [...listOf(document['to']), ...listOf(document['cc'])].includes(PUBLIC)

/** The first link of a text that is neither a mention nor a hashtag. */
export const firstLink = (html: string): string | null =>
  [...html.matchAll(/<a href="([^"]*)"([^>]*)>/g)]
    .filter(([, , rest = '']) => !/class="[^"]*\b(mention|hashtag)\b/.test(rest))
    .map(([, href = '']) => href.replaceAll('&amp;', '&'))[0] ?? null

export const having =
  (members: JsonObject) =>
  (document: JsonObject): Partial<Seen> => ({ document: { ...document, ...members } })

export const lacking =
  (...names: string[]) =>
  (document: JsonObject): Partial<Seen> => ({
    document: Object.fromEntries(Object.entries(document).filter(([name]) => !names.includes(name))),
  })

/** A member that is an object, with something in it changed. */
export const inside =
  (name: string, members: JsonObject) =>
  (document: JsonObject): Partial<Seen> => {
    const [inner] = objectsOf(document[name])
    return { document: { ...document, [name]: { ...inner, ...members } } }
  }

export const come =
  (change: Partial<Context>) =>
  (_: JsonObject, context: Context): Partial<Seen> => ({ context: { ...context, ...change } })

/** An address of the same path on another server. */
export const elsewhere = (value: unknown): string =>
  textOf(value).replace(/^https:\/\/[^/]+/, 'https://elsewhere.example')

/** A member that leads to another server. */
export const moved =
  (...names: string[]) =>
  (document: JsonObject): Partial<Seen> => ({
    document: {
      ...document,
      ...Object.fromEntries(names.map((name) => [name, elsewhere(idOf(document[name]))])),
    },
  })
