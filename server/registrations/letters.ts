import { catalogue, type Locale } from '../../views/language.tsx'
import type { Letter } from '../deps.ts'
import { compose } from '../mail/compose.ts'

// What those who registered are told later. Each brings a calendar with the same UID, so that the date moves, or goes.

interface Reader {
  email: string
  locale: Locale
}

interface About {
  title: string
  hub: string
  /** Their registration. */
  link: string
  calendar: NonNullable<Letter['calendar']>
}

/** The date or the place is another. */
export function movedLetter(
  to: Reader,
  { title, hub, link, calendar }: About,
  now: { when: string; where: string },
): Letter {
  const { subject, text, then, act } = texts[to.locale].moved
  const body = [text(title), { lines: [now.when, now.where] }, then, { act, link }]
  return compose({ to, hub, subject: subject(title), body, why: 'follows', calendar })
}

/** Cancelled or withdrawn. */
export function calledOffLetter(to: Reader, { title, hub, link, calendar }: About): Letter {
  const { subject, text, act } = texts[to.locale].calledOff
  const body = [text(title), { act, link }]
  return compose({ to, hub, subject: subject(title), body, why: 'follows', calendar })
}

/** The same, to whoever was on the waiting list. */
export function lineClosedLetter(to: Reader, { title, hub, link }: Omit<About, 'calendar'>): Letter {
  const { subject, waiting, act } = texts[to.locale].calledOff
  return compose({
    ...{ to, hub, subject: subject(title), body: [waiting(title), { act, link }] },
    why: 'follows',
  })
}

const texts = catalogue('server/registrations/letters', {
  fr: {
    moved: {
      subject: (title: string) => `Changement\u00a0: ${title}`,
      text: (title: string) =>
        `Bonjour,\n\nLa date ou le lieu de «\u00a0${title}\u00a0» a changé. Voici ce qui vaut maintenant\u00a0:`,
      then: 'Votre place vous est gardée, et la nouvelle date est jointe pour votre agenda. Si vous ne pouvez plus venir, laissez votre place\u00a0:',
      act: 'Relire ou laisser ma place',
    },
    calledOff: {
      subject: (title: string) => `Annulé\u00a0: ${title}`,
      text: (title: string) =>
        `Bonjour,\n\n«\u00a0${title}\u00a0» n’aura pas lieu. Vous n’avez rien à faire. Le fichier joint enlève la date de votre agenda.`,
      waiting: (title: string) =>
        `Bonjour,\n\n«\u00a0${title}\u00a0» n’aura pas lieu. Vous étiez sur la liste d’attente\u00a0: vous n’avez rien à faire.`,
      act: 'Relire mon inscription',
    },
  },
  en: {
    moved: {
      subject: (title: string) => `Changed: ${title}`,
      text: (title: string) =>
        `Hello,\n\nThe date or the place of “${title}” has changed. This is what holds now:`,
      then: 'Your place is kept for you, and the new date comes with this for your calendar. If you can no longer come, give your place up:',
      act: 'Read again or give my place up',
    },
    calledOff: {
      subject: (title: string) => `Cancelled: ${title}`,
      text: (title: string) =>
        `Hello,\n\n“${title}” will not take place. There is nothing you need to do. The file that comes with this takes the date out of your calendar.`,
      waiting: (title: string) =>
        `Hello,\n\n“${title}” will not take place. You were on the waiting list: there is nothing you need to do.`,
      act: 'Read my registration again',
    },
  },
})
