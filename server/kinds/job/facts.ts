import { formatCount, formatDay, formatMoney, formatNumber } from '../../../views/format.ts'
import type { Locale } from '../../../views/language.tsx'
import type { Fact } from '../facts.tsx'
import { structureLabels } from '../structures.ts'
import type { JobFields } from './fields.ts'
import { unpaid } from './table.ts'
import { texts } from './texts.ts'

/** The names and order never change with the values: they are the columns of the CSV file. */
export function facts(job: JobFields, locale: Locale): Fact[] {
  const t = texts[locale]
  const number = (value: number | null) => (value === null ? '' : formatNumber(value, locale))
  const values = {
    contract: t.contract[job.contract],
    months: job.months === null ? '' : formatCount(job.months, locale, t.months),
    hours: job.hours === null ? '' : t.hours(number(job.hours)),
    pay: pay(job, locale),
    occupation: job.occupation ?? '',
    positions: number(job.positions),
    remote: t.remote[job.remote],
    startsOn: job.startsOn === null ? '' : formatDay(job.startsOn, locale),
    deadline: job.deadline === null ? '' : formatDay(job.deadline, locale),
    structure: job.structure === null ? '' : structureLabels[locale][job.structure],
    insertion: job.insertion ? t.yes : '',
    applyEmail: job.applyEmail ?? '',
    applyUrl: job.applyUrl ?? '',
    applyText: job.applyText ?? '',
  }
  return names.map((name) => ({ name, label: t.fields[name], value: values[name] }))
}

const names = [
  'contract',
  'months',
  'hours',
  'pay',
  'occupation',
  'positions',
  'remote',
  'startsOn',
  'deadline',
  'structure',
  'insertion',
  'applyEmail',
  'applyUrl',
  'applyText',
] as const

/** ‘2 100 € à 2 300 € brut par mois’ */
function pay({ contract, payMin, payMax, payPeriod }: JobFields, locale: Locale): string {
  const t = texts[locale]
  const per = t.payPeriod[payPeriod]
  const money = (amount: number) => formatMoney(amount, locale)
  if (unpaid.includes(contract)) return ''
  if (payMin === null) return payMax === null ? '' : t.payUpTo(money(payMax), per)
  if (payMax === null) return t.payFrom(money(payMin), per)
  return payMin === payMax ? t.payExactly(money(payMin), per) : t.payRange(money(payMin), money(payMax), per)
}
