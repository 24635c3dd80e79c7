import { catalogue, type Locale } from '../../views/language.tsx'
import type { Letter } from '../deps.ts'
import { compose } from '../mail/compose.ts'
import { choicesOf, type CheckedKind } from './choices.ts'

/** One question, and a way to each answer; opening one shows it, and a button sends it. */
export function checkLetter(
  to: { email: string; locale: Locale },
  about: { kind: CheckedKind; title: string; hub: string; page: string; again: boolean },
  link: string,
): Letter {
  const t = texts[to.locale]
  const answers = choicesOf(about.kind).map((choice) => ({
    act: t.answers[choice],
    link: `${link}?reponse=${choice}`,
  }))
  return compose({
    to,
    hub: about.hub,
    subject: about.again ? t.again(about.title) : t.subject[about.kind](about.title),
    body: [
      `${t.hello}\n\n${t.question[about.kind](about.title)}`,
      { way: t.page, link: about.page },
      ...answers,
      t.how,
    ],
    why: 'publishes',
  })
}

const texts = catalogue('server/checks/letters', {
  fr: {
    hello: 'Bonjour,',
    page: 'Relire la page',
    subject: {
      proposal: (title: string) => `Où en est cette proposition\u00a0? ${title}`,
      commitment: (title: string) => `Où en est cet engagement\u00a0? ${title}`,
      fund: (title: string) => `Où en est cet engagement\u00a0? ${title}`,
    },
    again: (title: string) => `Rappel, le seul\u00a0: où en est-on\u00a0? ${title}`,
    question: {
      proposal: (title: string) => `Où en est cette proposition\u00a0: «\u00a0${title}\u00a0»\u00a0?`,
      commitment: (title: string) => `Où en est cet engagement\u00a0: «\u00a0${title}\u00a0»\u00a0?`,
      fund: (title: string) => `Où en est cet engagement\u00a0: «\u00a0${title}\u00a0»\u00a0?`,
    },
    answers: {
      asked: 'Toujours demandée, sans réponse connue',
      answered: 'Une réponse a été donnée',
      accepted: 'Elle est acceptée',
      refused: 'Elle est refusée',
      done: 'C’est fait',
      measured: 'J’ai un nouveau chiffre',
      same: 'Rien de nouveau',
      unsure: 'Je ne sais pas',
    },
    how: 'Choisissez une réponse\u00a0: la page qui s’ouvre vous la montre, et un bouton l’envoie. Vous pouvez y ajouter une source. Ces liens servent une fois, pendant 60 jours\u00a0; ils changent la page en votre nom, ne les transférez pas.',
  },
  en: {
    hello: 'Hello,',
    page: 'Read the page again',
    subject: {
      proposal: (title: string) => `What became of this proposal? ${title}`,
      commitment: (title: string) => `How is this commitment going? ${title}`,
      fund: (title: string) => `How is this commitment going? ${title}`,
    },
    again: (title: string) => `The one reminder: how is it going? ${title}`,
    question: {
      proposal: (title: string) => `What became of this proposal: “${title}”?`,
      commitment: (title: string) => `How is this commitment going: “${title}”?`,
      fund: (title: string) => `How is this commitment going: “${title}”?`,
    },
    answers: {
      asked: 'Still asked for, no answer known',
      answered: 'An answer was given',
      accepted: 'It is accepted',
      refused: 'It is refused',
      done: 'It is done',
      measured: 'I have a new number',
      same: 'Nothing new',
      unsure: 'I do not know',
    },
    how: 'Choose an answer: the page that opens shows it, and a button sends it. You may add a source there. These links work once, for 60 days; they change the page in your name, so do not forward them.',
  },
})
