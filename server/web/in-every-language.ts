import { locales } from '../../views/language.tsx'

/** Of the query: the language of the interface for this page alone. No filter of a list has this name. */
export const inAddress = 'lang'

/** Path and query as they are without it: where one page leads to itself, whoever looks keeps their own language. */
export function plainPath(url: URL): string {
  if (!url.searchParams.has(inAddress)) return url.pathname + url.search
  const plain = new URL(url)
  plain.searchParams.delete(inAddress)
  return plain.pathname + plain.search
}

/** The same page in each language, and the address that answers in the reader's own (https://www.rfc-editor.org/rfc/rfc8288). */
export function inEveryLanguage(origin: string, path: string): { hreflang: string; href: string }[] {
  const address = (locale: string): string => {
    const url = new URL(path, origin)
    url.searchParams.set(inAddress, locale)
    return url.href
  }
  return [
    ...locales.map((locale) => ({ hreflang: locale, href: address(locale) })),
    { hreflang: 'x-default', href: new URL(path, origin).href },
  ]
}
