type Text = string | ((...args: never[]) => string)

/** Texts by their keys; ‘one’ and ‘other’ beside one another are the forms of a plural. */
export interface Texts {
  readonly [key: string]: Text | Texts
}

/** All that the house needs to know of a language: what differs from one to the next is here or a text. */
export interface LanguageFile {
  /** BCP 47, as `<html lang>` has it; the file is named so too. */
  readonly tag: string
  /** In its own words, for those who look for it. */
  readonly name: string
  /** Dates, numbers, amounts and plurals as they are written where it is read: ‘fr-FR’. */
  readonly intl: string
  readonly direction: 'ltr' | 'rtl'
  /** The language of the house whose texts stand in for those that are not here (docs/adr/0027). */
  readonly instead: 'fr' | 'en'
  /** Between a label and what it says. */
  readonly colon: string
  /** Around what is quoted, and around what is quoted inside it. */
  readonly quotes: readonly [string, string, string, string]
  /** What Intl writes, as it is said. */
  readonly said?: (date: string) => string
  /** The plural that follows a million: ‘1 000 000 de réponses’. */
  readonly ofMillions?: (things: string) => string
  /** By the name of their catalogue. Those of French and English stand in the catalogues themselves. */
  readonly texts?: Texts
}

/** Adds nothing but the types: a file of this folder is `export default language({ … })`. */
export function language(file: LanguageFile): LanguageFile {
  return file
}
