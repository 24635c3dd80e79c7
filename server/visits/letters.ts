import { formatCount } from '../../views/format.ts'
import { catalogue, type Locale } from '../../views/language.tsx'
import type { Letter } from '../deps.ts'
import { compose } from '../mail/compose.ts'
import type { VisitState } from './access.ts'

// The first letter goes to an address that nobody has confirmed: it repeats nothing of what was typed.

export interface Reader {
  email: string
  locale: Locale
}

interface About {
  title: string
  hub: string
}

export type SchoolLetter = VisitState | 'known' | 'sent'

/** `asked` is the first step; `sent`: it is with the structure; the others are its answers. */
export function schoolLetter(
  which: SchoolLetter,
  to: Reader,
  { title, hub }: About,
  link: string,
  note = '',
): Letter {
  const { subject, text } = texts[to.locale].school[which]
  const { act } = texts[to.locale]
  const body = [text(title), { said: note }, { act: which === 'asked' ? act.send : act.see, link }]
  const why = which === 'asked' || which === 'known' ? 'typed' : 'follows'
  return compose({ to, hub, subject: subject(title), body, why })
}

/** To the structure, which can answer by its link, or directly to whoever asks. */
export function structureLetter(
  which: 'asked' | 'cancelled',
  to: Reader,
  { title, hub }: About,
  visit: {
    school: string
    name: string
    email: string
    placeLabel: string
    pupils: number
    dates: string
    body: string
    note: string
  },
  link: string,
): Letter {
  const t = texts[to.locale]
  const { subject, end } = t.structure[which]
  const { school, name, email, placeLabel, pupils, dates } = visit
  const said = which === 'asked' ? visit.body : visit.note
  const who = [`${school} (${placeLabel})`, `${name}, ${email}`, t.pupils(pupils), dates]
  return compose({
    to,
    hub,
    subject: subject(title),
    body: [{ lines: who }, { said }, end, { act: t.act.answer, link }],
    why: 'publishes',
    replyTo: email,
  })
}

const texts = catalogue('server/visits/letters', {
  fr: {
    pupils: (count: number) => formatCount(count, 'fr', { one: 'élève', other: 'élèves' }),
    act: { send: 'Relire et envoyer', see: 'Voir la demande', answer: 'Ouvrir la demande' },
    school: {
      asked: {
        subject: (title: string) => `Confirmez votre demande\u00a0: ${title}`,
        text: (title: string) =>
          `Bonjour,\n\nAvec cette adresse, quelqu’un a demandé «\u00a0${title}\u00a0» pour une classe. Si c’est vous, ouvrez ce lien, relisez et envoyez. Il sert pendant 24 heures. Sinon, oubliez ce message\u00a0: rien ne partira.`,
      },
      known: {
        subject: (title: string) => `Vous avez déjà fait cette demande\u00a0: ${title}`,
        text: (title: string) =>
          `Bonjour,\n\nAvec cette adresse, quelqu’un a demandé de nouveau «\u00a0${title}\u00a0» pour le même niveau. C’est la première demande qui compte. Pour voir où elle en est\u00a0:`,
      },
      sent: {
        subject: (title: string) => `C’est transmis\u00a0: ${title}`,
        text: (title: string) =>
          `Bonjour,\n\nVotre demande pour «\u00a0${title}\u00a0» est transmise à la structure. Gardez ce message\u00a0: ce lien montre où elle en est, et permet de l’annuler.`,
      },
      accepted: {
        subject: (title: string) => `C’est accepté\u00a0: ${title}`,
        text: (title: string) =>
          `Bonjour,\n\nLa structure accepte votre demande pour «\u00a0${title}\u00a0». Voyez avec elle le jour et l’heure.`,
      },
      refused: {
        subject: (title: string) => `La structure ne peut pas\u00a0: ${title}`,
        text: (title: string) =>
          `Bonjour,\n\nLa structure ne peut pas répondre à votre demande pour «\u00a0${title}\u00a0».`,
      },
      held: {
        subject: (title: string) => `C’est noté comme fait\u00a0: ${title}`,
        text: (title: string) =>
          `Bonjour,\n\nLa structure a noté que «\u00a0${title}\u00a0» a eu lieu avec votre classe. Si ce n’est pas juste, répondez-lui.`,
      },
      cancelled: {
        subject: (title: string) => `C’est annulé\u00a0: ${title}`,
        text: (title: string) => `Bonjour,\n\nLa structure annule «\u00a0${title}\u00a0» avec votre classe.`,
      },
    },
    structure: {
      asked: {
        subject: (title: string) => `Un établissement demande\u00a0: ${title}`,
        end: 'Répondez à ce message pour écrire à cette personne. Pour accepter ou refuser, ouvrez ce lien\u00a0; gardez-le pour vous, il vaut signature.',
      },
      cancelled: {
        subject: (title: string) => `L’établissement annule\u00a0: ${title}`,
        end: 'La demande reste visible ici\u00a0:',
      },
    },
  },
  en: {
    pupils: (count: number) => formatCount(count, 'en', { one: 'pupil', other: 'pupils' }),
    act: { send: 'Read again and send', see: 'See the request', answer: 'Open the request' },
    school: {
      asked: {
        subject: (title: string) => `Confirm your request: ${title}`,
        text: (title: string) =>
          `Hello,\n\nWith this address, someone asked for “${title}” for a class. If it was you, open this link, read it again and send it. It works for 24 hours. Otherwise, ignore this message: nothing will be sent.`,
      },
      known: {
        subject: (title: string) => `You have already asked for this: ${title}`,
        text: (title: string) =>
          `Hello,\n\nWith this address, someone asked again for “${title}” for the same level. The first request counts. To see where it stands:`,
      },
      sent: {
        subject: (title: string) => `Passed on: ${title}`,
        text: (title: string) =>
          `Hello,\n\nYour request for “${title}” has been passed on to the structure. Keep this message: this link shows where it stands, and lets you cancel it.`,
      },
      accepted: {
        subject: (title: string) => `Accepted: ${title}`,
        text: (title: string) =>
          `Hello,\n\nThe structure accepts your request for “${title}”. Settle the day and hour with them.`,
      },
      refused: {
        subject: (title: string) => `The structure cannot: ${title}`,
        text: (title: string) => `Hello,\n\nThe structure cannot answer your request for “${title}”.`,
      },
      held: {
        subject: (title: string) => `Marked as done: ${title}`,
        text: (title: string) =>
          `Hello,\n\nThe structure has noted that “${title}” took place with your class. If that is not right, answer them.`,
      },
      cancelled: {
        subject: (title: string) => `Cancelled: ${title}`,
        text: (title: string) => `Hello,\n\nThe structure cancels “${title}” with your class.`,
      },
    },
    structure: {
      asked: {
        subject: (title: string) => `A school asks: ${title}`,
        end: 'Answer this message to write to this person. To accept or decline, open this link; keep it to yourself, it is your signature.',
      },
      cancelled: {
        subject: (title: string) => `The school cancels: ${title}`,
        end: 'The request can still be seen here:',
      },
    },
  },
})
