import { locales } from '../../views/language.tsx'

/** What people who meet here write in beside the languages of the pages: those of France, of neighbours and of newcomers. */
const others = [
  ...['br', 'ca', 'co', 'eu', 'frp', 'gcf', 'gcr', 'gsw', 'oc', 'rcf', 'ty'],
  ...['de', 'es', 'it', 'lb', 'nl', 'pt'],
  ...['ar', 'fa', 'hy', 'ka', 'kab', 'ln', 'pl', 'ps', 'ro', 'ru', 'so', 'sq', 'ta', 'ti', 'tr', 'uk', 'vi'],
  ...['wo', 'zh'],
]

/** What an entry may be written in: the languages of the pages first, French before all. */
export const writtenLanguages = (): string[] => [
  ...locales,
  ...others.filter((one) => !locales.some((locale) => locale === one)),
]

export const isWritten = (language: string): boolean => writtenLanguages().includes(language)
