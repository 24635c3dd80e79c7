import { z } from 'zod'
import { catalogue, type Locale } from '../../views/language.tsx'
import { lines } from './gate.ts'

// The Common Procurement Vocabulary (regulation (EC) No 213/2008): eight digits, from a division (two digits, then
// zeros) to a detail; a ninth after a dash is a check digit, which the public data of France leave out.

/** The 45 divisions: a code outside them names nothing. */
export const cpvDivisions = catalogue('server/kinds/cpv', {
  fr: {
    '03': 'Produits agricoles, de la pêche et de la sylviculture',
    '09': 'Énergie, combustibles et électricité',
    '14': 'Minerais, métaux et produits connexes',
    '15': 'Produits alimentaires et boissons',
    '16': 'Machines agricoles',
    '18': 'Vêtements, chaussures et bagages',
    '19': 'Cuirs, textiles, plastique et caoutchouc',
    '22': 'Imprimés et produits connexes',
    '24': 'Produits chimiques',
    '30': 'Matériel et fournitures informatiques et de bureau',
    '31': 'Matériel électrique et éclairage',
    '32': 'Matériel de radio, de télévision et de communication',
    '33': 'Matériel médical, médicaments et soins personnels',
    '34': 'Matériel de transport',
    '35': 'Matériel de sécurité, de lutte contre l’incendie et de défense',
    '37': 'Instruments de musique, sport, jeux, jouets et artisanat',
    '38': 'Matériel de laboratoire, d’optique et de précision',
    '39': 'Meubles, ménage et produits de nettoyage',
    '41': 'Eau captée et épurée',
    '42': 'Machines industrielles',
    '43': 'Machines pour les mines, les carrières et la construction',
    '44': 'Matériaux et ouvrages de construction',
    '45': 'Travaux de construction',
    '48': 'Logiciels et systèmes d’information',
    '50': 'Réparation et entretien',
    '51': 'Installation (hors logiciels)',
    '55': 'Hôtellerie, restauration et commerce de détail',
    '60': 'Transport (hors déchets)',
    '63': 'Services auxiliaires de transport, agences de voyages',
    '64': 'Postes et télécommunications',
    '65': 'Services publics d’eau, d’énergie',
    '66': 'Finance et assurance',
    '70': 'Services immobiliers',
    '71': 'Architecture, ingénierie, inspection',
    '72': 'Services informatiques',
    '73': 'Recherche et développement',
    '75': 'Administration, défense et sécurité sociale',
    '76': 'Services pour l’industrie du pétrole et du gaz',
    '77': 'Agriculture, sylviculture, espaces verts',
    '79': 'Services aux entreprises, imprimerie, sécurité',
    '80': 'Enseignement et formation',
    '85': 'Santé et action sociale',
    '90': 'Déchets, propreté et environnement',
    '92': 'Loisirs, culture et sport',
    '98': 'Autres services collectifs, sociaux et personnels',
  },
  en: {
    '03': 'Agricultural, fishing and forestry products',
    '09': 'Energy, fuel and electricity',
    '14': 'Minerals, metals and related products',
    '15': 'Food and beverages',
    '16': 'Agricultural machinery',
    '18': 'Clothing, footwear and luggage',
    '19': 'Leather, textiles, plastic and rubber',
    '22': 'Printed matter and related products',
    '24': 'Chemical products',
    '30': 'Office and computing machinery and supplies',
    '31': 'Electrical machinery and lighting',
    '32': 'Radio, television and communication equipment',
    '33': 'Medical equipment, pharmaceuticals and personal care',
    '34': 'Transport equipment',
    '35': 'Security, fire-fighting and defence equipment',
    '37': 'Musical instruments, sports, games, toys and handicraft',
    '38': 'Laboratory, optical and precision equipment',
    '39': 'Furniture, household and cleaning products',
    '41': 'Collected and purified water',
    '42': 'Industrial machinery',
    '43': 'Machinery for mining, quarrying and construction',
    '44': 'Construction structures and materials',
    '45': 'Construction work',
    '48': 'Software packages and information systems',
    '50': 'Repair and maintenance',
    '51': 'Installation (except software)',
    '55': 'Hotel, restaurant and retail services',
    '60': 'Transport (excluding waste)',
    '63': 'Supporting transport services, travel agencies',
    '64': 'Postal and telecommunications services',
    '65': 'Public utilities',
    '66': 'Financial and insurance services',
    '70': 'Real estate services',
    '71': 'Architecture, engineering, inspection',
    '72': 'IT services',
    '73': 'Research and development',
    '75': 'Administration, defence and social security',
    '76': 'Services for the oil and gas industry',
    '77': 'Agriculture, forestry, green spaces',
    '79': 'Business services, printing, security',
    '80': 'Education and training',
    '85': 'Health and social work',
    '90': 'Waste, cleaning and environment',
    '92': 'Recreation, culture and sport',
    '98': 'Other community, social and personal services',
  },
})

const hasDivision = (digits: string): boolean => Object.hasOwn(cpvDivisions.fr, digits.slice(0, 2))

/** `77310000`; also as `77310000-6`, or with spaces. */
export const cpvCode = z
  .string()
  .transform((text) =>
    text
      .trim()
      .replace(/[\s\u00a0\u202f]/g, '')
      .replace(/-\d$/, ''),
  )
  .pipe(
    z
      .string()
      .regex(/^\d{8}$/, { error: 'cpv', abort: true })
      .refine(hasDivision, 'cpv'),
  )

export const optionalCpv = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() === '' ? null : value),
  cpvCode.nullable().default(null),
)

/** What an organisation delivers: a shorter prefix stands for all that is under it. */
export const cpvPrefixes = lines(
  30,
  12,
  z
    .string()
    .transform((text) => cpvPrefix(text) ?? text)
    .pipe(
      z
        .string()
        .regex(/^\d{2,8}$/, { error: 'cpv', abort: true })
        .refine(hasDivision, 'cpv'),
    ),
)

/** The digits that a code begins with, without the zeros that stand for all below: `77300000-3` → `773`, `45` → `45`. Null: no code. */
export function cpvPrefix(text: string): string | null {
  const digits = text
    .trim()
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/-\d$/, '')
  if (!/^\d{2,8}$/.test(digits) || !hasDivision(digits)) return null
  const level = digits.length === 8 ? digits.replace(/0+$/, '') : digits
  return level.length < 2 ? digits.slice(0, 2) : level
}

/** « 773 – Agriculture, sylviculture, espaces verts »: the code, and its division in words. */
export const cpvInWords = (code: string, locale: Locale): string => {
  const division = Object.entries(cpvDivisions[locale]).find(([digits]) => code.startsWith(digits))
  return division === undefined ? code : `${code} – ${division[1]}`
}
