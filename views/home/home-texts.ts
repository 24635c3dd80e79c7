import { catalogue } from '../language.tsx'

export const homeTexts = catalogue('views/home/home-texts', {
  fr: {
    what: 'Les structures de l’économie sociale et solidaire y partagent ce qu’elles ont, ce qu’elles cherchent et ce qu’elles font.',
    ways: 'Ce que vous venez faire',
    also: 'Et aussi\u00a0:',
    newest: 'Nouveau ici',
    coming: 'Bientôt',
    agenda: 'Tout l’agenda',
    about: 'Ce site',
    account:
      'Tout le monde peut chercher, et écrire à qui propose, sans compte\u00a0; pour prendre part aux discussions, il en faut un, ici ou dans le fédivers.',
    publish: 'Publier',
    all: 'Tout voir',
    empty: 'Rien n’est encore publié ici',
    emptyHow:
      'Une salle à prêter, un poste à pourvoir, une réunion à annoncer\u00a0: la première annonce paraîtra ici, et sur tous les sites qui suivent celui-ci.',
    firstSteps: 'Premiers pas',
    firstStepsHow:
      'Une première annonce suffit pour ouvrir\u00a0; le reste peut attendre, dans l’ordre que vous voulez.',
    steps: {
      face: 'Choisir couleur et logo',
      people: 'Inviter quelqu’un',
      pages: 'Écrire les textes du site',
      network: 'Suivre un autre site',
    },
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
    what: 'Here the organisations of the social and solidarity economy share what they have, what they look for and what they do.',
    ways: 'What you came to do',
    also: 'And also:',
    newest: 'New here',
    coming: 'Soon',
    agenda: 'All events',
    about: 'This site',
    account:
      'Anyone can search, and write to whoever offers, without an account; to join the discussions one is needed, here or on the fediverse.',
    publish: 'Publish',
    all: 'See all',
    empty: 'Nothing is published here yet',
    emptyHow:
      'A room to lend, a job to fill, a meeting to announce: the first page published will appear here, and with everyone who follows this site.',
    firstSteps: 'First steps',
    firstStepsHow: 'A first listing is enough to open; the rest can wait, in whatever order you like.',
    steps: {
      face: 'Choose colour and logo',
      people: 'Invite someone',
      pages: 'Write the texts of the site',
      network: 'Follow another site',
    },
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
