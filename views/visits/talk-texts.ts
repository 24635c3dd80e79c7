import { catalogue } from '../language.tsx'

/** The page of all that is offered to schools. */
export const talkTexts = catalogue('views/visits/talk-texts', {
  fr: {
    tab: 'Interventions',
    listTitle: 'Interventions dans les écoles, collèges et lycées',
    listLead:
      'Des structures de l’économie sociale et solidaire viennent en classe, ouvrent leurs portes ou accueillent en stage. Un établissement demande ici, sans compte.',
    none: 'Aucune intervention pour le moment',
    noneHow:
      'Une structure propose la sienne comme une ressource, de nature «\u00a0Intervention en milieu scolaire\u00a0»\u00a0: elle paraît ici.',
    offer: 'Proposer une intervention',
    filters: { levels: 'Pour qui', format: 'Format', place: 'Commune ou département' },
    all: 'Tout',
    narrow: 'Chercher',
    counts: 'Ce qui a eu lieu',
    held: 'Interventions tenues',
    pupils: 'Élèves rencontrés',
    noData: 'Pas encore de données.',
    declared: (day: string) => `Déclaré par les structures de ce site\u00a0; dernière déclaration le ${day}.`,
    reusable: 'À réutiliser en classe',
    reusableLead:
      'Diaporamas, vidéos, jeux\u00a0: chacun avec sa licence, qui dit ce que l’on peut en faire.',
    reusableNone:
      'Aucun support pour le moment. Un document partagé dans les ressources, avec son niveau («\u00a0Pour qui\u00a0»), paraît ici.',
    noLicence: 'sans licence dite\u00a0: demandez avant de réutiliser',
    openDocument: 'Ouvrir le support',
  },
  en: {
    tab: 'School talks',
    listTitle: 'Talks in schools',
    listLead:
      'Structures of the social and solidarity economy come to classes, open their doors or take pupils on placement. A school asks here, without an account.',
    none: 'No talk for the moment',
    noneHow: 'A structure offers its own as a resource of the type “Talk in a school”: it is shown here.',
    offer: 'Offer a talk',
    filters: { levels: 'For whom', format: 'Format', place: 'Commune or department' },
    all: 'All',
    narrow: 'Search',
    counts: 'What took place',
    held: 'Talks held',
    pupils: 'Pupils met',
    noData: 'No data yet.',
    declared: (day: string) => `Declared by the structures of this site; last declared on ${day}.`,
    reusable: 'To be used in class',
    reusableLead: 'Decks, videos, games: each with its licence, which says what may be done with it.',
    reusableNone:
      'Nothing for the moment. A document shared among the resources, with its level (“For whom”), is shown here.',
    noLicence: 'no licence said: ask before you reuse it',
    openDocument: 'Open the document',
  },
})
