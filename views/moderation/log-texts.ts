import { catalogue } from '../language.tsx'

/** The log that everybody may read. */
export const logTexts = catalogue('views/moderation/log-texts', {
  fr: {
    title: 'Journal de la modération',
    lead: 'Ce qui a été décidé sur ce site, quand, et pourquoi. On y lit des décisions, jamais des personnes\u00a0: ni qui les a prises, ni qui elles concernent.',
    description: 'Ce que la modération de ce site a décidé, et pourquoi.',
    none: 'Rien n’a encore été décidé',
    noneText: 'La première décision se lira ici.',
    offices: { moderation: 'par la modération', administration: 'par l’administration du site' },
    undone: 'Annulée depuis.',
    contest: 'Une décision vous paraît injuste\u00a0?',
    contact: 'Écrivez-nous',
    acts: {
      'comment-shown': 'Affichée',
      'comment-hidden': 'Masquée',
      'comment-deleted': 'Effacée',
      'picture-removed': 'Retirée',
      'entry-removed': 'Retirée',
      'account-closed': 'Fermé',
      'account-opened': 'Rouvert',
      'rules-changed': 'Les règles de relecture ont changé',
      blocked: 'Bloqué',
      silenced: 'Mis en retrait',
      unblocked: 'Débloqué',
    },
    about: {
      answer: (host: string | null) =>
        host === null ? 'une réponse écrite ici' : `une réponse venue de ${host}`,
      picture: (_: string | null) => 'la photo d’un compte de ce site',
      publication: (host: string | null) =>
        host === null ? 'une publication de ce site' : `une publication venue de ${host}`,
      account: (host: string | null) => (host === null ? 'un compte de ce site' : `un compte de ${host}`),
      server: (host: string | null) => `le serveur ${host ?? ''}`,
      rules: (_: string | null) => '',
    },
  },
  en: {
    title: 'Moderation log',
    lead: 'What was decided on this site, when, and why. These are decisions, never people: neither who took them, nor whom they are about.',
    description: 'What the moderation of this site decided, and why.',
    none: 'Nothing has been decided yet',
    noneText: 'The first decision will be read here.',
    offices: { moderation: 'by the moderation', administration: 'by the administration of the site' },
    undone: 'Undone since.',
    contest: 'Does a decision seem unjust?',
    contact: 'Write to us',
    acts: {
      'comment-shown': 'Shown',
      'comment-hidden': 'Hidden',
      'comment-deleted': 'Deleted',
      'picture-removed': 'Removed',
      'entry-removed': 'Taken away',
      'account-closed': 'Closed',
      'account-opened': 'Opened again',
      'rules-changed': 'The rules of what waits have changed',
      blocked: 'Blocked',
      silenced: 'Set aside',
      unblocked: 'Unblocked',
    },
    about: {
      answer: (host: string | null) => (host === null ? 'an answer written here' : `an answer from ${host}`),
      picture: (_: string | null) => 'the picture of an account of this site',
      publication: (host: string | null) =>
        host === null ? 'a publication of this site' : `a publication from ${host}`,
      account: (host: string | null) => (host === null ? 'an account of this site' : `an account of ${host}`),
      server: (host: string | null) => `the server ${host ?? ''}`,
      rules: (_: string | null) => '',
    },
  },
})

export type LoggedName = keyof (typeof logTexts)['fr']['acts']
