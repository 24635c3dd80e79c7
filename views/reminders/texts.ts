import { catalogue } from '../language.tsx'

export const reminderTexts = catalogue('views/reminders/texts', {
  fr: {
    title: {
      closing: 'Cette annonce se termine bientôt',
      stale: 'Cette annonce est-elle toujours d’actualité\u00a0?',
    },
    closes: (day: string) => `Elle se ferme d’elle-même le ${day}.`,
    stale: 'Elle n’a pas de date de fin, et personne n’y a touché depuis six mois.',
    acts: {
      prolonger: 'Prolonger d’un mois',
      pourvu: 'C’est pourvu ou terminé',
      laisser: 'Laisser comme elle est',
    },
    means: {
      prolonger: 'Sa date de fin est repoussée d’un mois, et qui la suit ailleurs le voit.',
      pourvu: 'La page reste, dit qu’elle est terminée, et quitte les listes.',
      laisser: 'Rien ne change.',
    },
    done: 'C’est fait',
    doneText: {
      prolonger: 'L’annonce est prolongée d’un mois.',
      pourvu: 'L’annonce est close.',
      laisser: 'Rien n’a changé.',
    },
    see: 'Voir l’annonce',
    conflict: 'Quelqu’un vient de modifier cette annonce. Relisez-la, puis recommencez.',
    endTitle: 'Rappels par e-mail',
    endLead: 'Le site vous écrit quand une de vos annonces arrive à sa fin, une fois pour chacune.',
    end: 'Ne plus recevoir ces rappels',
    ended: 'Vous ne recevez plus ces rappels.',
    again: 'Les recevoir de nouveau',
  },
  en: {
    title: { closing: 'This listing ends soon', stale: 'Is this listing still up to date?' },
    closes: (day: string) => `It closes by itself on ${day}.`,
    stale: 'It has no last day, and nobody has touched it for six months.',
    acts: {
      prolonger: 'Extend it by a month',
      pourvu: 'It is filled, or over',
      laisser: 'Leave it as it is',
    },
    means: {
      prolonger: 'Its last day is a month later, and those who follow it elsewhere see that.',
      pourvu: 'The page stays, says that it is over, and leaves the lists.',
      laisser: 'Nothing changes.',
    },
    done: 'It is done',
    doneText: {
      prolonger: 'The listing goes on for a month.',
      pourvu: 'The listing is closed.',
      laisser: 'Nothing has changed.',
    },
    see: 'See the listing',
    conflict: 'Someone has just changed this listing. Read it again, then try again.',
    endTitle: 'Reminders by e-mail',
    endLead: 'The site writes to you when one of your listings is about to end, once for each.',
    end: 'Stop these reminders',
    ended: 'You no longer receive these reminders.',
    again: 'Turn them on again',
  },
})
