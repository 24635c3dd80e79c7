/**
 * Whether a number is well formed, and no more: that it exists, and belongs to this organisation, only a
 * register can say.
 */
export const isSiren = (siren: string): boolean => /^\d{9}$/.test(siren) && luhn(siren)

/**
 * The establishments of La Poste are too many for the check digit: the sum of their digits is a multiple of
 * five instead. Its seat keeps the ordinary rule.
 */
export const isSiret = (siret: string): boolean =>
  /^\d{14}$/.test(siret) &&
  (luhn(siret) || (siret.startsWith('356000000') && sum(siret, (digit) => digit) % 5 === 0))

/** Associations of Alsace and Moselle are in a register of their own, and have none. */
export const isRna = (rna: string): boolean => /^W\d{9}$/.test(rna)

/** From the right, every second digit is doubled; 9 is taken off what passes 9. */
const luhn = (digits: string): boolean =>
  sum(digits, (digit, fromRight) => {
    const doubled = fromRight % 2 === 1 ? digit * 2 : digit
    return doubled > 9 ? doubled - 9 : doubled
  }) %
    10 ===
  0

const sum = (digits: string, worth: (digit: number, fromRight: number) => number): number =>
  [...digits].toReversed().reduce((total, digit, fromRight) => total + worth(Number(digit), fromRight), 0)
