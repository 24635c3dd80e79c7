import { formatDay } from '../../../views/format.ts'
import type { Locale } from '../../../views/language.tsx'
import { cut, escaped } from '../blocks.ts'
import { inOrder, type ProposalFields } from './fields.ts'
import { texts } from './texts.ts'

/** ‘Ce qu’elle est devenue : acceptée (2 juin 2026).’ Of a status without a day, there is no day to say. */
export function latest({ status, evidence }: ProposalFields, locale: Locale): string {
  const t = texts[locale]
  const day = inOrder(evidence).findLast((one) => one.day !== null)?.day ?? null
  return t.fate(t.status[status], status === 'unknown' || day === null ? null : formatDay(day, locale))
}

/** The words of the text itself, between quotation marks, a paragraph each. */
export const quoteInWords = ({ quote }: ProposalFields): string =>
  quote === null ? '' : `<p>«\u00a0${escaped(cut(quote, 1500)).replaceAll('\n', '<br>')}\u00a0»</p>`
