import { formatDay } from '../../../views/format.ts'
import type { Locale } from '../../../views/language.tsx'
import type { Envelope } from '../envelope.ts'
import type { Fact } from '../facts.tsx'
import type { CommitmentFields } from './fields.ts'
import { inUnit, percent, targetInWords, unitOf } from './numbers.ts'
import { fundState, latestOf, premisesState } from './progress.ts'
import { texts } from './texts.ts'

/** The names and order never change with the values: they are the columns of the CSV file. */
export function facts(commitment: CommitmentFields, locale: Locale): Fact[] {
  const t = texts[locale]
  const { stock, stockUnit, unitLabel } = commitment
  const day = (value: string | null) => (value === null ? '' : formatDay(value, locale))
  const values = {
    holder: commitment.holder ?? '',
    subject: t.subject[commitment.subject],
    target: targetInWords(commitment, locale),
    deadline: day(commitment.deadline),
    stock:
      commitment.subject === 'premises' && stock !== null
        ? inUnit(stock, { unit: stockUnit, unitLabel }, locale)
        : '',
    sourceLabel: commitment.sourceLabel ?? '',
    sourceDay: day(commitment.sourceDay),
    source: commitment.source ?? '',
    nextCheck: day(commitment.nextCheck),
  }
  return names.map((name) => ({ name, label: t.fields[name], value: values[name] }))
}

const names = [
  'holder',
  'subject',
  'target',
  'deadline',
  'stock',
  'sourceLabel',
  'sourceDay',
  'source',
  'nextCheck',
] as const

/**
 * Progress, in one sentence: the newest sourced number with its day, against what was promised; else that there
 * is no data.
 */
export function progressInWords(
  { updatedAt }: Pick<Envelope, 'updatedAt'>,
  commitment: CommitmentFields,
  locale: Locale,
): string {
  const t = texts[locale]
  if (commitment.subject === 'fund') {
    const { share, told, known } = fundState(commitment.conventions)
    return share === null ? t.noData : t.fundNow(percent(share, locale), String(told), String(known))
  }
  const last = latestOf(commitment.measures, updatedAt)
  if (last === null) return t.noData
  const unit = unitOf(commitment)
  const { promised } = premisesState(commitment, updatedAt)
  const aim =
    commitment.subject === 'premises'
      ? promised === null
        ? null
        : inUnit(promised, unit, locale)
      : targetInWords(commitment, locale) || null
  return t.measuredNow(inUnit(last.value, unit, locale), aim, formatDay(last.day, locale))
}
