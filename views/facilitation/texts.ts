import { catalogue } from '../language.tsx'

/** Words that the desk, those who ask and everybody else read alike. */
export const facilitationTexts = catalogue('views/facilitation/texts', {
  fr: {
    title: 'Facilitation',
    side: { structure: 'Structure', buyer: 'Acheteur' },
    outcome: {
      answered: 'La question a eu sa réponse',
      'lot-alone': 'Réponse à un lot, seule',
      'lot-grouping': 'Réponse à un lot, en groupement',
      won: 'Marché obtenu',
      'no-lot': 'Aucun lot ne convenait',
      abandoned: 'Abandonnée',
      'out-of-scope': 'Hors sujet',
    },
    source: { structure: 'la structure', buyer: 'l’acheteur', desk: 'le bureau de facilitation' },
    hours: { one: 'heure d’insertion', other: 'heures d’insertion' },
    declared: (hours: string, source: string) => `${hours}, déclarées par ${source}`,
    fields: {
      side: 'Vous êtes',
      name: 'Votre nom',
      email: 'Votre adresse électronique',
      organisationName: 'Votre structure ou votre collectivité',
      organisation: 'Au nom de',
      subject: 'Votre question en une ligne',
      body: 'Votre demande',
      place: 'Commune',
      placeCode: 'Quelle commune',
      cpv: 'Code CPV',
      sector: 'Secteur',
      hoursWanted: 'Heures d’insertion recherchées',
      deadline: 'Réponse utile avant le',
    },
    closing: {
      title: 'Clore le dossier',
      own: 'Clore ma demande',
      outcome: 'Ce que la demande a donné',
      hours: 'Heures d’insertion réalisées ou prévues au contrat',
      hoursHint:
        'Telles qu’on vous les a déclarées\u00a0: elles comptent dans le total public, sans aucun nom.',
      hoursBy: 'Déclarées par',
      text: 'Un mot pour la suite',
      submit: 'Clore',
    },
  },
  en: {
    title: 'Facilitation',
    side: { structure: 'Structure', buyer: 'Buyer' },
    outcome: {
      answered: 'The question was answered',
      'lot-alone': 'A lot was answered, alone',
      'lot-grouping': 'A lot was answered, in a grouping',
      won: 'Contract won',
      'no-lot': 'No suitable lot',
      abandoned: 'Abandoned',
      'out-of-scope': 'Out of scope',
    },
    source: { structure: 'the structure', buyer: 'the buyer', desk: 'the facilitation desk' },
    hours: { one: 'hour of work integration', other: 'hours of work integration' },
    declared: (hours: string, source: string) => `${hours}, declared by ${source}`,
    fields: {
      side: 'You are',
      name: 'Your name',
      email: 'Your e-mail address',
      organisationName: 'Your structure or authority',
      organisation: 'For',
      subject: 'Your question in one line',
      body: 'Your request',
      place: 'Commune',
      placeCode: 'Which town',
      cpv: 'CPV code',
      sector: 'Sector',
      hoursWanted: 'Hours of work integration looked for',
      deadline: 'An answer is useful before',
    },
    closing: {
      title: 'Close the case',
      own: 'Close my request',
      outcome: 'What came of the request',
      hours: 'Hours of work integration done, or planned in the contract',
      hoursHint: 'As they were declared to you: they count in the public sum, without any name.',
      hoursBy: 'Declared by',
      text: 'A word for what follows',
      submit: 'Close',
    },
  },
})

export type Side = 'structure' | 'buyer'
export const sides = ['structure', 'buyer'] as const

export const outcomes = [
  'answered',
  'lot-alone',
  'lot-grouping',
  'won',
  'no-lot',
  'abandoned',
  'out-of-scope',
] as const
export type OutcomeName = (typeof outcomes)[number]

export const hoursSources = ['structure', 'buyer', 'desk'] as const
export type HoursSource = (typeof hoursSources)[number]
