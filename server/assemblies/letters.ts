import { catalogue, type Locale } from '../../views/language.tsx'
import type { Letter } from '../deps.ts'
import { compose } from '../mail/compose.ts'

// Letters about assemblies. One to an address that nobody has confirmed repeats nothing of what was typed.

interface Reader {
  email: string
  locale: Locale
}

interface About {
  assembly: string
  hub: string
  link: string
}

export const confirmLetter = (to: Reader, about: About): Letter => {
  const { subject, text, act, end } = texts[to.locale].confirm
  const { assembly, hub, link } = about
  const body = [text(assembly), { act, link }, end]
  return compose({ to, hub, subject: subject(assembly), body, why: 'typed' })
}

/** Yes or no, with the sentence of those who decided. */
export const decidedLetter = (
  to: Reader,
  { isYes, answer, ...about }: About & { isYes: boolean; answer: string },
): Letter => {
  const { subject, yes, no, act } = texts[to.locale].decided
  const { assembly, hub, link } = about
  const body = [isYes ? yes(assembly) : no(assembly), { said: answer }, { act, link }]
  return compose({ to, hub, subject: subject(assembly), body, why: 'follows' })
}

/** To an organisation of the directory: come to a meeting that is open to all. */
export const invitationLetter = (to: Reader, about: About & { when: string; place: string }): Letter => {
  const { subject, text, then, act, end } = texts[to.locale].invitation
  const { assembly, hub, link, when, place } = about
  const body = [text(assembly), { lines: [when, place] }, then, { act, link }, end]
  return compose({ to, hub, subject: subject(assembly, when), body, why: 'directory' })
}

const texts = catalogue('server/assemblies/letters', {
  fr: {
    confirm: {
      subject: (assembly: string) => `Confirmez votre envoi\u00a0: ${assembly}`,
      text: (assembly: string) =>
        `Bonjour,\n\nAvec cette adresse, quelqu’un a écrit à «\u00a0${assembly}\u00a0». Si c’est vous, ouvrez ce lien, relisez et confirmez\u00a0:`,
      act: 'Relire et confirmer',
      end: 'Il sert pendant 24 heures. Sinon, oubliez ce message\u00a0: rien ne partira.',
    },
    decided: {
      subject: (assembly: string) => `Réponse de ${assembly}`,
      yes: (assembly: string) =>
        `Bonjour,\n\nCe que vous avez envoyé à «\u00a0${assembly}\u00a0» est accepté.`,
      no: (assembly: string) =>
        `Bonjour,\n\nCe que vous avez envoyé à «\u00a0${assembly}\u00a0» n’est pas retenu.`,
      act: 'Voir la page',
    },
    invitation: {
      subject: (assembly: string, when: string) => `Invitation\u00a0: ${assembly}, ${when}`,
      text: (assembly: string) =>
        `Bonjour,\n\nVotre structure est dans l’annuaire de ce site, et «\u00a0${assembly}\u00a0» l’invite à sa réunion élargie.`,
      then: 'L’ordre du jour est ouvert\u00a0: lisez-le, et proposez un point. Ce message est envoyé une seule fois pour cette réunion.',
      act: 'Lire l’ordre du jour',
      end: '',
    },
  },
  en: {
    confirm: {
      subject: (assembly: string) => `Confirm what you sent: ${assembly}`,
      text: (assembly: string) =>
        `Hello,\n\nWith this address, someone wrote to “${assembly}”. If it was you, open this link, read it again and confirm:`,
      act: 'Read again and confirm',
      end: 'It works for 24 hours. Otherwise, forget this message: nothing will be sent.',
    },
    decided: {
      subject: (assembly: string) => `Answer of ${assembly}`,
      yes: (assembly: string) => `Hello,\n\nWhat you sent to “${assembly}” is accepted.`,
      no: (assembly: string) => `Hello,\n\nWhat you sent to “${assembly}” was not retained.`,
      act: 'See the page',
    },
    invitation: {
      subject: (assembly: string, when: string) => `Invitation: ${assembly}, ${when}`,
      text: (assembly: string) =>
        `Hello,\n\nYour organisation is in the directory of this site, and “${assembly}” invites it to its enlarged meeting.`,
      then: 'The agenda is open: read it, and propose an item. This message is sent once for this meeting.',
      act: 'Read the agenda',
      end: '',
    },
  },
})
