import { momentIn } from '../../views/submissions/moment.ts'
import { catalogue, locales, type Locale } from '../../views/language.tsx'
import type { Letter } from '../deps.ts'
import { compose } from '../mail/compose.ts'

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
  const { subject, text, act, end } = texts[to.locale].begin
  const body = [text(about.title), { act, link }, end]
  return compose({ to, hub: about.hub, subject: subject(about.title), body, why: 'typed' })
}

export const receiptLetter = (
  to: Reader,
  about: About,
  { at, zone, link }: { at: number; zone: string; link: string },
): Letter => {
  const { subject, text, act } = texts[to.locale].receipt
  const { title, hub } = about
  const body = [text(title, momentIn(at, to.locale, zone)), { act, link }]
  return compose({ to, hub, subject: subject(title), body, why: 'follows' })
}

/** In the words of those who decided. */
export const decisionLetter = (to: Reader, { title, hub }: About, text: string): Letter =>
  compose({ to, hub, subject: texts[to.locale].decision(title), body: [text], why: 'follows' })

/** What they may begin from; `{projet}` stands for the name of each project. */
export const decisionDrafts = (locale: Locale, title: string): { retained: string; other: string } => ({
  retained: texts[locale].drafts.retained(title),
  other: texts[locale].drafts.other(title),
})

export const filledIn = (text: string, project: string): string =>
  locales.reduce((all, locale) => all.replaceAll(texts[locale].mark, () => project), text)

const texts = catalogue('server/submissions/letters', {
  fr: {
    begin: {
      subject: (title: string) => `Déposez votre projet\u00a0: ${title}`,
      text: (title: string) =>
        `Bonjour,\n\nAvec cette adresse, quelqu’un veut déposer un projet pour l’appel «\u00a0${title}\u00a0». Si c’est vous, ouvrez ce lien\u00a0: votre dossier s’y écrit, s’y enregistre et s’y dépose. Gardez-le, il est à vous seul·e.`,
      act: 'Écrire mon projet',
      end: 'Sinon, oubliez ce message\u00a0: rien ne sera gardé.',
    },
    receipt: {
      subject: (title: string) => `Projet déposé\u00a0: ${title}`,
      text: (title: string, when: string) =>
        `Bonjour,\n\nVotre projet pour l’appel «\u00a0${title}\u00a0» est déposé depuis ${when}. Ce message en est l’accusé de réception.\n\nJusqu’à la date limite, vous pouvez encore le modifier ou le retirer ici\u00a0:`,
      act: 'Relire mon projet',
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
      text: (title: string) =>
        `Hello,\n\nWith this address, someone wants to submit a project to the call “${title}”. If it was you, open this link: your project is written, saved and submitted there. Keep it, it is yours alone.`,
      act: 'Write my project',
      end: 'Otherwise, ignore this message: nothing will be kept.',
    },
    receipt: {
      subject: (title: string) => `Project submitted: ${title}`,
      text: (title: string, when: string) =>
        `Hello,\n\nYour project for the call “${title}” was submitted on ${when}. This message is your receipt.\n\nUntil the deadline you may still change it or take it back here:`,
      act: 'Read my project again',
    },
    decision: (title: string) => `The decision of the jury: ${title}`,
    mark: '{project}',
    drafts: {
      retained: (title: string) =>
        `Hello,\n\nYour project “{project}”, submitted to the call “${title}”, has been selected. We will write to you soon about the next steps.`,
      other: (title: string) =>
        `Hello,\n\nYour project “{project}”, submitted to the call “${title}”, has not been selected this time. The reasons for the decision are public, and we are happy to talk about it: just reply.`,
    },
  },
})
