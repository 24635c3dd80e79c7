import { catalogue } from '../language.tsx'

export const settingsTexts = catalogue('views/settings/texts#settingsTexts', {
  fr: {
    title: 'Réglages',
    lead: 'Comment ce site se présente, qui peut y entrer, et ce qui est relu avant de paraître.',
    face: 'Nom, couleur, logo, accueil',
    hub: 'Le site',
    locale: 'Langue du site',
    territory: 'Département',
    territoryHint:
      'Proposé d’abord dans les listes de communes, et dit aux sites voisins comme l’endroit d’où vous êtes.',
    territoryNone: 'Aucun en particulier',
    registration: 'Comptes',
    registrations: {
      invitation: { label: 'Sur invitation', hint: 'Vous invitez chaque personne.' },
      open: {
        label: 'Ouverts à qui le demande',
        hint: 'La personne confirme son adresse, puis vous approuvez sa demande.',
      },
    },
    noMail:
      'Ouvrir les comptes demande que le site envoie des messages, et il n’en envoie pas encore\u00a0: la personne qui l’a installé peut y remédier.',
    noMailFault: 'Le site n’envoie pas de messages\u00a0: les comptes restent sur invitation.',
    holdComments: 'Réponses venues d’autres serveurs',
    holds: {
      first: {
        label: 'Relire la première de chaque personne',
        hint: 'Une fois qu’une réponse a été affichée, les suivantes paraissent aussitôt.',
      },
      always: { label: 'Tout relire', hint: 'Rien ne paraît sans un regard. Prévoyez le temps.' },
      never: { label: 'Tout afficher', hint: 'Vous intervenez après coup, sur signalement.' },
    },
    holdMore: 'Mots, liens et serveurs qui font attendre une réponse',
    log: 'Journal de la modération',
    logs: {
      private: { label: 'Pour les personnes qui modèrent', hint: 'Elles seules voient ce qui a été décidé.' },
      public: {
        label: 'Public',
        hint: 'Tout le monde peut lire ce qui a été décidé, quel jour et pourquoi, depuis le bas de chaque page. Aucun nom n’y paraît : ni de membre, ni de qui modère. Les serveurs bloqués y sont nommés.',
      },
    },
    readers: 'Lecture par d’autres serveurs',
    reading: {
      everyone: { label: 'Tous', hint: 'Le plus simple, et ce qui convient à presque tous les sites.' },
      signed: {
        label: 'Ceux qui disent qui ils sont',
        hint: 'Un serveur que vous avez bloqué ne peut plus lire en cachant son nom. Quelques logiciels anciens ne liront plus rien. Les pages du site restent publiques.',
      },
    },
    save: 'Enregistrer',
    pages: 'Textes du site',
    pagesLead: 'La loi demande les mentions légales\u00a0; le public attend le reste.',
    written: 'Écrit',
    blank: 'À écrire',
    identity: 'Adresse et nom court',
    address: 'Adresse publique',
    handle: 'Nom dans le fédivers',
    fixed: (day: string) =>
      `Fixés depuis le ${day}\u00a0: d’autres serveurs connaissent le site sous ce nom. En changer ferait perdre tous les abonnements, et personne ne pourrait les ramener.`,
    notFixed:
      'Rien n’est encore parti vers un autre serveur\u00a0: l’adresse peut encore changer, par la variable PUBLIC_URL. Elle sera fixée au premier abonnement. Le nom court, lui, a été choisi pour de bon.',
    elsewhere: 'Ailleurs',
    people: 'Personnes et invitations',
    moderation: 'Modération',
    network: 'Réseau et abonnements',
    exchanges: 'Échanges',
  },
  en: {
    title: 'Settings',
    lead: 'How this site presents itself, who may come in, and what is read before it appears.',
    face: 'Name, colour, logo, home page',
    hub: 'The site',
    locale: 'Language of the site',
    territory: 'Department',
    territoryHint:
      'Offered first in the lists of communes, and told to neighbouring sites as the place where you are.',
    territoryNone: 'None in particular',
    registration: 'Accounts',
    registrations: {
      invitation: { label: 'By invitation', hint: 'You invite each person.' },
      open: {
        label: 'Open to those who ask',
        hint: 'The person confirms their address, then you approve the request.',
      },
    },
    noMail:
      'Opening accounts needs a site that sends messages, and this one sends none yet: whoever installed it can see to that.',
    noMailFault: 'The site sends no messages: accounts stay by invitation.',
    holdComments: 'Answers from other servers',
    holds: {
      first: {
        label: 'Read the first one of each person',
        hint: 'Once an answer was shown, the next ones appear at once.',
      },
      always: { label: 'Read them all', hint: 'Nothing appears without a look. Plan the time.' },
      never: { label: 'Show them all', hint: 'You step in afterwards, when something is reported.' },
    },
    holdMore: 'Words, links and servers that make an answer wait',
    log: 'Moderation log',
    logs: {
      private: { label: 'For the people who moderate', hint: 'They alone see what was decided.' },
      public: {
        label: 'Public',
        hint: 'Anybody can read what was decided, on what day and why, from the foot of each page. It holds no name: neither of members, nor of who moderates. Blocked servers are named.',
      },
    },
    readers: 'Reading by other servers',
    reading: {
      everyone: { label: 'All of them', hint: 'The simplest, and right for almost every site.' },
      signed: {
        label: 'Those that say who they are',
        hint: 'A server that you have blocked can no longer read by hiding its name. Some old software will read nothing any more. The pages of the site stay public.',
      },
    },
    save: 'Save',
    pages: 'Texts of the site',
    pagesLead: 'The law asks for the legal notice; your visitors expect the rest.',
    written: 'Written',
    blank: 'To write',
    identity: 'Address and short name',
    address: 'Public address',
    handle: 'Name on the fediverse',
    fixed: (day: string) =>
      `Fixed since ${day}: other servers know the site by this name. Changing it would lose every follow, and nobody could bring them back.`,
    notFixed:
      'Nothing has left for another server yet: the address can still change, by the variable PUBLIC_URL. The first follow will fix it. The short name was chosen for good.',
    elsewhere: 'Elsewhere',
    people: 'People and invitations',
    moderation: 'Moderation',
    network: 'Network and follows',
    exchanges: 'Exchanges',
  },
})

export const pageTexts = catalogue('views/settings/texts#pageTexts', {
  fr: {
    text: 'Texte',
    hint: 'Markdown\u00a0: ## pour un intertitre, - pour une liste, **gras**, [texte](https://adresse).',
    preview: 'Aperçu',
    previewTitle: 'Voici ce que l’on verra',
    empty: 'Rien\u00a0: la page est vide.',
    default: 'Ce qui s’affiche tant que rien n’est écrit',
    save: 'Enregistrer',
    view: 'Voir la page',
    cancel: 'Revenir aux réglages',
  },
  en: {
    text: 'Text',
    hint: 'Markdown: ## for a heading, - for a list, **bold**, [text](https://address).',
    preview: 'Preview',
    previewTitle: 'This is what people will see',
    empty: 'Nothing: the page is empty.',
    default: 'What is shown while nothing is written',
    save: 'Save',
    view: 'See the page',
    cancel: 'Back to the settings',
  },
})
