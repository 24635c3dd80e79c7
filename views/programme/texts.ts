import { catalogue } from '../language.tsx'

export const programmeTexts = catalogue('views/programme/texts', {
  fr: {
    title: 'Programme',
    of: (title: string) => `Programme\u00a0: ${title}`,
    empty:
      'Aucun débat au programme pour l’instant. Chaque débat a sa page\u00a0: on y pose ses questions d’avance, et le compte rendu s’y trouve ensuite.',
    add: 'Ajouter un débat',
    print: 'Programme à imprimer',
    printNow: 'Imprimer',
    back: 'Voir l’événement',
    cancelled: 'Annulé',
    tentative: 'À confirmer',
    room: 'Salle',
    with: 'Avec',
    minutes: 'Compte rendu',
    minutesOf: 'Compte rendu de cet événement',
    noMinutes: 'Pas encore de compte rendu.',
    writeMinutes: 'Écrire le compte rendu',
    published: (days: number) =>
      days <= 0 ? 'publié le jour même' : days === 1 ? 'publié le lendemain' : `publié ${days} jours après`,
    onProgramme: 'Au programme de',
    before: 'Débat précédent',
    after: 'Débat suivant',
    clashes: 'À vérifier au programme',
    clash: (first: string, second: string, over: string) =>
      `«\u00a0${first}\u00a0» et «\u00a0${second}\u00a0» ont lieu en même temps\u00a0: ${over}.`,
    clashesWho: 'Seules les personnes qui publient voient cet avertissement.',
  },
  en: {
    title: 'Programme',
    of: (title: string) => `Programme: ${title}`,
    empty:
      'No debate on the programme so far. Each debate has its page: questions are asked there beforehand, and its minutes are found there afterwards.',
    add: 'Add a debate',
    print: 'Programme to print',
    printNow: 'Print',
    back: 'See the event',
    cancelled: 'Cancelled',
    tentative: 'To be confirmed',
    room: 'Room',
    with: 'With',
    minutes: 'Minutes',
    minutesOf: 'Minutes of this event',
    noMinutes: 'No minutes yet.',
    writeMinutes: 'Write the minutes',
    published: (days: number) =>
      days <= 0
        ? 'published the same day'
        : days === 1
          ? 'published the next day'
          : `published ${days} days later`,
    onProgramme: 'On the programme of',
    before: 'Previous debate',
    after: 'Next debate',
    clashes: 'To check on the programme',
    clash: (first: string, second: string, over: string) =>
      `“${first}” and “${second}” take place at the same time: ${over}.`,
    clashesWho: 'Only those who publish see this warning.',
  },
})
