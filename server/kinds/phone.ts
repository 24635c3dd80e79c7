/** French numbers have ten digits, those of other countries say which; a few services have three or four. */
const short = /^(?:1\d{1,2}|116\d{3}|3\d{3})$/

/** Whether somebody could be called by it; words around the number are no harm (‘le matin’). */
export function isPhone(text: string | null): boolean {
  if (text === null) return true
  const digits = text.replaceAll(/\D/g, '')
  return digits.length >= 10 || (text.includes('+') && digits.length >= 8) || short.test(digits)
}
