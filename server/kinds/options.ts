import { inEachLanguage, type Locale } from '../../views/language.tsx'
import type { ChoiceFacet } from './kind.ts'

type Labels = Readonly<Record<string, string>>

/** The answers of a question, in the order in which their labels are written. */
export const optionsOf = (labels: Labels): { value: string; label: string }[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

/** A filter of a kind's list, over the column of that name. */
export const facet = (
  name: string,
  words: (locale: Locale) => { label: string; options: Labels },
  /** ‘several’: the column holds a list. */
  holds?: 'several',
): ChoiceFacet => ({
  name,
  ...(holds === undefined ? {} : { several: true }),
  label: inEachLanguage((locale) => ({ label: words(locale).label })),
  options: (locale) => optionsOf(words(locale).options),
})
