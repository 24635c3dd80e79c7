import { catalogue } from '../language.tsx'

/** What can come of looking at a thing. */
export const outcomeTexts = catalogue('views/moderation/outcome-texts', {
  fr: {
    none: { label: 'Rien à reprocher', hint: 'Le signalement est classé, rien ne change.' },
    handled: {
      label: 'Réglé autrement',
      hint: 'Par exemple après un échange avec la personne\u00a0; dites comment.',
    },
    shown: { label: 'Afficher', hint: 'Tout le monde la voit.' },
    'picture-removed': {
      label: 'Retirer la photo',
      hint: 'La photo de cette personne disparaît partout\u00a0; ses mots restent.',
    },
    hidden: { label: 'Masquer', hint: 'Personne ne la voit plus\u00a0; peut être affichée de nouveau.' },
    deleted: {
      label: 'Effacer',
      hint: 'Le texte disparaît pour de bon, ici et partout où nous l’avions envoyé.',
    },
    removed: {
      label: 'Retirer la publication',
      hint: 'Son adresse répond «\u00a0retiré\u00a0»\u00a0; cela ne se défait pas.',
    },
    accepted: {
      label: 'Publier le sujet',
      hint: 'Tout le monde le voit\u00a0; le forum l’annonce à celles et ceux qui le suivent.',
    },
    refused: {
      label: 'Refuser le sujet',
      hint: 'Un·e membre le retrouve dans ses brouillons, avec la raison\u00a0; venu d’ailleurs, il est effacé.',
    },
    'author-blocked': {
      label: 'Bloquer ce compte',
      hint: 'Tout ce qui vient de ce compte est effacé ici, et plus rien n’entrera.',
    },
    'host-blocked': {
      label: 'Bloquer tout son serveur',
      hint: 'Tout ce qui vient de ce serveur est effacé ici, abonnements compris.',
    },
  },
  en: {
    none: { label: 'Nothing wrong', hint: 'The report is closed, nothing changes.' },
    handled: { label: 'Settled otherwise', hint: 'For example after a word with the author; say how.' },
    shown: { label: 'Show', hint: 'Everybody sees it.' },
    'picture-removed': {
      label: 'Remove the picture',
      hint: 'The picture of this person disappears everywhere; their words stay.',
    },
    hidden: { label: 'Hide', hint: 'Nobody sees it any more; it can be shown again.' },
    deleted: {
      label: 'Delete',
      hint: 'Its words are gone for good, here and with those who had them from us.',
    },
    removed: {
      label: 'Take the publication away',
      hint: 'Its address answers “withdrawn”; this cannot be undone.',
    },
    accepted: {
      label: 'Publish the topic',
      hint: 'Everybody sees it; the forum announces it to those who follow.',
    },
    refused: {
      label: 'Refuse the topic',
      hint: 'Members find it among their drafts, with the reason; one from elsewhere is erased.',
    },
    'author-blocked': {
      label: 'Block the author',
      hint: 'Everything from this account is erased here, and nothing more comes in.',
    },
    'host-blocked': {
      label: 'Block the whole server',
      hint: 'Everything from this server is erased here, follows included.',
    },
  },
})

export type OutcomeName = keyof (typeof outcomeTexts)['fr']
