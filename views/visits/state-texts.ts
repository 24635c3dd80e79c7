import { catalogue } from '../language.tsx'

/** Where a request stands, and what may become of it. */
export const stateTexts = catalogue('views/visits/state-texts', {
  fr: {
    eraseTitle: 'Effacer cette demande',
    eraseLead:
      'Votre nom, votre adresse et votre message disparaissent de ce site. Ce qui est parti par e-mail y reste.',
    erase: 'Effacer pour de bon',
    state: {
      asked: 'Demandée',
      accepted: 'Acceptée',
      refused: 'Refusée',
      held: 'Tenue',
      cancelled: 'Annulée',
    },
    stateSaid: {
      school: {
        asked: 'La structure l’a reçue. Elle répondra ici et par e-mail.',
        accepted: 'La structure accepte. Le jour et l’heure se règlent entre vous.',
        refused: 'La structure ne peut pas cette fois.',
        held: 'La structure a noté que l’intervention a eu lieu.',
        cancelled: 'La demande est annulée.',
      },
      structure: {
        asked: 'L’établissement attend votre réponse.',
        accepted: 'Vous avez accepté. Le jour et l’heure se règlent entre vous.',
        refused: 'Vous avez répondu que ce n’est pas possible.',
        held: 'Vous avez noté que l’intervention a eu lieu.',
        cancelled: 'La demande est annulée.',
      },
    },
    act: {
      accept: 'Accepter',
      refuse: 'Refuser',
      hold: 'Noter comme tenue',
      cancel: 'Annuler la demande',
    },
  },
  en: {
    eraseTitle: 'Erase this request',
    eraseLead: 'Your name, address and message leave this site. What was sent by e-mail stays there.',
    erase: 'Erase for good',
    state: {
      asked: 'Asked',
      accepted: 'Accepted',
      refused: 'Declined',
      held: 'Held',
      cancelled: 'Cancelled',
    },
    stateSaid: {
      school: {
        asked: 'The structure has received it. It will answer here and by e-mail.',
        accepted: 'The structure accepts. The day and hour are settled between you.',
        refused: 'The structure cannot this time.',
        held: 'The structure has noted that the talk took place.',
        cancelled: 'The request is cancelled.',
      },
      structure: {
        asked: 'The school waits for your answer.',
        accepted: 'You have accepted. The day and hour are settled between you.',
        refused: 'You have answered that it is not possible.',
        held: 'You have noted that the talk took place.',
        cancelled: 'The request is cancelled.',
      },
    },
    act: { accept: 'Accept', refuse: 'Decline', hold: 'Note as held', cancel: 'Cancel the request' },
  },
})
