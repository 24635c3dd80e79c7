import { createContext, useContext } from 'hono/jsx'
import type { LanguageFile, Texts } from './language-file.ts'
import en from './languages/en.ts'
import fr from './languages/fr.ts'

/**
 * A language of the interface. The type names those that the house is written in, and every text exists in both; a hub
 * may know more (`addLanguage`), whose tags go wherever these go.
 */
export type Locale = 'fr' | 'en'

const known = new Map<string, LanguageFile>([
  ['fr', fr],
  ['en', en],
])

const tags: [Locale, Locale, ...Locale[]] = ['fr', 'en']

/** All languages of this hub, in the order in which they are offered: to be asked when needed, not copied at load. */
export const locales: readonly [Locale, Locale, ...Locale[]] = tags

export const isLocale = (text: unknown): text is Locale => typeof text === 'string' && known.has(text)

/** French for what no file describes: the file of a language that somebody chose may be taken away again. */
export const languageOf = (locale: string): LanguageFile => known.get(locale) ?? fr

/** The language of the interface for what is written in `language`: ‘pt’ for ‘pt-BR’; null: there is none. */
export const localeOf = (language: string): Locale | null =>
  locales.find((locale) => locale === language) ??
  locales.find((locale) => locale.split('-')[0] === language.toLowerCase().split('-')[0]) ??
  null

/** A language that came by a file: before the first page, for as long as the process runs. */
export function addLanguage(file: LanguageFile): void {
  const [canonical] = Intl.getCanonicalLocales(file.tag)
  if (canonical !== file.tag) throw new Error(`${file.tag} should be written ${String(canonical)}`)
  if (known.has(file.tag)) throw new Error(`${file.tag} is there already`)
  if (Intl.PluralRules.supportedLocalesOf(file.intl).length === 0)
    throw new Error(`${file.tag}: Intl does not know ${file.intl}`)
  known.set(file.tag, file)
  // What the type says of it from here on: a tag that every table of the house answers.
  tags.push(file.tag as Locale)
}

/** The shape of the first language: the second must have every key, and take the same arguments. */
type Same<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : T[K] extends Texts ? Same<T[K]> : T[K]
}

export type Catalogue<T> = Readonly<Record<Locale, Same<T>>>

/** All texts of the house by the name of their catalogue, which is that of its file. */
export const catalogues = new Map<string, Readonly<Record<Locale, Texts>>>()

/** The texts of one file in each language. A key missing in one is a type error. */
export function catalogue<const T extends Texts>(name: string, texts: { fr: T; en: Same<T> }): Catalogue<T> {
  const made = texts as Catalogue<T>
  const both = made as Readonly<Record<Locale, Texts>>
  catalogues.set(name, both)
  return answering(made, ({ instead, texts: own }) => filled(both[instead], own?.[name]) as Same<T>)
}

/** The same for what is made of texts when it is first asked for, and not written down. */
export const inEachLanguage = <T,>(make: (locale: Locale) => T): Readonly<Record<Locale, T>> =>
  answering<T>({}, ({ tag }) => make(tag as Locale))

/** What a table answers in a language that it does not hold; kept by the table from then on. */
const makers = new WeakMap<object, (file: LanguageFile) => unknown>()

const otherLanguages: object = new Proxy(Object.prototype, {
  get(target, key, table: object) {
    const make = makers.get(table)
    if (make === undefined || typeof key !== 'string' || !/^[a-z]{2,3}(?:-|$)/.test(key))
      return Reflect.get(target, key, table) as unknown
    const value = make(languageOf(key))
    if (known.has(key)) Object.defineProperty(table, key, { value })
    return value
  },
})

function answering<T>(
  table: Partial<Record<Locale, T>>,
  make: (file: LanguageFile) => T,
): Readonly<Record<Locale, T>> {
  makers.set(table, make)
  return Object.setPrototypeOf(table, otherLanguages) as Readonly<Record<Locale, T>>
}

/** Each in its own words. */
export const languageNames = inEachLanguage((locale) => languageOf(locale).name)

/** What a language has, and key by key what stands in for the rest. A plural is taken whole, with the forms it has. */
function filled(base: Texts, own: Texts[string] | undefined): Texts {
  if (typeof own !== 'object') return base
  if (isPlural(base)) return isPlural(own) ? own : base
  return Object.fromEntries(
    Object.entries(base).map(([key, text]) => {
      const given = own[key]
      if (typeof text === 'object') return [key, filled(text, given)]
      return [key, typeof given === typeof text ? (given ?? text) : text]
    }),
  )
}

/** https://cldr.unicode.org/index/cldr-spec/plural-rules */
const isPlural = (texts: Texts): boolean =>
  typeof texts['other'] === 'string' &&
  Object.keys(texts).every((key) => /^(?:zero|one|two|few|many|other)$/.test(key))

const LocaleContext = createContext<Locale>('fr')

/** Every page is rendered inside one of these; what is inside reads its language with `useTexts`. */
export const Language = LocaleContext.Provider

export const useLocale = (): Locale => useContext(LocaleContext)

export const useTexts = <T,>(texts: Catalogue<T>): Same<T> => texts[useLocale()]
