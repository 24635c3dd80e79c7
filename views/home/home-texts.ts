import { catalogue } from '../language.tsx'

export const homeTexts = catalogue({
  fr: {
    what: 'Ici, les structures de l’économie sociale et solidaire partagent leurs ressources, leurs offres d’emploi et leurs nouvelles. Chacun peut chercher et répondre, sans compte.',
    ways: 'Ce qu’on trouve ici',
    word: 'Présentation',
    publish: 'Publier',
    all: 'Tout voir',
    empty: 'Rien n’est encore publié ici',
    emptyHow:
      'Une salle à prêter, un poste à pourvoir, une réunion à annoncer : la première page publiée paraîtra ici, et chez tous ceux qui suivent ce site.',
    network: 'Un site parmi d’autres',
    alone:
      'Ce site peut se relier à d’autres du même genre : leurs offres paraîtront alors ici, avec leur origine, et les siennes chez eux.',
    linked: (sites: string) =>
      `Ce site suit ${sites} du réseau : ce qui est publié là-bas paraît aussi ici, avec son origine.`,
    sites: { one: 'autre site', other: 'autres sites' },
    see: 'Voir le réseau',
    follow: (name: string) => `Suivre ${name}`,
    followHow: 'Depuis Mastodon ou un autre réseau du fédivers, recherchez ce nom et abonnez-vous :',
  },
  en: {
    what: 'Here, the organisations of the social and solidarity economy share their resources, their job offers and their news. Anyone can search and answer, without an account.',
    ways: 'What can be found here',
    word: 'Presentation',
    publish: 'Publish',
    all: 'See all',
    empty: 'Nothing is published here yet',
    emptyHow:
      'A room to lend, a job to fill, a meeting to announce: the first page published will appear here, and with everyone who follows this site.',
    network: 'One site among others',
    alone:
      'This site can join others of its kind: their offers will then appear here, with their origin, and its own with them.',
    linked: (sites: string) =>
      `This site follows ${sites} of the network: what is published there appears here too, with its origin.`,
    sites: { one: 'other site', other: 'other sites' },
    see: 'See the network',
    follow: (name: string) => `Follow ${name}`,
    followHow: 'From Mastodon or another network of the fediverse, look for this name and follow it:',
  },
})
