import { formatMoney, formatNumber } from '../../../views/format.ts'
import type { Locale } from '../../../views/language.tsx'
import type { CommitmentFields } from './fields.ts'
import { texts } from './texts.ts'

/** ‘1,5 %’, ‘1 200 m²’, ‘300 000 €’, ‘12 logements’ */
export function inUnit(
  value: number,
  { unit, unitLabel }: Pick<CommitmentFields, 'unit' | 'unitLabel'>,
  locale: Locale,
): string {
  if (unit === 'money') return formatMoney(value, locale)
  const number = formatNumber(value, locale, { maximumFractionDigits: 2 })
  if (unit === 'percent') return `${number}\u00a0%`
  if (unit === 'area') return `${number}\u00a0m²`
  return unitLabel === null ? number : `${number}\u00a0${unitLabel}`
}

/** Of premises and funds the target is a share; a third is not a number with decimals. */
export const percent = (value: number, locale: Locale): string =>
  Math.abs(value * 3 - 100) < 0.05
    ? texts[locale].third
    : `${formatNumber(value, locale, { maximumFractionDigits: 2 })}\u00a0%`

export const targetInWords = (commitment: CommitmentFields, locale: Locale): string =>
  commitment.target === null
    ? ''
    : commitment.subject === 'measure'
      ? inUnit(commitment.target, commitment, locale)
      : percent(commitment.target, locale)

/** What measures are counted in: of premises, as their stock is. */
export const unitOf = ({
  subject,
  unit,
  unitLabel,
  stockUnit,
}: CommitmentFields): Pick<CommitmentFields, 'unit' | 'unitLabel'> =>
  subject === 'premises' ? { unit: stockUnit, unitLabel } : { unit, unitLabel }

/** What a measure counts, said where one is asked for. */
export function countedIn(commitment: CommitmentFields, locale: Locale): string {
  const { unit, unitLabel } = unitOf(commitment)
  return unit === 'count' && unitLabel !== null ? unitLabel : texts[locale].unit[unit].toLowerCase()
}
