/**
 * What the font of drawn pictures has: the letters of the languages of Western and Central Europe, and the marks of
 * their typography (test/media/banner.test.ts holds it against the font). Anything else would be drawn as a box on a
 * machine without fonts; the title stands in full beside the picture, wherever a link card is shown.
 */
const drawable =
  /[\u0020-\u007e\u00a0-\u00ac\u00ae-\u00b4\u00b6-\u0107\u010a-\u0113\u0116-\u011b\u011e-\u0123\u0126\u0127\u012a\u012b\u012e-\u0133\u0136\u0137\u0139-\u013e\u0141-\u0148\u0150-\u0155\u0158-\u015b\u015e-\u0165\u016a\u016b\u016e-\u017e\u0218-\u021b\u1e80-\u1e85\u1e9e\u1ef2\u1ef3\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122\u2212]/u

/** Spaces that the font lacks are spaces; what it cannot say is left out. */
export const drawn = (text: string): string =>
  [...text.normalize('NFC').replace(/\s+/gu, (space) => (/^[\u00a0\u202f]+$/.test(space) ? '\u00a0' : ' '))]
    .filter((letter) => drawable.test(letter))
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim()

/** Half a sentence says something else: what loses more than a few signs is not drawn at all. */
export function drawnWhole(text: string): string {
  const words = [...text].filter((sign) => /[\p{L}\p{N}]/u.test(sign))
  const lost = words.filter((sign) => !drawable.test(sign.normalize('NFC')))
  return lost.length > words.length / 10 ? '' : drawn(text)
}
