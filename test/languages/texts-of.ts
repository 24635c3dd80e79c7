import type { Texts } from '../../views/language-file.ts'

type Known = Texts | Texts[string] | undefined

/** Keys that one language has and another lacks. */
export const lackingIn = (base: Texts, own: Known, under = ''): string[] =>
  Object.entries(base).flatMap(([key, text]) => {
    const given = typeof own === 'object' ? own[key] : undefined
    if (typeof text === 'object' && typeof given === 'object' && !isPlural(text))
      return lackingIn(text, given, `${under}${key}.`)
    return typeof given === typeof text ? [] : [under + key]
  })

/** Keys that nothing asks for, and functions that want more than they are told. */
export const strangersIn = (base: Texts, own: Texts, under = ''): string[] =>
  Object.entries(own).flatMap(([key, given]) => {
    const text = base[key]
    if (text === undefined) return [under + key]
    if (typeof text === 'object' && typeof given === 'object')
      return isPlural(text) ? [] : strangersIn(text, given, `${under}${key}.`)
    if (typeof text === 'function' && typeof given === 'function')
      return given.length > text.length ? [under + key] : []
    return typeof given === typeof text ? [] : [under + key]
  })

const isPlural = (texts: Texts): boolean =>
  'one' in texts && 'other' in texts && Object.keys(texts).length === 2
