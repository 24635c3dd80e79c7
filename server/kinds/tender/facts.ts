import { formatMoment } from '../../../views/format.ts'
import type { Locale } from '../../../views/language.tsx'
import { cpvInWords } from '../cpv.ts'
import type { Fact } from '../facts.tsx'
import { deadlineOf, type TenderFields } from './fields.ts'
import { lotLine } from './lot-facts.ts'
import { texts } from './texts.ts'

/** The names and order never change with the values: they are the columns of the CSV file. */
export function facts(tender: TenderFields, locale: Locale): Fact[] {
  const t = texts[locale]
  const deadline = deadlineOf(tender)
  const codes = [...new Set(tender.lots.flatMap(({ cpv }) => cpv ?? []))]
  const values = {
    buyer: tender.buyer,
    deadline: deadline === null ? '' : formatMoment(deadline, locale, tender.timeZone),
    procedure: tender.procedure === null ? '' : t.procedures[tender.procedure],
    lots: tender.lots.map((lot) => lotLine(lot, locale)).join('\n'),
    cpv: codes.map((code) => cpvInWords(code, locale)).join('\n'),
    noLotsReason: tender.noLotsReason ?? '',
    reference: tender.reference ?? '',
    buyerSiret: tender.buyerSiret ?? '',
    notice: tender.notice ?? '',
    contactEmail: tender.contactEmail ?? '',
  }
  return names.map((name) => ({ name, label: t.fields[name], value: values[name] }))
}

const names = [
  'buyer',
  'deadline',
  'procedure',
  'lots',
  'cpv',
  'noLotsReason',
  'reference',
  'buyerSiret',
  'notice',
  'contactEmail',
] as const
