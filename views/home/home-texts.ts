import { catalogue } from '../language.tsx'

export const homeTexts = catalogue('views/home/home-texts', {
  fr: {
    what: 'Ici, les structures de l’économie sociale et solidaire partagent leurs ressources, leurs offres d’emploi et leurs nouvelles. Tout le monde peut chercher, et écrire à qui propose, sans compte\u00a0; pour prendre part aux discussions, il en faut un, ici ou dans le fédivers.',
    ways: 'Ce qu’on trouve ici',
    publish: 'Publier',
    all: 'Tout voir',
    empty: 'Rien n’est encore publié ici',
    emptyHow:
      'Une salle à prêter, un poste à pourvoir, une réunion à annoncer\u00a0: la première annonce paraîtra ici, et sur tous les sites qui suivent celui-ci.',
    steps: {
      people: 'Inviter quelqu’un',
      pages: 'Écrire les textes du site',
      network: 'Suivre un autre site',
    },
    network: 'Un site parmi d’autres',
    alone:
      'Ce site peut se relier à d’autres du même genre\u00a0: leurs offres paraîtront alors ici, avec leur origine, et les siennes chez eux.',
    linked: (sites: string) =>
      `Ce site suit ${sites} du réseau\u00a0: ce qui est publié là-bas paraît aussi ici, avec son origine.`,
    sites: { one: 'autre site', other: 'autres sites' },
    see: 'Voir le réseau',
    follow: (name: string) => `Suivre ${name}`,
    followHow: 'Depuis Mastodon ou un autre réseau du fédivers, recherchez ce nom et suivez-le\u00a0:',
  },
  en: {
    what: 'Here, the organisations of the social and solidarity economy share their resources, their job offers and their news. Anyone can search, and write to whoever offers, without an account; to join the discussions one is needed, here or in the fediverse.',
    ways: 'What can be found here',
    publish: 'Publish',
    all: 'See all',
    empty: 'Nothing is published here yet',
    emptyHow:
      'A room to lend, a job to fill, a meeting to announce: the first page published will appear here, and with everyone who follows this site.',
    steps: {
      people: 'Invite someone',
      pages: 'Write the texts of the site',
      network: 'Follow another site',
    },
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
