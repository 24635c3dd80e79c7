import { catalogue, languageOf, type Locale } from './language.tsx'

/** An instant (milliseconds or ISO text), or a day without an hour (`2026-12-31`). */
export type Moment = number | string | Date

export const defaultZone = 'Europe/Paris'

const texts = catalogue('views/format', {
  // Intl says ‘cette minute-ci’, which nobody does.
  fr: {
    justNow: 'à l’instant',
    away: (distance: string) => `à ${distance}`,
    lessAway: (distance: string) => `à moins de ${distance}`,
  },
  en: {
    justNow: 'just now',
    away: (distance: string) => `${distance} away`,
    lessAway: (distance: string) => `less than ${distance} away`,
  },
})

const dayOnly = /^\d{4}-\d{2}-\d{2}$/

export const formatDay = (at: Moment, locale: Locale, zone = defaultZone): string =>
  write(at, locale, zone, { day: 'numeric', month: 'long', year: 'numeric' })

export const formatShortDay = (at: Moment, locale: Locale, zone = defaultZone): string =>
  write(at, locale, zone, { day: 'numeric', month: 'short', year: 'numeric' })

export const formatLongDay = (at: Moment, locale: Locale, zone = defaultZone): string =>
  write(at, locale, zone, { dateStyle: 'full' })

export const formatMoment = (at: Moment, locale: Locale, zone = defaultZone): string =>
  isDay(at)
    ? formatLongDay(at, locale, zone)
    : write(at, locale, zone, { dateStyle: 'full', timeStyle: 'short' })

/** ‘novembre 2026’ */
export const formatMonth = (at: Moment, locale: Locale, zone = defaultZone): string =>
  write(at, locale, zone, { month: 'long', year: 'numeric' })

/** ‘09:30’ as it is said: ‘9 h 30’. */
export const formatHour = (hour: string, locale: Locale): string => asSaid(hour, locale)

/** ‘samedi 28 novembre 2026, 9 h – 17 h 30’: the shared part is said once. */
export function formatRange(start: Moment, end: Moment, locale: Locale, zone = defaultZone): string {
  const days = isDay(start) && isDay(end)
  const style = days ? ({ dateStyle: 'full' } as const) : ({ dateStyle: 'full', timeStyle: 'short' } as const)
  return asSaid(dates(locale, days ? 'UTC' : zone, style).formatRange(dateOf(start), dateOf(end)), locale)
}

/** The pieces of a calendar leaf. */
export function dayLeaf(
  at: Moment,
  locale: Locale,
  zone = defaultZone,
): { day: string; month: string; week: string; year: string } {
  const part = (options: Intl.DateTimeFormatOptions) =>
    dates(locale, zoneOf(at, zone), options).format(dateOf(at))
  return {
    day: part({ day: 'numeric' }),
    month: part({ month: 'short' }),
    week: part({ weekday: 'short' }),
    year: part({ year: 'numeric' }),
  }
}

/** Days from the calendar day of `now` to that of `at`, in the zone: 0 is today, -1 yesterday. */
export function daysUntil(at: Moment, now: Moment, zone = defaultZone): number {
  const day = (moment: Moment) =>
    Date.parse(
      dates('iso', zoneOf(moment, zone), { year: 'numeric', month: '2-digit', day: '2-digit' }).format(
        dateOf(moment),
      ),
    )
  return Math.round((day(at) - day(now)) / 86_400_000)
}

/** ‘dans 3 jours’, ‘hier’, ‘il y a 2 heures’: the largest unit that says something. */
export function formatRelative(at: Moment, now: Moment, locale: Locale, zone = defaultZone): string {
  const days = daysUntil(at, now, zone)
  const minutes = Math.round((dateOf(at).getTime() - dateOf(now).getTime()) / 60_000)
  if (isDay(at) || Math.abs(minutes) >= 1440) return relativeDays(days, locale)
  if (minutes === 0) return texts[locale].justNow
  const relative = relatives(locale)
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute')
  return relative.format(Math.trunc(minutes / 60), 'hour')
}

/** The value of a `datetime` attribute: machines read UTC, or the bare day. */
export const machineMoment = (at: Moment): string => (isDay(at) ? at : dateOf(at).toISOString())

/** False for a moment that no calendar has: remote dates are text that anyone wrote. */
export const isMoment = (at: Moment): boolean => !Number.isNaN(dateOf(at).getTime())

export const formatNumber = (value: number, locale: Locale, options: Intl.NumberFormatOptions = {}): string =>
  numbers(locale, options).format(value)

