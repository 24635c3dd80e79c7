import { catalogue } from '../language.tsx'

export const reminderTexts = catalogue('views/reminders/texts', {
  fr: {
    title: {
      closing: 'Cette annonce se termine bientôt',
      stale: 'Cette annonce est-elle toujours d’actualité\u00a0?',
      minutes: 'Y aura-t-il un compte rendu\u00a0?',
    },
    closes: (day: string) => `Elle se ferme d’elle-même le ${day}.`,
    stale: 'Elle n’a pas de date de fin, et personne n’y a touché depuis six mois.',
    minutes: 'Cet événement est passé, et aucun compte rendu n’est publié ici.',
    write: 'Écrire le compte rendu',
    acts: {
      prolonger: 'Prolonger d’un mois',
      pourvu: 'C’est pourvu ou terminé',
      laisser: 'Laisser comme elle est',
      sans: 'Pas de compte rendu',
    },
    means: {
      prolonger: 'Sa date de fin est repoussée d’un mois, et qui la suit ailleurs le voit.',
      pourvu: 'La page reste, dit qu’elle est terminée, et quitte les listes.',
      laisser: 'Rien ne change.',
      sans: 'C’est noté, et la page de l’événement n’en demandera plus.',
    },
    done: 'C’est fait',
    doneText: {
      prolonger: 'L’annonce est prolongée d’un mois.',
      pourvu: 'L’annonce est close.',
      laisser: 'Rien n’a changé.',
      sans: 'Il n’y aura pas de compte rendu.',
    },
    see: 'Voir la page',
    conflict: 'Quelqu’un vient de modifier cette annonce. Relisez-la, puis recommencez.',
    endTitle: 'Rappels par e-mail',
    endLead:
      'Le site vous écrit quand une de vos annonces arrive à sa fin, ou quand un événement passé n’a pas de compte rendu, une fois pour chacun.',
    end: 'Ne plus recevoir ces rappels',
    ended: 'Vous ne recevez plus ces rappels.',
    again: 'Les recevoir de nouveau',
  },
  en: {
    title: {
      closing: 'This listing ends soon',
      stale: 'Is this listing still up to date?',
      minutes: 'Will there be minutes?',
    },
    closes: (day: string) => `It closes by itself on ${day}.`,
    stale: 'It has no last day, and nobody has touched it for six months.',
    minutes: 'This event is over, and no minutes are published here.',
    write: 'Write the minutes',
    acts: {
      prolonger: 'Extend it by a month',
      pourvu: 'It is filled, or over',
      laisser: 'Leave it as it is',
      sans: 'No minutes this time',
    },
    means: {
      prolonger: 'Its last day is a month later, and those who follow it elsewhere see that.',
      pourvu: 'The page stays, says that it is over, and leaves the lists.',
      laisser: 'Nothing changes.',
      sans: 'It is noted, and the page of the event asks for none any more.',
    },
    done: 'It is done',
    doneText: {
      prolonger: 'The listing goes on for a month.',
      pourvu: 'The listing is closed.',
      laisser: 'Nothing has changed.',
      sans: 'There will be no minutes.',
    },
    see: 'See the page',
    conflict: 'Someone has just changed this listing. Read it again, then try again.',
    endTitle: 'Reminders by e-mail',
    endLead:
      'The site writes to you when one of your listings is about to end, or an event that is over has no minutes, once for each.',
    end: 'Stop these reminders',
    ended: 'You no longer receive these reminders.',
    again: 'Turn them on again',
  },
})
