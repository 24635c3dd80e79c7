import { catalogue } from '../language.tsx'

export const lotPageTexts = catalogue({
  fr: {
    of: 'Un lot du marché',
    back: 'Voir tout le marché et ses autres lots',
    hidden: 'Ce lot n’est pas encore public\u00a0: son marché est un brouillon.',
    from: 'Ce lot vient d’un autre site.',
    readThere: (host: string) => `Le lire sur ${host}`,
  },
  en: {
    of: 'A lot of the tender',
    back: 'See the whole tender and its other lots',
    hidden: 'This lot is not public yet: its tender is a draft.',
    from: 'This lot comes from another site.',
    readThere: (host: string) => `Read it on ${host}`,
  },
})