/** Whole amounts without cents, others with two. */
export const formatMoney = (amount: number, locale: Locale, currency = 'EUR'): string =>
  numbers(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: Number.isInteger(amount) ? 0 : 2,
    maximumFractionDigits: 2,
  }).format(amount)

/** The forms of a plural that a text has; what a language has more (‘few’) is in its own file. */
export type Plural = { readonly one: string; readonly other: string } & Readonly<
  Partial<Record<Intl.LDMLPluralRule, string>>
>

/** `formatCount(3, 'fr', { one: 'réponse', other: 'réponses' })` is ‘3 réponses’; 0 is singular in French. */
export const formatCount = (count: number, locale: Locale, forms: Plural): string =>
  `${formatNumber(count, locale)}\u00a0${formOf(count, locale, forms)}`

/** The form alone, for a sentence that says the number elsewhere, or in words. */
export function formOf(count: number, locale: Locale, forms: Plural): string {
  const category = plurals(locale).select(count)
  if (category === 'many' && forms.many === undefined)
    return languageOf(locale).ofMillions?.(forms.other) ?? forms.other
  return forms[category] ?? forms.other
}

/** ‘Durée : 3 mois’, as the language puts them together. */
export const formatLabelled = (label: string, value: string, locale: Locale): string =>
  label + languageOf(locale).colon + value

/** Names in the order of dictionaries, L2 before L10; that of the Latin alphabet, for whom nobody in particular reads. */
export const compareNames = (a: string, b: string, locale: Locale = 'fr'): number =>
  orders(locale).compare(a, b)

export const formatSize = (bytes: number, locale: Locale): string =>
  bytes < 1_000_000
    ? formatNumber(Math.ceil(bytes / 1000), locale, { style: 'unit', unit: 'kilobyte' })
    : formatNumber(bytes / 1_000_000, locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })

/** ‘à 3 km’: whoever is asked where they are says it to a kilometre, and a place is no nearer than that. */
export const formatDistance = (kilometres: number, locale: Locale): string => {
  const said = formatNumber(Math.max(1, Math.round(kilometres)), locale, { style: 'unit', unit: 'kilometer' })
  return kilometres < 1 ? texts[locale].lessAway(said) : texts[locale].away(said)
}

/** French puts a space that never breaks before : ; ? ! » and after «; people type a plain one. */
export const tidySpaces = (text: string): string =>
  text.replaceAll(/ (?=[:;?!»](?:\s|$))/g, '\u00a0').replaceAll('« ', '«\u00a0')

const write = (at: Moment, locale: Locale, zone: string, options: Intl.DateTimeFormatOptions): string =>
  asSaid(dates(locale, zoneOf(at, zone), options).format(dateOf(at)), locale)

const asSaid = (text: string, locale: Locale): string => languageOf(locale).said?.(text) ?? text

const isDay = (at: Moment): at is string => typeof at === 'string' && dayOnly.test(at)
const dateOf = (at: Moment): Date => (at instanceof Date ? at : new Date(at))
const zoneOf = (at: Moment, zone: string): string => (isDay(at) ? 'UTC' : zone)

function relativeDays(days: number, locale: Locale): string {
  const relative = relatives(locale)
  const size = Math.abs(days)
  if (size < 14) return relative.format(days, 'day')
  if (size < 60) return relative.format(Math.trunc(days / 7), 'week')
  if (size < 730) return relative.format(Math.trunc(days / 30.44), 'month')
  return relative.format(Math.trunc(days / 365.25), 'year')
}

/** Building an Intl object costs more than a whole page: each is built once. */
function kept<Args extends unknown[], Made>(make: (...args: Args) => Made): (...args: Args) => Made {
  const made = new Map<string, Made>()
  return (...args) => {
    const key = JSON.stringify(args)
    const found = made.get(key)
    if (found !== undefined) return found
    const fresh = make(...args)
    made.set(key, fresh)
    return fresh
  }
}

const intlOf = (locale: Locale): string => languageOf(locale).intl

const dates = kept(
  (locale: Locale | 'iso', zone: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale === 'iso' ? 'en-CA' : intlOf(locale), { timeZone: zone, ...options }),
)
const numbers = kept(
  (locale: Locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(intlOf(locale), options),
)
const plurals = kept((locale: Locale) => new Intl.PluralRules(intlOf(locale)))
const relatives = kept((locale: Locale) => new Intl.RelativeTimeFormat(intlOf(locale), { numeric: 'auto' }))
const orders = kept((locale: Locale) => new Intl.Collator(intlOf(locale), { numeric: true }))
