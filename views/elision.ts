/**
 * “de Bruno”, “d’Amel”: before a name in French. Whether an initial h is mute is known of words and not of names;
 * the rule kept here is right for most that people bear in France: ha is breathed (Hassan, Hamza, Hanna), every
 * other h is mute (Hélène, Henri, Hugo). A y is a vowel before a consonant only (d’Yves, de Yann).
 */
export const ofName = (name: string): string => (elides(name) ? `d’${name}` : `de ${name}`)

const elides = (name: string): boolean =>
  /^(?:h?[eiou]|a|œ|æ|hœ|h?y(?![aeiou]))/i.test(name.trimStart().normalize('NFD').replaceAll(/\p{M}/gu, ''))
