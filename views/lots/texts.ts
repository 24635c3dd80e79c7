import { catalogue } from '../language.tsx'

export const lotPageTexts = catalogue('views/lots/texts', {
  fr: {
    of: 'Un lot du marché',
    back: 'Voir tout le marché et ses autres lots',
    hidden: 'Ce lot n’est pas encore public\u00a0: son marché est un brouillon.',
    from: 'Ce lot vient d’un autre site.',
    award: (lot: string) => `Suite donnée au ${lot.charAt(0).toLowerCase()}${lot.slice(1)}`,
    awardStep: 'Suite donnée',
    awardLede:
      'Ce que les données publiques disent d’une attribution\u00a0: qui, combien, quand. Ce qui est enregistré paraît aussitôt sur la page du lot et chez celles et ceux qui suivent les marchés.',
    conflict:
      'Quelqu’un a changé ce marché entre-temps. Ce que vous avez tapé est toujours là\u00a0: relisez-le, puis enregistrez de nouveau.',
    record: 'Enregistrer',
    cancel: 'Annuler',
    manage: 'Gérer ce lot',
    recordAward: 'Noter la suite donnée',
    edit: 'Modifier le marché',
    readThere: (host: string) => `Le lire sur ${host}`,
  },
  en: {
    of: 'A lot of the tender',
    back: 'See the whole tender and its other lots',
    hidden: 'This lot is not public yet: its tender is a draft.',
    from: 'This lot comes from another site.',
    award: (lot: string) => `What became of ${lot.charAt(0).toLowerCase()}${lot.slice(1)}`,
    awardStep: 'What became of it',
    awardLede:
      'What public data say of an award: who, how much, when. What is recorded appears at once on the page of the lot, and with those who follow the tenders.',
    conflict:
      'Somebody changed this tender meanwhile. What you typed is still here: read it again, then save again.',
    record: 'Save',
    cancel: 'Cancel',
    manage: 'Manage this lot',
    recordAward: 'Record what became of it',
    edit: 'Edit the tender',
    readThere: (host: string) => `Read it on ${host}`,
  },
})
