import { z } from 'zod'
import { hostNamed } from '../text/host.ts'

// The pieces of every kind's `fields`. A form sends text, the API and the inbox send JSON: each piece takes
// both, and an empty text is the same as nothing.

const blank = (value: unknown): unknown => (typeof value === 'string' && value.trim() === '' ? null : value)

/** Control and bidirectional characters can make one address look like another. */
// eslint-disable-next-line no-control-regex -- these are the characters to remove
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

const clean = (text: string): string => text.replace(unseen, '').trim()

export const line = (max = 200) =>
  z
    .string()
    .transform((text) => clean(text.replace(/\s+/g, ' ')))
    .pipe(z.string().min(1).max(max))

export const optionalLine = (max = 200) => z.preprocess(blank, line(max).nullable().default(null))

export const optionalText = (max = 2000) =>
  z.preprocess(
    blank,
    z
      .string()
      // A textarea sends CRLF.
      .transform((text) => clean(text.replace(/\r\n?/g, '\n')))
      .pipe(z.string().max(max))
      .nullable()
      .default(null),
  )

/** A French decimal comma is a decimal point. */
const decimal = (value: unknown): unknown => {
  const given = blank(value)
  if (typeof given !== 'string') return given
  const number = Number(given.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'))
  return Number.isNaN(number) ? given : number
}

export const optionalNumber = (min: number, max: number) =>
  z.preprocess(decimal, z.number('number').min(min).max(max).nullable().default(null))

export const optionalInteger = (min: number, max: number) =>
  z.preprocess(decimal, z.number('number').int('number').min(min).max(max).nullable().default(null))

/** A checkbox is absent, never `false`. */
export const flag = z.preprocess(
  (value) =>
    value === undefined || value === null
      ? false
      : typeof value === 'string'
        ? /^(on|true|1|yes|oui)$/.test(value)
        : value,
  z.boolean(),
)

export const optionalDay = z.preprocess(blank, z.iso.date('date').nullable().default(null))

export const optionalUrl = z.preprocess(
  blank,
  z
    .url({ protocol: /^https?$/, error: 'url' })
    .max(2000)
    .nullable()
    .default(null),
)

/** The name of a site: `https://www.example.org/blog` and `*.example.org` are ways to write it. Not an address in digits. */
export const domain = line(253)
  .transform((typed) => (typed.includes('@') ? typed : (hostNamed(typed) ?? typed)))
  .pipe(z.string().regex(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/, 'domain'))

export const optionalEmail = z.preprocess(blank, z.email('email').max(254).nullable().default(null))

export const choice = <const Values extends readonly [string, ...string[]]>(values: Values) => z.enum(values)

export const optionalChoice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.preprocess(blank, z.enum(values).nullable().default(null))

/** One of a few, or the first when nothing was said. */
export const defaultChoice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.preprocess((value) => blank(value) ?? undefined, z.enum(values).default(values[0] as Values[number]))

/** Several of a few: repeated names in a form, a list in JSON. */
export const choices = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.preprocess(
    (value) =>
      value === undefined || value === null || value === '' ? [] : Array.isArray(value) ? value : [value],
    z.array(z.enum(values)).max(values.length),
  )

/** Several short texts: repeated names, a list, or one text with a line or comma between them. */
export const lines = (max: number, length = 100, item: z.ZodType<string> = line(length)) =>
  z.preprocess((value) => {
    if (value === undefined || value === null) return []
    const all = Array.isArray(value) ? value : [value]
    return all
      .flatMap((item) =>
        typeof item === 'string' ? item.split(/[\n,;]/).map((part) => part.trim()) : [item],
      )
      .filter((item) => item !== '')
  }, z.array(item).max(max))

/**
 * Another entry of the same hub, by the last step of one of its addresses: typed as the address of its page, kept as its
 * id. Nothing is the empty text.
 */
export const reference = z.preprocess(
  (value) => (value === undefined || value === null ? '' : value),
  z
    .string()
    .max(2000)
    .transform((typed) => lastStep(clean(typed)))
    .pipe(z.string().regex(/^[a-z0-9-]{0,200}$/, 'named-here')),
)

/** `https://hub.example/agenda/forum?page=2` → `forum` */
const lastStep = (address: string): string =>
  address
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .split('/')
    .at(-1) ?? ''

/** Lists of records (lots, measures, debates): each is flat itself, and typed in a group of its own. */
export const parts = <Shape extends z.core.$ZodLooseShape>(record: z.ZodObject<Shape>, max: number) =>
  z.preprocess((value) => value ?? [], z.array(record).max(max))
