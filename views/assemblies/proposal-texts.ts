import { catalogue } from '../language.tsx'

/** What anybody may send to an assembly. */
export const proposalTexts = catalogue('views/assemblies/proposal-texts', {
  fr: {
    stand: {
      title: (name: string) => `Poser une candidature\u00a0: ${name}`,
      lead: 'Le nom de la structure et la réponse qui lui est faite seront publics. Votre adresse et vos mots ne sont lus que par celles et ceux qui décident.',
      seat: 'Pour quel siège\u00a0?',
      organisation: 'Votre structure',
      person: 'Qui siégerait',
      personHint: 'Le nom ne sera publié que si cette personne l’accepte ci-dessous.',
      email: 'Votre adresse électronique',
      body: 'Quelques mots pour vous présenter',
      submit: 'Envoyer',
      kept: (days: string) =>
        `Votre adresse et vos mots sont effacés ${days} jours après la réponse. Sans compte, vous confirmez par un lien reçu par e-mail.`,
      none: 'Aucun siège n’est vacant en ce moment.',
    },
    item: {
      title: (name: string) => `Proposer un point à l’ordre du jour\u00a0: ${name}`,
      lead: 'L’ordre du jour est ouvert à tout le monde. Le point, la famille et la structure seront publics\u00a0; votre adresse ne l’est jamais.',
      what: 'Le point en une ligne',
      body: 'Pourquoi en parler',
      family: 'D’où vient ce point\u00a0?',
      organisation: 'Votre structure',
      email: 'Votre adresse électronique',
      submit: 'Proposer',
      decide: 'Répondre à ce point',
      meeting: 'À quelle réunion\u00a0?',
      noMeeting: 'Pas encore fixée',
      position: 'Rang dans l’ordre du jour',
      answer: 'Votre phrase de réponse',
      answerHint: 'Obligatoire pour un refus. Elle est publique.',
    },
  },
  en: {
    stand: {
      title: (name: string) => `Stand for a seat: ${name}`,
      lead: 'The name of the organisation and the answer given to it will be public. Your address and your words are read only by those who decide.',
      seat: 'For which seat?',
      organisation: 'Your organisation',
      person: 'Who would sit',
      personHint: 'The name is published only if this person agrees below.',
      email: 'Your e-mail address',
      body: 'A few words about you',
      submit: 'Send',
      kept: (days: string) =>
        `Your address and your words are erased ${days} days after the answer. Without an account, you confirm by a link in an e-mail.`,
      none: 'No seat is vacant now.',
    },
    item: {
      title: (name: string) => `Propose an item for the agenda: ${name}`,
      lead: 'The agenda is open to all. The item, the family and the organisation will be public; your address never is.',
      what: 'The item in one line',
      body: 'Why talk about it',
      family: 'Where does this item come from?',
      organisation: 'Your organisation',
      email: 'Your e-mail address',
      submit: 'Propose',
      decide: 'Answer this item',
      meeting: 'At which meeting?',
      noMeeting: 'Not set yet',
      position: 'Place in the agenda',
      answer: 'Your sentence of answer',
      answerHint: 'Needed for a refusal. It is public.',
    },
  },
})
