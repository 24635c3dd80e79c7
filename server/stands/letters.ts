import { catalogue, type Locale } from '../../views/language.tsx'
import type { Letter } from '../deps.ts'
import { compose } from '../mail/compose.ts'

// The letters about a stand. The first one goes to an address that nobody has confirmed, and repeats nothing that was
// typed.

interface Reader {
  email: string
  locale: Locale
}

interface About {
  /** Of the event. */
  title: string
  hub: string
  link: string
}

export function confirmStandLetter(to: Reader, { title, hub, link }: About): Letter {
  const { subject, text, act, end } = texts[to.locale].confirm
  return compose({ to, hub, subject: subject(title), body: [text(title), { act, link }, end], why: 'typed' })
}

/** To the host: somebody asks, or no longer comes. */
export function hostLetter(
  to: Reader,
  { title, hub, link }: About,
  name: string,
  what: 'asked' | 'withdrawn',
): Letter {
  const { subject, text, act } = texts[to.locale][what]
  const body = [text(name, title), { act, link }]
  return compose({ to, hub, subject: subject(name, title), body, why: 'publishes' })
}

export function decisionLetter(
  to: Reader,
  { title, hub, link }: About,
  state: 'accepted' | 'refused' | 'waiting',
  said: string,
): Letter {
  const t = texts[to.locale]
  const { subject, text } = t[state]
  const body = [text(title), { said }, { act: t.own, link }]
  return compose({ to, hub, subject: subject(title), body, why: 'follows' })
}

/** From a visitor, to whoever keeps the stand: its address is not given to them. */
export function contactLetter(
  to: Reader,
  { title, hub, link }: About,
  said: { name: string; email: string; body: string },
): Letter {
  const { subject, text, act } = texts[to.locale].contact
  return compose({
    to,
    hub,
    subject: subject(title),
    body: [{ lines: [said.name, said.email] }, { said: said.body }, text, { act, link }],
    why: 'follows',
    replyTo: said.email,
  })
}

const texts = catalogue('server/stands/letters', {
  fr: {
    confirm: {
      subject: (title: string) => `Confirmez votre demande de stand\u00a0: ${title}`,
      text: (title: string) =>
        `Bonjour,\n\nAvec cette adresse, quelqu’un demande un stand à «\u00a0${title}\u00a0». Si c’est vous, ouvrez ce lien, relisez et envoyez\u00a0:`,
      act: 'Relire et envoyer',
      end: 'Il sert pendant 24 heures. Sinon, oubliez ce message\u00a0: rien ne partira.',
    },
    asked: {
      subject: (name: string, title: string) => `${name} demande un stand\u00a0: ${title}`,
      text: (name: string, title: string) =>
        `Bonjour,\n\n${name} demande un stand à «\u00a0${title}\u00a0». Pour lire la demande et répondre\u00a0:`,
      act: 'Lire la demande',
    },
    withdrawn: {
      subject: (name: string, title: string) => `${name} retire son stand\u00a0: ${title}`,
      text: (name: string, title: string) =>
        `Bonjour,\n\n${name} ne tiendra pas de stand à «\u00a0${title}\u00a0». Sa place est libre\u00a0:`,
      act: 'Voir le village',
    },
    accepted: {
      subject: (title: string) => `Votre stand est accepté\u00a0: ${title}`,
      text: (title: string) =>
        `Bonjour,\n\nVous aurez un stand à «\u00a0${title}\u00a0». Votre fiche est publiée, sans vos coordonnées\u00a0: complétez-la, et dites ce que vous offrez et cherchez.`,
    },
    refused: {
      subject: (title: string) => `Votre demande de stand\u00a0: ${title}`,
      text: (title: string) =>
        `Bonjour,\n\nVotre demande de stand à «\u00a0${title}\u00a0» n’est pas retenue.`,
    },
    waiting: {
      subject: (title: string) => `Votre demande de stand attend\u00a0: ${title}`,
      text: (title: string) =>
        `Bonjour,\n\nVotre demande de stand à «\u00a0${title}\u00a0» est en attente\u00a0: une place peut encore se libérer.`,
    },
    own: 'Relire, corriger ou retirer mon stand',
    contact: {
      subject: (title: string) => `On vous écrit au sujet de votre stand\u00a0: ${title}`,
      text: 'Cette personne a écrit depuis votre fiche\u00a0; son adresse n’a pas été vérifiée. Répondez à ce message pour lui écrire\u00a0: la vôtre ne lui est connue qu’alors.',
      act: 'Voir mon stand',
    },
  },
  en: {
    confirm: {
      subject: (title: string) => `Confirm your request for a stand: ${title}`,
      text: (title: string) =>
        `Hello,\n\nWith this address, someone asks for a stand at “${title}”. If it was you, open this link, read it again and send it:`,
      act: 'Read again and send',
      end: 'It works for 24 hours. Otherwise, ignore this message: nothing will be sent.',
    },
    asked: {
      subject: (name: string, title: string) => `${name} asks for a stand: ${title}`,
      text: (name: string, title: string) =>
        `Hello,\n\n${name} asks for a stand at “${title}”. To read the request and answer it:`,
      act: 'Read the request',
    },
    withdrawn: {
      subject: (name: string, title: string) => `${name} withdraws its stand: ${title}`,
      text: (name: string, title: string) =>
        `Hello,\n\n${name} will not keep a stand at “${title}”. Its place is free:`,
      act: 'See the village',
    },
    accepted: {
      subject: (title: string) => `Your stand is accepted: ${title}`,
      text: (title: string) =>
        `Hello,\n\nYou will have a stand at “${title}”. Your sheet is published, without your contact details: complete it, and say what you offer and look for.`,
    },
    refused: {
      subject: (title: string) => `Your request for a stand: ${title}`,
      text: (title: string) => `Hello,\n\nYour request for a stand at “${title}” was not accepted.`,
    },
    waiting: {
      subject: (title: string) => `Your request for a stand is on the waiting list: ${title}`,
      text: (title: string) =>
        `Hello,\n\nYour request for a stand at “${title}” is on the waiting list: a place may still become free.`,
    },
    own: 'Read, correct or withdraw my stand',
    contact: {
      subject: (title: string) => `A message for your stand: ${title}`,
      text: 'This person wrote from your sheet; their address was not checked. Answer this message to write to them: only then do they know yours.',
      act: 'See my stand',
    },
  },
})
