import { ofName } from '../elision.ts'
import { catalogue } from '../language.tsx'

export const discussionTexts = catalogue('views/entries/discussion-texts', {
  fr: {
    title: 'Discussion',
    questions: 'Questions',
    question: 'Question',
    ask: 'Posez ici vos questions d’avance, jusqu’au début du débat\u00a0: celles et ceux qui l’animent les liront.',
    count: { one: 'réponse', other: 'réponses' },
    none: 'Personne n’a encore répondu. Une question, une précision\u00a0? Commencez.',
    notAll: 'Il se peut que des réponses manquent ici.',
    readOn: (host: string) => `La discussion continue sur ${host}`,
    over: 'Cette discussion est close\u00a0: on n’y répond plus.',
    reply: 'Répondre',
    replyTo: (name: string) => `Répondre à ${name}`,
    replyFromHome: 'Répondre de chez moi',
    replyFromHomeTo: (name: string) => `Répondre à ${name} depuis mon propre serveur`,
    warning: 'Ajouter un avertissement',
    warningLabel: 'Avertissement',
    warningHint: 'Votre texte sera replié derrière cette ligne\u00a0: on ne l’ouvre que si on le veut.',
    delete: 'Effacer',
    deleteOf: (name: string) => `Effacer la réponse ${ofName(name)}`,
    erase: {
      title: 'Effacer votre réponse\u00a0?',
      help: 'Son texte disparaît pour de bon, ici et partout où il a été reçu. Ce qui lui répond reste.',
      yes: 'Oui, effacer',
      no: 'Non, revenir',
    },
    hiddenHere: 'Une réponse a été masquée par les personnes qui modèrent.',
    repliesToHidden: 'Réponses à une réponse masquée',
    held: 'Pour l’instant, seules la personne qui l’a écrite et celles qui modèrent la voient.',
    report: 'Signaler',
    reportOf: (name: string) => `Signaler la réponse ${ofName(name)}`,
    yours: 'Votre réponse',
    yoursTo: (name: string) => `Votre réponse à ${name}`,
    yoursAbout: (passage: string) => `Votre commentaire sur «\u00a0${passage}\u00a0»`,
    about: (passage: string, version: number) => `Sur «\u00a0${passage}\u00a0», version ${version}`,
    hint: 'Tout le monde peut la lire. Markdown accepté.',
    hintHere: 'Tout le monde peut la lire sur ce site. Markdown accepté.',
    reach: {
      sentHome: (host: string) =>
        `Votre réponse se lira ici, et sera envoyée à ${host}, d’où vient cette page. Il se peut qu’elle y attende une relecture.`,
      sentToPerson: (host: string, name: string) =>
        `Votre réponse se lira ici, et sera envoyée à ${name}, sur ${host}.`,
      hereNotHome: (host: string) =>
        `Votre réponse ne se lira qu’ici\u00a0: ${host}, d’où vient cette page, ne la recevra pas, car vous n’avez pas encore de nom dans le fédivers.`,
      hereNotToPerson: (host: string, name: string) =>
        `Votre réponse ne se lira qu’ici\u00a0: ${name}, qui écrit depuis ${host}, ne la recevra pas, car vous n’avez pas encore de nom dans le fédivers.`,
      choose: 'Choisir d’abord un nom',
    },
    send: 'Publier la réponse',
    cancel: 'Répondre plutôt à la page',
    enter: 'Se connecter pour répondre',
    elsewhere: 'Depuis votre propre serveur',
    elsewhereTheirs: (host: string) =>
      `Vous avez un compte Mastodon ou ailleurs dans le fédivers\u00a0? Répondez, partagez ou aimez de là. Votre réponse ira à ${host}, d’où vient cette page, et paraîtra là-bas.`,
    elsewhereHow:
      'Vous avez un compte Mastodon ou ailleurs dans le fédivers\u00a0? Répondez, partagez ou aimez de là. Votre réponse paraîtra ici.',
    elsewhereHand: 'Ou collez cette adresse dans la recherche de votre serveur\u00a0:',
  },
  en: {
    title: 'Discussion',
    questions: 'Questions',
    question: 'Question',
    ask: 'Ask your questions here beforehand, until the debate begins: those who lead it will read them.',
    count: { one: 'answer', other: 'answers' },
    none: 'Nobody has answered yet. A question, something to add? Begin.',
    notAll: 'Some answers may be missing here.',
    readOn: (host: string) => `The discussion goes on at ${host}`,
    over: 'This discussion is closed: it takes no more answers.',
    reply: 'Reply',
    replyTo: (name: string) => `Reply to ${name}`,
    replyFromHome: 'Reply from home',
    replyFromHomeTo: (name: string) => `Reply to ${name} from my own server`,
    warning: 'Add a content warning',
    warningLabel: 'Content warning',
    warningHint: 'Your text will be folded behind this line: everyone chooses to open it.',
    delete: 'Delete',
    deleteOf: (name: string) => `Delete the answer of ${name}`,
    erase: {
      title: 'Delete your answer?',
      help: 'Its text disappears for good, here and wherever it was received. What answers it stays.',
      yes: 'Yes, delete',
      no: 'No, go back',
    },
    hiddenHere: 'An answer was hidden by the people who moderate.',
    repliesToHidden: 'Answers to a hidden answer',
    held: 'For now, only its author and the people who moderate see it.',
    report: 'Report',
    reportOf: (name: string) => `Report the answer of ${name}`,
    yours: 'Your answer',
    yoursTo: (name: string) => `Your answer to ${name}`,
    yoursAbout: (passage: string) => `Your comment on “${passage}”`,
    about: (passage: string, version: number) => `On “${passage}”, version ${version}`,
    hint: 'Everyone can read it. Markdown works.',
    hintHere: 'Everyone can read it on this site. Markdown works.',
    reach: {
      sentHome: (host: string) =>
        `Your answer will be read here, and will be sent to ${host}, where this page comes from. It may wait there for a review.`,
      sentToPerson: (host: string, name: string) =>
        `Your answer will be read here, and will be sent to ${name}, on ${host}.`,
      hereNotHome: (host: string) =>
        `Your answer will be read here only: ${host}, where this page comes from, will not receive it, for you have no name on the fediverse yet.`,
      hereNotToPerson: (host: string, name: string) =>
        `Your answer will be read here only: ${name}, who writes from ${host}, will not receive it, for you have no name on the fediverse yet.`,
      choose: 'Choose a name first',
    },
    send: 'Publish the answer',
    cancel: 'Answer the page instead',
    enter: 'Sign in to answer',
    elsewhere: 'From your own server',
    elsewhereTheirs: (host: string) =>
      `Do you have an account on Mastodon or elsewhere on the fediverse? Reply, share or like from there. Your answer will go to ${host}, where this page comes from, and appear there.`,
    elsewhereHow:
      'Do you have an account on Mastodon or elsewhere on the fediverse? Reply, share or like from there. Your answer will appear here.',
    elsewhereHand: 'Or paste this address into the search of your server:',
  },
})
