import { formatCount } from '../../views/format.ts'
import { catalogue } from '../../views/language.tsx'

export const words = catalogue('server/inquiries/letter-texts#words', {
  fr: {
    apply: { one: 'candidature', yours: 'votre candidature' },
    ask: { one: 'demande', yours: 'votre demande' },
    register: { one: 'inscription', yours: 'votre inscription' },
  },
  en: {
    apply: { one: 'application', yours: 'your application' },
    ask: { one: 'request', yours: 'your request' },
    register: { one: 'registration', yours: 'your registration' },
  },
})

export const texts = catalogue('server/inquiries/letter-texts#texts', {
  fr: {
    asked: {
      subject: (yours: string, title: string) => `Confirmez ${yours}\u00a0: ${title}`,
      text: (_yours: string, title: string) =>
        `Bonjour,\n\nAvec cette adresse, quelqu’un a écrit au sujet de «\u00a0${title}\u00a0». Si c’est vous, ouvrez ce lien, relisez et envoyez\u00a0:`,
      act: 'Relire et envoyer',
      end: 'Il sert pendant 24 heures. Sinon, oubliez ce message\u00a0: rien ne partira.',
    },
    known: {
      subject: (_yours: string, title: string) => `Vous avez déjà écrit\u00a0: ${title}`,
      text: (yours: string, title: string) =>
        `Bonjour,\n\nAvec cette adresse, quelqu’un a écrit de nouveau au sujet de «\u00a0${title}\u00a0». C’est ${yours} d’avant qui compte, et rien d’autre ne part. Pour la relire ou la retirer\u00a0:`,
      act: 'Relire ou retirer',
      end: '',
    },
    done: {
      subject: (_yours: string, title: string) => `C’est transmis\u00a0: ${title}`,
      text: (yours: string, title: string) =>
        `Bonjour,\n\nPour «\u00a0${title}\u00a0», ${yours} est transmise à celles et ceux qui publient. La suite vous viendra de leur part, à cette adresse. Gardez ce message\u00a0: pour la relire ou la retirer, ouvrez ce lien.`,
      act: 'Relire ou retirer',
      end: '',
    },
    line: {
      subject: (title: string) => `Vous êtes sur la liste d’attente\u00a0: ${title}`,
      text: (title: string) =>
        `Bonjour,\n\n«\u00a0${title}\u00a0» est complet. Si une place se libère et que c’est votre tour, vous recevrez un e-mail\u00a0: elle vous sera gardée quelque temps. Pour voir où vous en êtes, ou quitter la liste\u00a0:`,
      act: 'Voir où j’en suis',
    },
    offer: {
      subject: (title: string) => `Une place pour vous\u00a0: ${title}`,
      text: (title: string, until: string) =>
        `Bonjour,\n\nUne place s’est libérée pour «\u00a0${title}\u00a0». Elle vous est gardée jusqu’au ${until}. Ouvrez ce lien pour la prendre\u00a0:`,
      act: 'Prendre la place',
      end: 'Si vous ne venez plus, retirez-vous par le même lien\u00a0: la personne suivante sera prévenue aussitôt.',
    },
    registered: {
      subject: (title: string) => `Vous êtes inscrit·e\u00a0: ${title}`,
      text: (title: string, code: string) =>
        `Bonjour,\n\nVous êtes inscrit·e à «\u00a0${title}\u00a0». La date est jointe pour votre agenda, et un code QR à montrer à l’entrée\u00a0; ou dites ce code\u00a0: ${code}`,
      ticket: 'Voir mon billet',
      then: 'Pour relire votre inscription, ou laisser votre place si vous ne venez plus\u00a0:',
      act: 'Relire ou laisser ma place',
    },
    people: (count: number) => formatCount(count, 'fr', { one: 'personne', other: 'personnes' }),
    forwarded: {
      subject: (one: string, title: string) => `Nouvelle ${one}\u00a0: ${title}`,
      text: 'Répondez à ce message pour écrire à cette personne.',
      act: 'Voir la page',
    },
  },
  en: {
    asked: {
      subject: (yours: string, title: string) => `Confirm ${yours}: ${title}`,
      text: (_yours: string, title: string) =>
        `Hello,\n\nWith this address, someone wrote about “${title}”. If it was you, open this link, read it again and send it:`,
      act: 'Read again and send',
      end: 'It works for 24 hours. Otherwise, ignore this message: nothing will be sent.',
    },
    known: {
      subject: (_yours: string, title: string) => `You have already written: ${title}`,
      text: (yours: string, title: string) =>
        `Hello,\n\nWith this address, someone wrote again about “${title}”. What counts is ${yours} from before, and nothing else is sent. To read it again or take it back:`,
      act: 'Read again or take back',
      end: '',
    },
    done: {
      subject: (_yours: string, title: string) => `Passed on: ${title}`,
      text: (yours: string, title: string) =>
        `Hello,\n\nFor “${title}”, ${yours} has been passed on to those who publish it. They will write to you at this address. Keep this message: to read it again or take it back, open this link.`,
      act: 'Read again or take back',
      end: '',
    },
    line: {
      subject: (title: string) => `You are on the waiting list: ${title}`,
      text: (title: string) =>
        `Hello,\n\n“${title}” is full. If a place becomes free and it is your turn, you will receive an e-mail: it will be kept for you for a while. To see where you stand, or leave the list:`,
      act: 'See where I stand',
    },
    offer: {
      subject: (title: string) => `A place for you: ${title}`,
      text: (title: string, until: string) =>
        `Hello,\n\nA place has become free for “${title}”. It is kept for you until ${until}. Open this link to take it:`,
      act: 'Take the place',
      end: 'If you can no longer come, withdraw with the same link: the next person will be told at once.',
    },
    registered: {
      subject: (title: string) => `You are registered: ${title}`,
      text: (title: string, code: string) =>
        `Hello,\n\nYou are registered for “${title}”. The date comes with this for your calendar, and a QR code to show at the door; or say this code: ${code}`,
      ticket: 'See my ticket',
      then: 'To read your registration again, or give your place up if you can no longer come:',
      act: 'Read again or give my place up',
    },
    people: (count: number) => formatCount(count, 'en', { one: 'person', other: 'people' }),
    forwarded: {
      subject: (one: string, title: string) => `New ${one}: ${title}`,
      text: 'Answer this message to write to this person.',
      act: 'See the page',
    },
  },
})
