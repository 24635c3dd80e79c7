import { ofName } from '../elision.ts'
import { catalogue } from '../language.tsx'

/** What everybody reads when they report something. */
export const reportTexts = catalogue({
  fr: {
    title: 'Signaler',
    lead: 'Les personnes qui modèrent ce site liront votre message. Aucun compte n’est nécessaire.',
    about: 'Vous signalez',
    answerOf: (name: string, title: string) => `la réponse ${ofName(name)} sous «\u00a0${title}\u00a0»`,
    publication: (title: string) => `la publication «\u00a0${title}\u00a0»`,
    from: (host: string) =>
      `Elle vient d’un autre serveur, ${host}\u00a0: nous pouvons la retirer d’ici, pas de là-bas.`,
    which: 'Adresse de la page',
    whichHint: 'Copiez-la depuis la barre d’adresse.',
    unknown: 'Cette adresse ne mène à aucune publication de ce site.',
    reason: 'Que se passe-t-il\u00a0?',
    reasonHint:
      'Propos haineux, arnaque, données personnelles, contenu illégal, erreur… Dites ce qui ne va pas, et où.',
    email: 'Votre adresse électronique',
    emailHint: 'Seulement si vous voulez une réponse. Les personnes qui modèrent sont seules à la voir.',
    member: (name: string) =>
      `Votre nom, ${name}, sera joint. Les personnes qui modèrent sont seules à le voir.`,
    forward: (host: string) => `Demander aussi que ${host} soit prévenu`,
    forwardHint: 'Une personne qui modère relit et décide. Ni votre nom ni votre adresse ne partent.',
    send: 'Envoyer le signalement',
    moderate: 'Vous modérez ce site\u00a0: vous pouvez décider tout de suite.',
    decide: 'Décider',
    tooMany:
      'Trop de signalements sont venus d’ici depuis une heure. Votre texte est gardé ci-dessous\u00a0: réessayez plus tard.',
    thanks: 'Merci',
    thanksLead: 'Votre signalement est transmis aux personnes qui modèrent ce site.',
    next: 'Elles regardent chaque signalement, décident, et notent pourquoi. Si vous avez laissé une adresse, elles peuvent vous répondre.',
    urgent: 'Pour un contenu illégal, la page de contact dit aussi à qui écrire.',
    contact: 'Page de contact',
    back: 'Revenir à la page',
    home: 'Page d’accueil',
  },
  en: {
    title: 'Report',
    lead: 'The people who moderate this site will read your message. No account is needed.',
    about: 'You are reporting',
    answerOf: (name: string, title: string) => `the answer of ${name} under “${title}”`,
    publication: (title: string) => `the publication “${title}”`,
    from: (host: string) => `It comes from another server, ${host}: we can take it away here, not there.`,
    which: 'Address of the page',
    whichHint: 'Copy it from the address bar.',
    unknown: 'This address leads to no publication of this site.',
    reason: 'What is happening?',
    reasonHint: 'Hate, fraud, personal data, illegal content, an error… Say what is wrong, and where.',
    email: 'Your e-mail address',
    emailHint: 'Only if you want an answer. Nobody but the people who moderate sees it.',
    member: (name: string) => `Your name, ${name}, goes with it. Nobody but the people who moderate sees it.`,
    forward: (host: string) => `Ask that ${host} be told too`,
    forwardHint:
      'A person who moderates reads it again and decides. Neither your name nor your address leaves.',
    send: 'Send the report',
    moderate: 'You moderate this site: you can decide at once.',
    decide: 'Decide',
    tooMany: 'Too many reports came from here in the last hour. Your text is kept below: try again later.',
    thanks: 'Thank you',
    thanksLead: 'Your report has gone to the people who moderate this site.',
    next: 'They look at every report, decide, and note why. If you left an address, they can answer you.',
    urgent: 'For illegal content, the contact page also says whom to write to.',
    contact: 'Contact page',
    back: 'Back to the page',
    home: 'Home page',
  },
})
