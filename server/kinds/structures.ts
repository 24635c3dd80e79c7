import { catalogue } from '../../views/language.tsx'

/**
 * Structures with a mission of insertion or adapted work: the five of art. L5132-4 of the Code du travail
 * (AI, ACI, EI, ETTI, EITI) and their neighbours. Employers and organisations are described by the same list.
 */
export const structures = [
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
  'other',
] as const

export const structureLabels = catalogue({
  fr: {
    ai: 'Association intermédiaire (AI)',
    aci: 'Atelier et chantier d’insertion (ACI)',
    ei: 'Entreprise d’insertion (EI)',
    etti: 'Entreprise de travail temporaire d’insertion (ETTI)',
    eiti: 'Entreprise d’insertion par le travail indépendant (EITI)',
    geiq: 'Groupement d’employeurs pour l’insertion et la qualification (GEIQ)',
    ea: 'Entreprise adaptée (EA)',
    eatt: 'Entreprise adaptée de travail temporaire (EATT)',
    esat: 'Établissement et service d’accompagnement par le travail (ESAT)',
    regie: 'Régie de quartier ou de territoire',
    other: 'Autre structure',
  },
  en: {
    ai: 'Intermediary association (AI)',
    aci: 'Insertion workshop (ACI)',
    ei: 'Insertion enterprise (EI)',
    etti: 'Insertion temporary-work agency (ETTI)',
    eiti: 'Insertion through self-employment (EITI)',
    geiq: 'Employers’ group for insertion and training (GEIQ)',
    ea: 'Adapted enterprise (EA)',
    eatt: 'Adapted temporary-work agency (EATT)',
    esat: 'Supported-work establishment (ESAT)',
    regie: 'Neighbourhood enterprise (régie)',
    other: 'Other structure',
  },
})
