import { useLocale } from './language.tsx'

/** Scripts that run from right to left (https://www.w3.org/International/questions/qa-scripts). */
const leftwards = new Set([
  'Adlm',
  'Arab',
  'Hebr',
  'Mand',
  'Mend',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
  'Yezi',
])

const directions = new Map<string, 'ltr' | 'rtl'>()

/** Remote texts say what language they are in, and may say anything: what is no tag runs as the page does. */
export function directionOf(language: string): 'ltr' | 'rtl' | undefined {
  const known = directions.get(language)
  if (known !== undefined) return known
  try {
    const { script } = new Intl.Locale(language).maximize()
    const found = script !== undefined && leftwards.has(script) ? 'rtl' : 'ltr'
    if (directions.size < 500) directions.set(language, found)
    return found
  } catch {
    return undefined
  }
}

/** On whatever people wrote: how it is read aloud, and which way it runs on a page of another language (RGAA 8.7, 8.10). */
export const inItsLanguage = (
  language: string | null | undefined,
): { lang?: string; dir?: 'ltr' | 'rtl' | undefined } =>
  language === null || language === undefined || language === ''
    ? {}
    : { lang: language, dir: directionOf(language) }

/** The same, on a page that may be in that language already. */
export const useTheirLanguage = (language: string | null | undefined) =>
  language === useLocale() ? {} : inItsLanguage(language)
