import { catalogue } from '../language.tsx'

export const decisionTexts = catalogue({
  fr: {
    none: 'Aucune décision encore',
    noneText: 'Chaque acte de modération est noté ici\u00a0: qui, quand, pourquoi.',
    goneAccount: 'un compte effacé',
    console: 'la ligne de commande',
    by: 'par',
    undo: 'Afficher de nouveau',
    review: 'Revoir',
    reviewOf: (what: string) => `Revoir\u00a0: ${what}`,
    stillBlocked: 'Toujours bloqué',
    older: 'Décisions plus anciennes',
    answer: (name: string, title: string) => `${name}, sous «\u00a0${title}\u00a0»`,
    actions: {
      'comment-shown': 'Réponse affichée',
      'comment-hidden': 'Réponse masquée',
      'comment-deleted': 'Réponse effacée',
      'entry-removed': 'Publication retirée',
      'quotation-shown': 'Citation affichée',
      'quotation-refused': 'Citation refusée',
      'report-closed': 'Signalement classé',
      blocked: 'Blocage',
      unblocked: 'Blocage levé',
    },
  },
  en: {
    none: 'No decision yet',
    noneText: 'Every act of moderation is noted here: who, when, why.',
    goneAccount: 'an erased account',
    console: 'the command line',
    by: 'by',
    undo: 'Show again',
    review: 'Review',
    reviewOf: (what: string) => `Review: ${what}`,
    stillBlocked: 'Still blocked',
    older: 'Older decisions',
    answer: (name: string, title: string) => `${name}, under “${title}”`,
    actions: {
      'comment-shown': 'Answer shown',
      'comment-hidden': 'Answer hidden',
      'comment-deleted': 'Answer deleted',
      'entry-removed': 'Publication taken away',
      'quotation-shown': 'Quotation shown',
      'quotation-refused': 'Quotation refused',
      'report-closed': 'Report closed',
      blocked: 'Block',
      unblocked: 'Block lifted',
    },
  },
})

export type ActionName = keyof (typeof decisionTexts)['fr']['actions']
