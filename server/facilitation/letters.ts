import { ofName } from '../../views/elision.ts'
import { catalogue, type Locale } from '../../views/language.tsx'
import type { Letter } from '../deps.ts'
import { compose } from '../mail/compose.ts'
import type { Reason } from '../mail/reasons.ts'

// The letters of the desk. What a person typed goes to the other side alone, once both addresses are known to be
// theirs: `answer`. All the others say only that there is something to read, and where.

export interface Reader {
  email: string
  locale: Locale
}

type Kind = 'asked' | 'enough' | 'received' | 'newReply' | 'answer' | 'closed' | 'trace'

export function letter(
  kind: Kind,
  to: Reader,
  words: { hub: string; link: string; text?: string; thread?: string },
): Letter {
  const t = texts[to.locale]
  const { subject, text, act, end } = t[kind]
  const { hub, link, thread } = words
  const said = kind === 'answer' ? [{ said: words.text ?? '' }, t.answer.then] : []
  return compose({
    to,
    hub,
    subject: subject(hub),
    body: [text, ...said, { act, link }, end],
    why: reasons[kind],
    ...(thread !== undefined && { thread }),
  })
}

const reasons: Readonly<Record<Kind, Reason>> = {
  asked: 'typed',
  enough: 'typed',
  received: 'runs',
  newReply: 'runs',
  answer: 'follows',
  closed: 'follows',
  trace: 'follows',
}

const texts = catalogue('server/facilitation/letters', {
  fr: {
    asked: {
      subject: (hub: string) => `Confirmez votre demande de facilitation sur ${hub}`,
      text: 'Bonjour,\n\nAvec cette adresse, quelqu’un a écrit au bureau de facilitation. Si c’est vous, ouvrez ce lien, relisez et envoyez\u00a0:',
      act: 'Relire et envoyer',
      end: 'Il sert pendant 24 heures. Sinon, oubliez ce message\u00a0: rien ne partira.',
    },
    enough: {
      subject: (hub: string) => `Vos demandes de facilitation sur ${hub}`,
      text: 'Bonjour,\n\nAvec cette adresse, quelqu’un a écrit au bureau de facilitation. Trop de vos demandes sont encore ouvertes\u00a0: celle-ci n’a pas été gardée. Écrivez plutôt dans l’une d’elles, par le lien que vous avez reçu, ou dites qu’elle est terminée.',
      act: 'Ouvrir ma demande',
      end: '',
    },
    received: {
      subject: (hub: string) => `Une demande de facilitation vous attend sur ${hub}`,
      text: 'Bonjour,\n\nUne structure ou un acheteur a écrit au bureau de facilitation. Pour lire la demande et la prendre en charge\u00a0:',
      act: 'Lire la demande',
      end: '',
    },
    newReply: {
      subject: (hub: string) => `Une réponse dans un dossier de facilitation sur ${hub}`,
      text: 'Bonjour,\n\nLa personne qui a écrit au bureau de facilitation a répondu ou décidé quelque chose\u00a0:',
      act: 'Ouvrir le dossier',
      end: '',
    },
    answer: {
      subject: (hub: string) => `Réponse du bureau de facilitation ${ofName(hub)}`,
      text: 'Bonjour,\n\nLe bureau de facilitation répond à votre demande\u00a0:',
      then: 'Pour voir tout l’échange, ce qui y est joint, et répondre, ouvrez ce lien. Il est à vous seul·e\u00a0: gardez-le.',
      act: 'Voir l’échange et répondre',
      end: '',
    },
    closed: {
      subject: (hub: string) => `Votre demande de facilitation est close sur ${hub}`,
      text: 'Bonjour,\n\nLe bureau de facilitation a clos votre demande. Pour voir ce qui est noté, la rouvrir par un message, ou tout effacer\u00a0:',
      act: 'Ouvrir ma demande',
      end: '',
    },
    trace: {
      subject: (hub: string) => `Un texte à relire, sur ${hub}`,
      text: 'Bonjour,\n\nLe bureau de facilitation aimerait raconter, sans nommer personne, ce que votre demande a donné. Rien ne paraît sans votre accord. Pour lire le texte et dire oui ou non\u00a0:',
      act: 'Lire le texte et répondre',
      end: '',
    },
  },
  en: {
    asked: {
      subject: (hub: string) => `Confirm your request to the facilitation desk of ${hub}`,
      text: 'Hello,\n\nWith this address, someone wrote to the facilitation desk. If it was you, open this link, read it again and send it:',
      act: 'Read again and send',
      end: 'It works for 24 hours. Otherwise, ignore this message: nothing will be sent.',
    },
    enough: {
      subject: (hub: string) => `Your requests to the facilitation desk of ${hub}`,
      text: 'Hello,\n\nWith this address, someone wrote to the facilitation desk. Too many of your requests are still open: this one was not kept. Write in one of those, by the link that you received, or say that it is over.',
      act: 'Open my request',
      end: '',
    },
    received: {
      subject: (hub: string) => `A request to the facilitation desk is waiting on ${hub}`,
      text: 'Hello,\n\nA structure or a buyer has written to the facilitation desk. To read the request and take it on:',
      act: 'Read the request',
      end: '',
    },
    newReply: {
      subject: (hub: string) => `An answer in a case of the facilitation desk of ${hub}`,
      text: 'Hello,\n\nThe person who wrote to the facilitation desk has answered or decided something:',
      act: 'Open the case',
      end: '',
    },
    answer: {
      subject: (hub: string) => `An answer from the facilitation desk of ${hub}`,
      text: 'Hello,\n\nThe facilitation desk answers your request:',
      then: 'To see the whole exchange, what comes with it, and to answer, open this link. It is yours alone: keep it.',
      act: 'See the exchange and answer',
      end: '',
    },
    closed: {
      subject: (hub: string) => `Your request to the facilitation desk of ${hub} is closed`,
      text: 'Hello,\n\nThe facilitation desk has closed your request. To see what was noted, to open it again by a message, or to erase everything:',
      act: 'Open my request',
      end: '',
    },
    trace: {
      subject: (hub: string) => `A text to read, on ${hub}`,
      text: 'Hello,\n\nThe facilitation desk would like to tell, without naming anybody, what came of your request. Nothing appears unless you agree. To read the text and to say yes or no:',
      act: 'Read the text and answer',
      end: '',
    },
  },
})
