import { catalogue } from '../../../views/language.tsx'

/** What a resource may be and be worth, in words. */
export const words = catalogue('server/kinds/resource/words', {
  fr: {
    category: {
      room: 'Salle ou local',
      equipment: 'Matériel',
      'know-how': 'Savoir-faire',
      'school-talk': 'Intervention en milieu scolaire',
      document: 'Document ou support',
      software: 'Logiciel libre',
      goods: 'Biens et fournitures',
    },
    terms: {
      gift: 'Don ou accès gratuit',
      loan: 'Prêt gratuit',
      rent: 'Location',
      price: 'Prestation ou vente',
    },
    priceUnit: {
      once: 'en tout',
      person: 'par personne',
      hour: 'par heure',
      'half-day': 'par demi-journée',
      day: 'par jour',
      week: 'par semaine',
      month: 'par mois',
      year: 'par an',
    },
    levels: {
      primary: 'École primaire',
      middle: 'Collège',
      high: 'Lycée',
      higher: 'Enseignement supérieur',
      adult: 'Adultes en formation',
    },
    format: { talk: 'Intervention en classe', visit: 'Visite', placement: 'Stage de découverte' },
    softwareRole: {
      uses: 'Nous l’utilisons',
      helps: 'Nous aidons à s’en servir',
      hosts: 'Nous l’hébergeons pour d’autres',
    },
  },
  en: {
    category: {
      room: 'Room or premises',
      equipment: 'Equipment',
      'know-how': 'Know-how',
      'school-talk': 'Talk in a school',
      document: 'Document',
      software: 'Free software',
      goods: 'Goods and supplies',
    },
    terms: {
      gift: 'Gift or free access',
      loan: 'Free loan',
      rent: 'Rent',
      price: 'Service or sale',
    },
    priceUnit: {
      once: 'in all',
      person: 'a person',
      hour: 'an hour',
      'half-day': 'a half-day',
      day: 'a day',
      week: 'a week',
      month: 'a month',
      year: 'a year',
    },
    levels: {
      primary: 'Primary school',
      middle: 'Middle school',
      high: 'High school',
      higher: 'Higher education',
      adult: 'Adults in training',
    },
    format: { talk: 'Talk in class', visit: 'Visit', placement: 'Discovery placement' },
    softwareRole: { uses: 'We use it', helps: 'We help with it', hosts: 'We host it for others' },
  },
})
