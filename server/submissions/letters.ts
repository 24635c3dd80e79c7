import { momentIn } from '../../views/submissions/moment.ts'
import { catalogue, locales, type Locale } from '../../views/language.tsx'
import type { Letter } from '../deps.ts'

// The letters about a project. The first goes to an address that nobody has confirmed, and repeats nothing of what was
// typed: whoever could choose the words of a letter could send any words to any address.

interface Reader {
  email: string
  locale: Locale
}

interface About {
  /** Of the call, as those who publish it wrote it. */
  title: string
  hub: string
}

export const beginLetter = (to: Reader, about: About, link: string): Letter => {
  const { begin } = texts[to.locale]
  return letter(to, about, begin.subject(about.title), begin.text(about.title, link))
}

export const receiptLetter = (
  to: Reader,
  about: About,
  { at, zone, link }: { at: number; zone: string; link: string },
): Letter => {
  const { receipt } = texts[to.locale]
  const when = momentIn(at, to.locale, zone)
  return letter(to, about, receipt.subject(about.title), receipt.text(about.title, when, link))
}

/** In the words of those who decided. */
export const decisionLetter = (to: Reader, about: About, text: string): Letter =>
  letter(to, about, texts[to.locale].decision(about.title), text)

/** What they may begin from; `{projet}` stands for the name of each project. */
export const decisionDrafts = (locale: Locale, title: string): { retained: string; other: string } => ({
  retained: texts[locale].drafts.retained(title),
  other: texts[locale].drafts.other(title),
})

export const filledIn = (text: string, project: string): string =>
  locales.reduce((all, locale) => all.replaceAll(texts[locale].mark, () => project), text)

const letter = (to: Reader, { hub }: About, subject: string, text: string): Letter => ({
  to: to.email,
  subject,
  text: `${text}\n\n— ${hub}\n`,
})

const texts = catalogue('server/submissions/letters', {
  fr: {
    begin: {
      subject: (title: string) => `Déposez votre projet\u00a0: ${title}`,
      text: (title: string, link: string) =>
        `Bonjour,\n\nAvec cette adresse, quelqu’un veut déposer un projet pour l’appel «\u00a0${title}\u00a0». Si c’est vous, ouvrez ce lien\u00a0: votre dossier s’y écrit, s’y enregistre et s’y dépose. Gardez-le, il est à vous seul·e.\n\n${link}\n\nSinon, oubliez ce message\u00a0: rien ne sera gardé.`,
    },
    receipt: {
      subject: (title: string) => `Projet déposé\u00a0: ${title}`,
      text: (title: string, when: string, link: string) =>
        `Bonjour,\n\nVotre projet pour l’appel «\u00a0${title}\u00a0» est déposé depuis ${when}. Ce message en est l’accusé de réception.\n\nJusqu’à la date limite, vous pouvez encore le modifier ou le retirer ici\u00a0:\n\n${link}`,
    },
    decision: (title: string) => `La décision du jury\u00a0: ${title}`,
    mark: '{projet}',
    drafts: {
      retained: (title: string) =>
        `Bonjour,\n\nVotre projet «\u00a0{projet}\u00a0», déposé pour l’appel «\u00a0${title}\u00a0», est retenu. Nous vous écrirons bientôt pour la suite.`,
      other: (title: string) =>
        `Bonjour,\n\nVotre projet «\u00a0{projet}\u00a0», déposé pour l’appel «\u00a0${title}\u00a0», n’est pas retenu cette fois. Les motifs de la décision sont publics, et nous pouvons en parler\u00a0: répondez-nous.`,
    },
  },
  en: {
    begin: {
      subject: (title: string) => `Submit your project: ${title}`,
      text: (title: string, link: string) =>
        `Hello,\n\nWith this address, someone wants to submit a project to the call “${title}”. If it was you, open this link: your project is written, saved and submitted there. Keep it, it is yours alone.\n\n${link}\n\nOtherwise, forget this message: nothing will be kept.`,
    },
    receipt: {
      subject: (title: string) => `Project submitted: ${title}`,
      text: (title: string, when: string, link: string) =>
        `Hello,\n\nYour project for the call “${title}” has been submitted since ${when}. This message is your receipt.\n\nUntil the deadline you may still change it or take it back here:\n\n${link}`,
    },
    decision: (title: string) => `The decision of the jury: ${title}`,
    mark: '{project}',
    drafts: {
      retained: (title: string) =>
        `Hello,\n\nYour project “{project}”, submitted to the call “${title}”, is retained. We will write to you soon about what follows.`,
      other: (title: string) =>
        `Hello,\n\nYour project “{project}”, submitted to the call “${title}”, is not retained this time. The reasons of the decision are public, and we can talk about it: answer us.`,
    },
  },
})
