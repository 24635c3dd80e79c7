/**
 * What search and look-ups compare: lower case, no accents, œ and æ in two letters (unicode61 leaves them
 * whole, so « oeuvre » would not find « œuvre »), typographic apostrophes and hyphens as spaces.
 */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’'`‑‐–—-]+/g, ' ')

/** A tag as addresses and look-ups write it: « #Économie circulaire » → `economiecirculaire`. */
export const foldTag = (text: string): string => fold(text).replace(/[^\p{L}\p{N}_]+/gu, '')

/** « économie circulaire » → `ÉconomieCirculaire`: readable, and read aloud as two words. */
export const hashtagOf = (label: string): string =>
  label
    .split(/[^\p{L}\p{N}_]+/u)
    .filter((word) => word !== '')
    .map((word, _, all) => (all.length > 1 ? word.charAt(0).toUpperCase() + word.slice(1) : word))
    .join('')

/** A readable, stable address: « Chef·fe de chantier (H/F) » → `chef-fe-de-chantier-h-f`. */
export const slugOf = (title: string): string =>
  fold(title)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '')
