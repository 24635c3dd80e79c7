import { catalogue, type Locale } from '../../views/language.tsx'
import type { Letter } from '../deps.ts'

// The letters of the desk. What a person typed goes to the other side alone, once both addresses are known to be
// theirs: `answer`. All the others say only that there is something to read, and where.

export interface Reader {
  email: string
  locale: Locale
}

type Kind = 'asked' | 'enough' | 'received' | 'newReply' | 'answer' | 'closed' | 'trace'

export function letter(kind: Kind, to: Reader, words: { hub: string; link: string; text?: string }): Letter {
  const { subject, body } = texts[to.locale][kind]
  return {
    to: to.email,
    subject: subject(words.hub),
    text: `${body(words.link, words.text ?? '')}\n\n— ${words.hub}\n`,
  }
}

const texts = catalogue('server/facilitation/letters', {
  fr: {
    asked: {
      subject: (hub: string) => `Confirmez votre demande de facilitation sur ${hub}`,
      body: (link: string) =>
        `Bonjour,\n\nAvec cette adresse, quelqu’un a écrit au bureau de facilitation. Si c’est vous, ouvrez ce lien, relisez et envoyez\u00a0:\n\n${link}\n\nIl sert pendant 24 heures. Sinon, oubliez ce message\u00a0: rien ne partira.`,
    },
    enough: {
      subject: (hub: string) => `Vos demandes de facilitation sur ${hub}`,
      body: (link: string) =>
        `Bonjour,\n\nAvec cette adresse, quelqu’un a écrit au bureau de facilitation. Trop de vos demandes sont encore ouvertes\u00a0: celle-ci n’a pas été gardée. Écrivez plutôt dans l’une d’elles, par le lien que vous avez reçu, ou dites qu’elle est terminée.\n\n${link}`,
    },
    received: {
      subject: (hub: string) => `Une demande de facilitation vous attend sur ${hub}`,
      body: (link: string) =>
        `Bonjour,\n\nUne structure ou un acheteur a écrit au bureau de facilitation. Pour lire la demande et la prendre en charge\u00a0:\n\n${link}`,
    },
    newReply: {
      subject: (hub: string) => `Une réponse dans un dossier de facilitation sur ${hub}`,
      body: (link: string) =>
        `Bonjour,\n\nLa personne qui a écrit au bureau de facilitation a répondu ou décidé quelque chose\u00a0:\n\n${link}`,
    },
    answer: {
      subject: (hub: string) => `Réponse du bureau de facilitation de ${hub}`,
      body: (link: string, text: string) =>
        `Bonjour,\n\nLe bureau de facilitation répond à votre demande\u00a0:\n\n${text}\n\nPour voir tout l’échange, ce qui y est joint, et répondre, ouvrez ce lien. Il est à vous seul·e\u00a0: gardez-le.\n\n${link}`,
    },
    closed: {
      subject: (hub: string) => `Votre demande de facilitation est close sur ${hub}`,
      body: (link: string) =>
        `Bonjour,\n\nLe bureau de facilitation a clos votre demande. Pour voir ce qui est noté, le rouvrir par un message, ou tout effacer\u00a0:\n\n${link}`,
    },
    trace: {
      subject: (hub: string) => `Un texte à relire, sur ${hub}`,
      body: (link: string) =>
        `Bonjour,\n\nLe bureau de facilitation aimerait raconter, sans nommer personne, ce que votre demande a donné. Rien ne paraît sans votre accord. Pour lire le texte et dire oui ou non\u00a0:\n\n${link}`,
    },
  },
  en: {
    asked: {
      subject: (hub: string) => `Confirm your request to the facilitation desk of ${hub}`,
      body: (link: string) =>
        `Hello,\n\nWith this address, someone wrote to the facilitation desk. If it was you, open this link, read it again and send it:\n\n${link}\n\nIt works for 24 hours. Otherwise, forget this message: nothing will be sent.`,
    },
    enough: {
      subject: (hub: string) => `Your requests to the facilitation desk of ${hub}`,
      body: (link: string) =>
        `Hello,\n\nWith this address, someone wrote to the facilitation desk. Too many of your requests are still open: this one was not kept. Write in one of those, by the link that you received, or say that it is over.\n\n${link}`,
    },
    received: {
      subject: (hub: string) => `A request to the facilitation desk waits for you on ${hub}`,
      body: (link: string) =>
        `Hello,\n\nA structure or a buyer has written to the facilitation desk. To read the request and take it on:\n\n${link}`,
    },
    newReply: {
      subject: (hub: string) => `An answer in a case of the facilitation desk of ${hub}`,
      body: (link: string) =>
        `Hello,\n\nThe person who wrote to the facilitation desk has answered or decided something:\n\n${link}`,
    },
    answer: {
      subject: (hub: string) => `An answer from the facilitation desk of ${hub}`,
      body: (link: string, text: string) =>
        `Hello,\n\nThe facilitation desk answers your request:\n\n${text}\n\nTo see the whole exchange, what comes with it, and to answer, open this link. It is yours alone: keep it.\n\n${link}`,
    },
    closed: {
      subject: (hub: string) => `Your request to the facilitation desk of ${hub} is closed`,
      body: (link: string) =>
        `Hello,\n\nThe facilitation desk has closed your request. To see what was noted, to open it again by a message, or to erase everything:\n\n${link}`,
    },
    trace: {
      subject: (hub: string) => `A text to read, on ${hub}`,
      body: (link: string) =>
        `Hello,\n\nThe facilitation desk would like to tell, without naming anybody, what came of your request. Nothing appears unless you agree. To read the text and to say yes or no:\n\n${link}`,
    },
  },
})
