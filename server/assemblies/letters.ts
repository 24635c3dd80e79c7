import { catalogue, type Locale } from '../../views/language.tsx'
import type { Letter } from '../deps.ts'

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
  const { subject, text } = texts[to.locale].confirm
  return letter(to, about, subject(about.assembly), text(about.assembly, about.link))
}

/** Yes or no, with the sentence of those who decided. */
export const decidedLetter = (
  to: Reader,
  { isYes, answer, ...about }: About & { isYes: boolean; answer: string },
): Letter => {
  const { subject, yes, no } = texts[to.locale].decided
  const words = isYes ? yes(about.assembly) : no(about.assembly)
  return letter(
    to,
    about,
    subject(about.assembly),
    `${words}${answer === '' ? '' : `\n\n${answer}`}\n\n${about.link}`,
  )
}

/** To an organisation of the directory: come to a meeting that is open to all. */
export const invitationLetter = (to: Reader, about: About & { when: string; place: string }): Letter => {
  const { subject, text } = texts[to.locale].invitation
  const where = about.place === '' ? '' : `\n${about.place}`
  return letter(to, about, subject(about.assembly, about.when), text({ ...about, where }))
}

interface Invited {
  assembly: string
  when: string
  /** On a line of its own, or nothing. */
  where: string
  link: string
}

const letter = (to: Reader, { hub }: About, subject: string, text: string): Letter => ({
  to: to.email,
  subject,
  text: `${text}\n\n— ${hub}\n`,
})

const texts = catalogue('server/assemblies/letters', {
  fr: {
    confirm: {
      subject: (assembly: string) => `Confirmez votre envoi\u00a0: ${assembly}`,
      text: (assembly: string, link: string) =>
        `Bonjour,\n\nAvec cette adresse, quelqu’un a écrit à «\u00a0${assembly}\u00a0». Si c’est vous, ouvrez ce lien, relisez et confirmez\u00a0:\n\n${link}\n\nIl sert pendant 24 heures. Sinon, oubliez ce message\u00a0: rien ne partira.`,
    },
    decided: {
      subject: (assembly: string) => `Réponse de ${assembly}`,
      yes: (assembly: string) =>
        `Bonjour,\n\nCe que vous avez envoyé à «\u00a0${assembly}\u00a0» est accepté.`,
      no: (assembly: string) =>
        `Bonjour,\n\nCe que vous avez envoyé à «\u00a0${assembly}\u00a0» n’est pas retenu.`,
    },
    invitation: {
      subject: (assembly: string, when: string) => `Invitation\u00a0: ${assembly}, ${when}`,
      text: ({ assembly, when, where, link }: Invited) =>
        `Bonjour,\n\nVotre structure est dans l’annuaire de ce site, et «\u00a0${assembly}\u00a0» l’invite à sa réunion élargie.\n\n${when}${where}\n\nL’ordre du jour est ouvert\u00a0: lisez-le, et proposez un point, ici\u00a0:\n${link}\n\nCe message est envoyé une seule fois pour cette réunion.`,
    },
  },
  en: {
    confirm: {
      subject: (assembly: string) => `Confirm what you sent: ${assembly}`,
      text: (assembly: string, link: string) =>
        `Hello,\n\nWith this address, someone wrote to “${assembly}”. If it was you, open this link, read it again and confirm:\n\n${link}\n\nIt works for 24 hours. Otherwise, forget this message: nothing will be sent.`,
    },
    decided: {
      subject: (assembly: string) => `Answer of ${assembly}`,
      yes: (assembly: string) => `Hello,\n\nWhat you sent to “${assembly}” is accepted.`,
      no: (assembly: string) => `Hello,\n\nWhat you sent to “${assembly}” was not retained.`,
    },
    invitation: {
      subject: (assembly: string, when: string) => `Invitation: ${assembly}, ${when}`,
      text: ({ assembly, when, where, link }: Invited) =>
        `Hello,\n\nYour organisation is in the directory of this site, and “${assembly}” invites it to its enlarged meeting.\n\n${when}${where}\n\nThe agenda is open: read it, and propose an item, here:\n${link}\n\nThis message is sent once for this meeting.`,
    },
  },
})
