import { catalogue } from '../language.tsx'

/** What a text, a picture, data or a program is mostly shared under, and what that means; by SPDX id. */
export const licenceTexts = catalogue('views/entries/licence-texts', {
  fr: {
    plain: {
      'CC-BY-SA-4.0':
        'CC BY-SA 4.0\u00a0: réutiliser et modifier, en citant l’auteur ou l’autrice, aux mêmes conditions',
      'CC-BY-4.0': 'CC BY 4.0\u00a0: réutiliser et modifier, en citant l’auteur ou l’autrice',
      'CC0-1.0': 'CC0 1.0\u00a0: réutiliser et modifier sans condition (domaine public)',
      'etalab-2.0': 'Licence Ouverte 2.0 (Etalab)\u00a0: données publiques, en citant la source',
      'ODbL-1.0': 'ODbL 1.0\u00a0: bases de données, en citant la source, aux mêmes conditions',
      'AGPL-3.0-or-later': 'AGPL 3 ou suivante\u00a0: logiciels, aux mêmes conditions',
    },
    others: 'Autres licences',
  },
  en: {
    plain: {
      'CC-BY-SA-4.0': 'CC BY-SA 4.0: reuse and change it, naming its author, on the same terms',
      'CC-BY-4.0': 'CC BY 4.0: reuse and change it, naming its author',
      'CC0-1.0': 'CC0 1.0: reuse and change it without any condition (public domain)',
      'etalab-2.0': 'Open Licence 2.0 (Etalab): public data, naming its source',
      'ODbL-1.0': 'ODbL 1.0: databases, naming their source, on the same terms',
      'AGPL-3.0-or-later': 'AGPL 3 or later: software, on the same terms',
    },
    others: 'Other licences',
  },
})
