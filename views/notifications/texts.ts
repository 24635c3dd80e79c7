import { catalogue } from '../language.tsx'

export type TopicName =
  | 'answer'
  | 'mention'
  | 'discussion'
  | 'publication'
  | 'moderation'
  | 'request'
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
      duty: {
        label: 'À faire',
        long: 'Ce qui attend mon rôle',
        hint: 'Relectures et signalements. Pour les signalements, un e-mail part déjà à part.',
      },
    },
    sentences: {
      toComment: (who: string, title: string) =>
        `${who} a répondu à votre réponse sous «\u00a0${title}\u00a0»`,
      toEntry: (who: string, title: string) =>
        `${who} a répondu sous «\u00a0${title}\u00a0», que vous avez publié`,
      mention: (who: string, title: string) => `${who} vous nomme sous «\u00a0${title}\u00a0»`,
      discussion: (who: string, title: string) => `${who} a répondu sous «\u00a0${title}\u00a0»`,
      publication: (title: string) => `Nouvelle publication\u00a0: «\u00a0${title}\u00a0»`,
      message: 'Un message d’un autre serveur attend une réponse',
      inquiry: (title: string) => `On vous écrit au sujet de «\u00a0${title}\u00a0»`,
      report: 'Un signalement attend un regard',
      held: (title: string) => `Une réponse sous «\u00a0${title}\u00a0» attend d’être relue`,
      review: (title: string) => `«\u00a0${title}\u00a0» attend une relecture`,
    },
    decided: {
      own: {
        'comment-shown': (title: string) => `Votre réponse sous «\u00a0${title}\u00a0» est visible`,
        'comment-hidden': (title: string) => `Votre réponse sous «\u00a0${title}\u00a0» a été masquée`,
        'comment-deleted': (title: string) => `Votre réponse sous «\u00a0${title}\u00a0» a été effacée`,
        'picture-removed': (_: string) => 'La photo affichée à côté de vos réponses a été retirée',
        'entry-removed': (title: string) => `«\u00a0${title}\u00a0» a été retiré`,
        'topic-accepted': (title: string) => `Votre sujet «\u00a0${title}\u00a0» est publié`,
        'topic-refused': (title: string) => `Votre sujet «\u00a0${title}\u00a0» n’a pas été publié`,
        other: (title: string) => `Une décision a été prise au sujet de «\u00a0${title}\u00a0»`,
      },
      report: (outcome: string, title: string) =>
        `Votre signalement sur «\u00a0${title}\u00a0»\u00a0: ${outcome}`,
      outcomes: {
        none: 'il a été lu, et rien n’a été retiré',
        handled: 'il a été traité',
        shown: 'la réponse reste visible',
        'picture-removed': 'la photo a été retirée',
        hidden: 'la réponse a été masquée',
        deleted: 'la réponse a été effacée',
        removed: 'la publication a été retirée',
        'author-blocked': 'son compte a été bloqué ici',
        'host-blocked': 'son serveur a été bloqué ici',
        other: 'il a été traité',
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
      'You will be told here when someone answers you or names you. To follow more: open a discussion and choose “Follow the discussion”, or tick sections.',
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
        hint: 'By my name in the fediverse, in an answer.',
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
        hint: 'Applications, requests, registrations, messages. An e-mail of its own leaves already.',
      },
      duty: {
        label: 'To do',
        long: 'What waits for my role',
        hint: 'Reviews and reports. For reports, an e-mail of its own leaves already.',
      },
    },
    sentences: {
      toComment: (who: string, title: string) => `${who} replied to your answer under “${title}”`,
      toEntry: (who: string, title: string) => `${who} answered under “${title}”, which you published`,
      mention: (who: string, title: string) => `${who} names you under “${title}”`,
      discussion: (who: string, title: string) => `${who} answered under “${title}”`,
      publication: (title: string) => `New publication: “${title}”`,
      message: 'A message from another server waits for an answer',
      inquiry: (title: string) => `Someone writes to you about “${title}”`,
      report: 'A report waits for a look',
      held: (title: string) => `An answer under “${title}” waits to be read`,
      review: (title: string) => `“${title}” waits for a review`,
    },
    decided: {
      own: {
        'comment-shown': (title: string) => `Your answer under “${title}” is visible`,
        'comment-hidden': (title: string) => `Your answer under “${title}” was hidden`,
        'comment-deleted': (title: string) => `Your answer under “${title}” was deleted`,
        'picture-removed': (_: string) => 'The picture beside your answers was removed',
        'entry-removed': (title: string) => `“${title}” was taken away`,
        'topic-accepted': (title: string) => `Your topic “${title}” is published`,
        'topic-refused': (title: string) => `Your topic “${title}” was not published`,
        other: (title: string) => `Something was decided about “${title}”`,
      },
      report: (outcome: string, title: string) => `Your report on “${title}”: ${outcome}`,
      outcomes: {
        none: 'it was read, and nothing was taken away',
        handled: 'it was dealt with',
        shown: 'the answer stays visible',
        'picture-removed': 'the picture was removed',
        hidden: 'the answer was hidden',
        deleted: 'the answer was deleted',
        removed: 'the publication was taken away',
        'author-blocked': 'its account was blocked here',
        'host-blocked': 'its server was blocked here',
        other: 'it was dealt with',
      },
    },
  },
})
