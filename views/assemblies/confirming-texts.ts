import { catalogue } from '../language.tsx'

/** How what was sent to an assembly is confirmed. */
export const confirmingTexts = catalogue('views/assemblies/confirming-texts', {
  fr: {
    confirmTitle: 'Relire et confirmer',
    confirm: 'Confirmer',
    takeBack: 'Retirer',
    confirmed: 'C’est confirmé. La réponse vous viendra à cette adresse.',
    tooLate: 'C’est trop tard, ou trop de demandes attendent déjà. Envoyez-la à nouveau plus tard.',
    letterTitle: 'Une lettre vous attend',
    letter: 'Ouvrez le lien que nous venons de vous envoyer\u00a0: rien n’est lu avant.',
    takenBackTitle: 'C’est retiré',
    takenBack: 'Il n’en reste rien ici.',
    crowded: 'Trop de demandes attendent en ce moment. Réessayez demain.',
    unsent: 'La lettre de confirmation n’a pas pu partir. Réessayez plus tard.',
    noMail: 'Ce site n’envoie pas d’e-mail\u00a0: connectez-vous, et donnez l’adresse de votre compte.',
  },
  en: {
    confirmTitle: 'Read again and confirm',
    confirm: 'Confirm',
    takeBack: 'Take back',
    confirmed: 'It is confirmed. The answer will come to you at this address.',
    tooLate: 'It is too late, or too many requests wait already. Send it again later.',
    letterTitle: 'A letter is waiting for you',
    letter: 'Open the link that we have just sent you: nothing is read before you do.',
    takenBackTitle: 'It is taken back',
    takenBack: 'Nothing of it is left here.',
    crowded: 'Too many requests wait now. Try again tomorrow.',
    unsent: 'The confirmation e-mail could not be sent. Try again later.',
    noMail: 'This site sends no e-mail: sign in, and give the address of your account.',
  },
})
