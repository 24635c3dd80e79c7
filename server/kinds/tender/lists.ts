// What a tender and its lots may say, in codes.

export const procedures = [
  'adapted',
  'open',
  'restricted',
  'negotiated',
  'dialogue',
  'direct',
  'other',
] as const

/** Whom a lot is reserved to (Code de la commande publique, L2113-12 to L2113-16). */
export const reservations = [
  'none',
  'disability',
  'insertion',
  'disability-insertion',
  'prison',
  'ess',
] as const

/** `considerationsSociales` of the public data on contracts (DECP 2.0); a reserved lot says so in `reservation`. */
export const socials = ['none', 'clause', 'criterion', 'both'] as const

/** Statuses and structures that a buyer may name as welcome. */
export const admitted = [
  'scop',
  'scic',
  'cae',
  'association',
  'mutual',
  'foundation',
  'esus',
  'ai',
  'aci',
  'ei',
  'etti',
  'eiti',
  'geiq',
  'ea',
  'eatt',
  'esat',
  'regie',
] as const

export const lotStates = ['open', 'awarded', 'unsuccessful', 'withdrawn'] as const

/** `typeGroupementOperateurs` of the DECP: none, solidaire, conjoint. */
export const awardGroupings = ['none', 'joint', 'several'] as const
