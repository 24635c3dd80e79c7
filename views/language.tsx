import { createContext, useContext } from 'hono/jsx'

export const locales = ['fr', 'en'] as const
export type Locale = (typeof locales)[number]

/** Each in its own words. */
export const languageNames = { fr: 'Français', en: 'English' } as const satisfies Record<Locale, string>

type Text = string | ((...args: never[]) => string)
interface Texts {
  readonly [key: string]: Text | Texts
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
  catalogues.set(name, made as Readonly<Record<Locale, Texts>>)
  return made
}

const LocaleContext = createContext<Locale>('fr')

/** Every page is rendered inside one of these; what is inside reads its language with `useTexts`. */
export const Language = LocaleContext.Provider

export const useLocale = (): Locale => useContext(LocaleContext)

export const useTexts = <T,>(texts: Catalogue<T>): Same<T> => texts[useLocale()]
