import { catalogue } from '../../views/language.tsx'

/**
 * Structures with a mission of insertion or adapted work: the five of art. L5132-4 of the Code du travail
 * (AI, ACI, EI, ETTI, EITI) and their neighbours. A régie de quartier is of a network, and none of the five. Employers
 * and organisations are described by the same list; codes are only added, for older rows and other hubs hold them.
 */
export const structures = [
  'ai',
  'aci',
  'ei',
  'etti',
  'eiti',
  'geiq',
  'opcs',
  'ea',
  'eatt',
  'esat',
  'sep',
  'regie',
  'other',
] as const

export const structureLabels = catalogue('server/kinds/structures', {
  fr: {
    ai: 'Association intermédiaire (AI)',
    aci: 'Atelier et chantier d’insertion (ACI)',
    ei: 'Entreprise d’insertion (EI)',
    etti: 'Entreprise de travail temporaire d’insertion (ETTI)',
    eiti: 'Entreprise d’insertion par le travail indépendant (EITI)',
    geiq: 'Groupement d’employeurs pour l’insertion et la qualification (GEIQ)',
    opcs: 'Organisation porteuse de la clause sociale (OPCS)',
    ea: 'Entreprise adaptée (EA)',
    eatt: 'Entreprise adaptée de travail temporaire (EATT)',
    esat: 'Établissement et service d’accompagnement par le travail (ESAT)',
    sep: 'Travail en prison (SEP)',
    regie: 'Régie de quartier ou de territoire',
    other: 'Autre structure',
  },
  en: {
    ai: 'Intermediary association (AI)',
    aci: 'Work-integration workshop (ACI)',
    ei: 'Work-integration enterprise (EI)',
    etti: 'Work-integration temporary agency (ETTI)',
    eiti: 'Work integration through self-employment (EITI)',
    geiq: 'Employers’ group for work integration and training (GEIQ)',
    opcs: 'Body in charge of social clauses (OPCS)',
    ea: 'Adapted enterprise (EA)',
    eatt: 'Adapted temporary-work agency (EATT)',
    esat: 'Supported-work establishment (ESAT)',
    sep: 'Work in prison (SEP)',
    regie: 'Neighbourhood enterprise (régie)',
    other: 'Other structure',
  },
})
