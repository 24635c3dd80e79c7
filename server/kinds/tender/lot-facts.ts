import { formatCount, formatDay, formatMoney, formatNumber } from '../../../views/format.ts'
import type { Locale } from '../../../views/language.tsx'
import { cpvInWords } from '../cpv.ts'
import { chosen, type Fact } from '../facts.tsx'
import { structureLabels } from '../structures.ts'
import type { Lot } from './fields.ts'
import { admitted } from './lists.ts'
import { lotTexts } from './lot-texts.ts'

/** ‘Lot 1 : Tonte et entretien des parcs’ */
export const lotTitle = ({ number, title }: Pick<Lot, 'number' | 'title'>, locale: Locale): string =>
  lotTexts[locale].named(number, title)

/** All that is known of a lot, in words, in the order of its page; `value` is empty where nothing is said. */
export function lotFacts(lot: Lot, locale: Locale): Fact[] {
  const t = lotTexts[locale]
  const number = (value: number | null) => (value === null ? '' : formatNumber(value, locale))
  const values = {
    state: t.states[lot.state],
    cpv: lot.cpv === null ? '' : cpvInWords(lot.cpv, locale),
    placeName: lot.placeName ?? lot.place ?? '',
    amount: amountInWords(lot, locale),
    durationMonths: lot.durationMonths === null ? '' : formatCount(lot.durationMonths, locale, t.months),
    reservation: t.reservations[lot.reservation],
    reservationArticle: articleInWords(lot, locale),
    social: t.socials[lot.social],
    insertionHours: lot.insertionHours === null ? '' : t.hours(number(lot.insertionHours)),
    openTo: lot.openTo.map((one) => admittedLabels(locale)[one]).join('\n'),
    ...awardInWords(lot, locale),
  }
  const labels: Readonly<Record<string, string>> = { ...t.fields, amount: t.amount }
  return Object.entries(values).map(([name, value]) => ({ name, label: labels[name] ?? name, value }))
}

/** One line that says what the lot is: what lists, feeds and other servers show of it. */
export function lotLine(lot: Lot, locale: Locale): string {
  const facts = lotFacts(lot, locale)
  const said = [
    ...(lot.state === 'open' ? [] : ['state']),
    ...['cpv', 'placeName', 'amount', 'durationMonths'],
    ...(lot.reservation === 'none' ? [] : ['reservation']),
    ...(lot.social === 'none' ? [] : ['social']),
    ...['insertionHours', 'openTo', 'awardHolders', 'awardAmount'],
  ]
  const values = chosen(facts, said).map(({ value }) => value.replaceAll('\n', ', '))
  return [lotTitle(lot, locale), ...values].join(' · ')
}

/** Nobody holds a lot that was not awarded, whatever a record says beside it. */
function awardInWords(lot: Lot, locale: Locale): Readonly<Record<string, string>> {
  const t = lotTexts[locale]
  const isAwarded = lot.state === 'awarded'
  const offers = isAwarded || lot.state === 'unsuccessful' ? lot.awardOffers : null
  const { awardHolders, awardAmount, awardDate, awardGrouping } = lot
  return {
    awardHolders: isAwarded ? awardHolders.join('\n') : '',
    awardAmount: isAwarded && awardAmount !== null ? t.exactly(formatMoney(awardAmount, locale)) : '',
    awardDate: isAwarded && awardDate !== null ? formatDay(awardDate, locale) : '',
    awardOffers: offers === null ? '' : formatNumber(offers, locale),
    awardGrouping: isAwarded && awardGrouping !== null ? t.groupings[awardGrouping] : '',
    awardSource: lot.state === 'open' ? '' : (lot.awardSource ?? ''),
  }
}

/** Statuses, then the structures of insertion and adapted work under the names that they have everywhere. */
export function admittedLabels(locale: Locale): Readonly<Record<(typeof admitted)[number], string>> {
  const { other: _, opcs: __, sep: ___, ...structures } = structureLabels[locale]
  return { ...lotTexts[locale].statuses, ...structures }
}

/** ‘40 000 € à 90 000 € HT’ */
function amountInWords({ amountMin, amountMax }: Lot, locale: Locale): string {
  const t = lotTexts[locale]
  const money = (amount: number) => formatMoney(amount, locale)
  if (amountMin === null) return amountMax === null ? '' : t.upTo(money(amountMax))
  if (amountMax === null) return t.from(money(amountMin))
  return amountMin === amountMax ? t.exactly(money(amountMin)) : t.range(money(amountMin), money(amountMax))
}

/** The law changes: what is quoted of it bears the day on which it was read. */
function articleInWords({ reservation, reservationArticle, reservationAsOf }: Lot, locale: Locale): string {
  if (reservation === 'none' || reservationArticle === null) return ''
  return reservationAsOf === null
    ? reservationArticle
    : lotTexts[locale].onTheDay(reservationArticle, formatDay(reservationAsOf, locale))
}
