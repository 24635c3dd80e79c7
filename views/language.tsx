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

/** The texts of one room in each language. A key missing in one is a type error. */
export const catalogue = <const T extends Texts>(texts: { fr: T; en: Same<T> }): Catalogue<T> =>
  texts as Catalogue<T>

const LocaleContext = createContext<Locale>('fr')

/** Every page is rendered inside one of these; what is inside reads its language with `useTexts`. */
export const Language = LocaleContext.Provider

export const useLocale = (): Locale => useContext(LocaleContext)

export const useTexts = <T,>(texts: Catalogue<T>): Same<T> => texts[useLocale()]
