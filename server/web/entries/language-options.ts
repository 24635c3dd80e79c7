import type { Option } from '../../../views/components/inputs.tsx'
import { compareNames } from '../../../views/format.ts'
import { catalogue, isLocale, languageNames, languageOf, type Locale } from '../../../views/language.tsx'
import { writtenLanguages } from '../../entries/languages.ts'

/** What Intl has no name for, or one that is not said in France. */
const texts = catalogue('server/web/entries/language-options', {
  fr: {
    frp: 'Francoprovençal',
    gcf: 'Créole guadeloupéen ou martiniquais',
    gcr: 'Créole guyanais',
    gsw: 'Alsacien',
    rcf: 'Créole réunionnais',
  },
  en: {
    frp: 'Franco-Provençal',
    gcf: 'Creole of Guadeloupe and Martinique',
    gcr: 'Creole of French Guiana',
    gsw: 'Alsatian',
    rcf: 'Creole of Réunion',
  },
})

/** The languages of the pages first, then all others as one looks for them. */
export function languageOptions(locale: Locale): Option[] {
  const names = new Intl.DisplayNames([languageOf(locale).intl], { type: 'language' })
  // Of a tag with private parts Intl wants to know nothing, and only the pages can be in such a language.
  const nameOf = (value: string): string =>
    value.includes('-x-') && isLocale(value) ? languageNames[value] : asLabel(names.of(value) ?? value)
  const own: Readonly<Record<string, string>> = texts[locale]
  const options = writtenLanguages().map((value) => ({
    value,
    label: own[value] ?? nameOf(value),
  }))
  return [
    ...options.filter(({ value }) => isLocale(value)),
    ...options
      .filter(({ value }) => !isLocale(value))
      .toSorted((a, b) => compareNames(a.label, b.label, locale)),
  ]
}

/** Many languages write the names of languages small; alone in a list, a label begins with a capital. */
const asLabel = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)
