import { catalogue } from '../language.tsx'

export type TopicName =
  | 'answer'
  | 'mention'
  | 'discussion'
  | 'publication'
  | 'moderation'
  | 'request'
  | 'partner'
  | 'project'
  | 'duty'

export const notificationTexts = catalogue('views/notifications/texts', {
  fr: {
    title: 'Notifications',
    lead: 'Ce qui s’est passé et qui vous concerne. Gardé 90\u00a0jours.',
    filters: 'Notifications par sujet',
    all: 'Tout',
    unread: 'Nouveau',
    markAll: 'Tout marquer comme lu',
    choose: 'Choisir ce que je reçois',
    list: 'Notifications, les nouvelles d’abord',
    none: 'Rien pour l’instant',
    noneHow:
      'Vous serez prévenu·e ici quand quelqu’un vous répond ou vous nomme. Pour suivre davantage\u00a0: ouvrez une discussion et choisissez «\u00a0Suivre la discussion\u00a0», ou cochez des rubriques.',
    noneOf: 'Rien à ce sujet',
    noneOfHow: 'Les autres notifications sont sous «\u00a0Tout\u00a0».',
    reason: 'La personne qui a décidé vous écrit\u00a0:',
    appeal: 'Une erreur\u00a0? Écrire à la modération',
    topics: {
      answer: {
        label: 'Réponses',
        long: 'On me répond',
        hint: 'Sous ce que j’ai publié, ou à l’une de mes réponses.',
      },
      mention: {
        label: 'Mentions',
        long: 'On me nomme',
        hint: 'Par mon nom dans le fédivers, dans une réponse.',
      },
      discussion: {
        label: 'Discussions suivies',
        long: 'Du nouveau dans une discussion suivie',
        hint: 'Chaque nouvelle réponse.',
      },
      publication: {
        label: 'Publications suivies',
        long: 'Du nouveau d’une rubrique ou d’une organisation suivie',
        hint: 'Chaque nouvelle publication.',
      },
      moderation: {
        label: 'Modération',
        long: 'Ce qui est décidé',
        hint: 'Au sujet de ce que j’ai écrit ou signalé.',
      },
      request: {
        label: 'Demandes et messages',
        long: 'On écrit au sujet d’une page dont je m’occupe',
        hint: 'Candidatures, demandes, inscriptions, messages. Un e-mail part déjà à part.',
      },
      partner: {
        label: 'Partenaires et réseaux',
        long: 'Une organisation que j’édite a un message ou une réponse',
        hint: 'Appels à partenaires, messages entre partenaires, adhésions à un réseau.',
      },
      project: {
        label: 'Appels à projets',
        long: 'Il y a du nouveau dans un appel à projets',
        hint: 'Projets déposés, place dans un jury, décision.',
      },
      duty: {
        label: 'À faire',
        long: 'Ce qui attend mon rôle',
        hint: 'Relectures, suites à donner et signalements. Pour les signalements, un e-mail part déjà à part.',
      },
    },
  },
  en: {
    title: 'Notifications',
    lead: 'What happened and concerns you. Kept for 90 days.',
    filters: 'Notifications by topic',
    all: 'All',
    unread: 'New',
    markAll: 'Mark all as read',
    choose: 'Choose what I receive',
    list: 'Notifications, new ones first',
    none: 'Nothing for now',
    noneHow:
      'You will be notified here when someone answers you or names you. To follow more: open a discussion and choose “Follow the discussion”, or tick sections.',
    noneOf: 'Nothing on this topic',
    noneOfHow: 'The other notifications are under “All”.',
    reason: 'The person who decided writes to you:',
    appeal: 'A mistake? Write to the moderators',
    topics: {
      answer: {
        label: 'Answers',
        long: 'Someone answers me',
        hint: 'Under what I published, or to one of my answers.',
      },
      mention: {
        label: 'Mentions',
        long: 'Someone names me',
        hint: 'By my name on the fediverse, in an answer.',
      },
      discussion: { label: 'Followed discussions', long: 'A discussion I follow', hint: 'Each new answer.' },
      publication: {
        label: 'Followed publications',
        long: 'A section or an organisation I follow',
        hint: 'Each new publication.',
      },
      moderation: {
        label: 'Moderation',
        long: 'What is decided',
        hint: 'About what I wrote, or what I reported.',
      },
      request: {
        label: 'Requests and messages',
        long: 'Someone writes about what I look after',
        hint: 'Applications, requests, registrations, messages. You already get an e-mail for each.',
      },
      partner: {
        label: 'Partners and networks',
        long: 'An organisation I edit has a message or an answer',
        hint: 'Calls for partners, messages between partners, memberships of a network.',
      },
      project: {
        label: 'Calls for projects',
        long: 'Something happened in a call for projects',
        hint: 'Projects submitted, a seat in a jury, the decision.',
      },
      duty: {
        label: 'To do',
        long: 'What waits for my role',
        hint: 'Reviews, what became of something, and reports. For reports, you already get an e-mail.',
      },
    },
  },
})
