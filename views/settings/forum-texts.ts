import { catalogue } from '../language.tsx'

/** What the settings say of the forum's topics. */
export const forumTexts = catalogue('views/settings/forum-texts', {
  fr: {
    holdTopics: 'Sujets des membres du site',
    holdsTopics: {
      first: {
        label: 'Relire le premier de chaque personne',
        hint: 'Une fois qu’un sujet ou une réponse est visible, les suivants paraissent aussitôt.',
      },
      always: { label: 'Tout relire', hint: 'Sauf ceux des personnes qui publient au nom du site.' },
      never: { label: 'Tout afficher', hint: 'Vous intervenez après coup, sur signalement.' },
    },
    outsideTopics: 'Sujets venus d’autres serveurs',
    outside: {
      first: {
        label: 'Relire le premier de chaque personne',
        hint: 'On ouvre un sujet d’ailleurs en mentionnant le forum. Une fois qu’un sujet ou une réponse a été affiché, les suivants paraissent aussitôt.',
      },
      always: { label: 'Tout relire', hint: 'Rien ne paraît ni ne repart sans un regard.' },
      never: {
        label: 'Tout afficher',
        hint: 'Chaque sujet est annoncé aussitôt à celles et ceux qui suivent le forum\u00a0: à réserver aux petits réseaux.',
      },
      refused: {
        label: 'Aucun',
        hint: 'Ce qui mentionne le forum arrive dans les messages, comme pour les autres comptes du site.',
      },
    },
  },
  en: {
    holdTopics: 'Topics of members of this site',
    holdsTopics: {
      first: {
        label: 'Read the first one of each person',
        hint: 'Once a topic or an answer is visible, the next ones appear at once.',
      },
      always: {
        label: 'Read them all',
        hint: 'But those of people who publish for the site. Plan the time.',
      },
      never: { label: 'Show them all', hint: 'You step in afterwards, when something is reported.' },
    },
    outsideTopics: 'Topics from other servers',
    outside: {
      first: {
        label: 'Read the first one of each person',
        hint: 'One starts a topic from elsewhere by mentioning the forum. Once a topic or an answer was shown, the next ones appear at once.',
      },
      always: { label: 'Read them all', hint: 'Nothing appears or leaves again without a look.' },
      never: {
        label: 'Show them all',
        hint: 'Each is announced at once to those who follow the forum: for small networks only.',
      },
      refused: {
        label: 'None',
        hint: 'What mentions the forum arrives among the messages, as for the other accounts of the site.',
      },
    },
  },
})
