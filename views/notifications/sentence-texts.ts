import { catalogue } from '../language.tsx'

/** What happened, in one sentence each. */
export const sentenceTexts = catalogue('views/notifications/sentence-texts', {
  fr: {
    sentences: {
      toComment: (who: string, title: string) =>
        `${who} a répondu à votre réponse sous «\u00a0${title}\u00a0»`,
      toEntry: (who: string, title: string) =>
        `${who} a répondu sous «\u00a0${title}\u00a0», que vous avez publié`,
      mention: (who: string, title: string) => `${who} vous nomme sous «\u00a0${title}\u00a0»`,
      discussion: (who: string, title: string) => `${who} a répondu sous «\u00a0${title}\u00a0»`,
      publication: (title: string) => `Nouvelle publication\u00a0: «\u00a0${title}\u00a0»`,
      message: 'Un message d’un autre serveur attend une réponse',
      inquiry: (title: string) => `On vous écrit au sujet de «\u00a0${title}\u00a0»`,
      registered: (counted: string, title: string) => `${counted} à «\u00a0${title}\u00a0»`,
      registrations: { one: 'inscription', other: 'inscriptions' },
      visit: (title: string) => `Un établissement demande une intervention\u00a0: «\u00a0${title}\u00a0»`,
      grouping: {
        asked: (subject: string, _: string) =>
          `Une organisation veut répondre avec la vôtre\u00a0: «\u00a0${subject}\u00a0»`,
        accepted: (subject: string, _: string) =>
          `Votre organisation fait partie du groupement\u00a0: «\u00a0${subject}\u00a0»`,
        declined: (subject: string, _: string) =>
          `Votre organisation n’est pas retenue dans le groupement\u00a0: «\u00a0${subject}\u00a0»`,
        said: (subject: string, counted: string) =>
          `${counted} de vos partenaires\u00a0: «\u00a0${subject}\u00a0»`,
        other: (subject: string, _: string) =>
          `Du nouveau dans le groupement\u00a0: «\u00a0${subject}\u00a0»`,
      },
      messages: { one: 'message', other: 'messages' },
      membership: {
        joins: (who: string, title: string) => `${who} demande à faire partie de «\u00a0${title}\u00a0»`,
        invited: (who: string, title: string) =>
          `${who} dit que «\u00a0${title}\u00a0» fait partie de son réseau`,
        agreed: (who: string, title: string) => `${who} a dit oui à «\u00a0${title}\u00a0»`,
        ended: (who: string, title: string) =>
          `${who} a refusé ou quitté le lien avec «\u00a0${title}\u00a0»`,
        other: (who: string, title: string) => `Du nouveau entre ${who} et «\u00a0${title}\u00a0»`,
      },
      project: {
        submitted: (title: string, counted: string) => `${counted} pour «\u00a0${title}\u00a0»`,
        juror: (title: string, _: string) => `Vous faites partie du jury de «\u00a0${title}\u00a0»`,
        decided: (title: string, _: string) => `La décision est publiée\u00a0: «\u00a0${title}\u00a0»`,
        other: (title: string, _: string) => `Du nouveau\u00a0: «\u00a0${title}\u00a0»`,
      },
      projects: { one: 'projet déposé', other: 'projets déposés' },
      check: (title: string) => `Dites où en est «\u00a0${title}\u00a0»`,
      report: 'Un signalement attend un regard',
      held: (title: string) => `Une réponse sous «\u00a0${title}\u00a0» attend d’être relue`,
      review: (title: string) => `«\u00a0${title}\u00a0» attend une relecture`,
    },
    decided: {
      own: {
        'comment-shown': (title: string) => `Votre réponse sous «\u00a0${title}\u00a0» est visible`,
        'comment-hidden': (title: string) => `Votre réponse sous «\u00a0${title}\u00a0» a été masquée`,
        'comment-deleted': (title: string) => `Votre réponse sous «\u00a0${title}\u00a0» a été effacée`,
        'picture-removed': (_: string) => 'La photo affichée à côté de vos réponses a été retirée',
        'entry-removed': (title: string) => `«\u00a0${title}\u00a0» a été retiré`,
        'topic-accepted': (title: string) => `Votre sujet «\u00a0${title}\u00a0» est publié`,
        'topic-refused': (title: string) => `Votre sujet «\u00a0${title}\u00a0» n’a pas été publié`,
        other: (title: string) => `Une décision a été prise au sujet de «\u00a0${title}\u00a0»`,
      },
      report: (outcome: string, title: string) =>
        `Votre signalement sur «\u00a0${title}\u00a0»\u00a0: ${outcome}`,
      outcomes: {
        none: 'il a été lu, et rien n’a été retiré',
        handled: 'il a été traité',
        shown: 'la réponse reste visible',
        'picture-removed': 'la photo a été retirée',
        hidden: 'la réponse a été masquée',
        deleted: 'la réponse a été effacée',
        removed: 'la publication a été retirée',
        'author-blocked': 'son compte a été bloqué ici',
        'host-blocked': 'son serveur a été bloqué ici',
        other: 'il a été traité',
      },
    },
  },
  en: {
    sentences: {
      toComment: (who: string, title: string) => `${who} replied to your answer under “${title}”`,
      toEntry: (who: string, title: string) => `${who} answered under “${title}”, which you published`,
      mention: (who: string, title: string) => `${who} names you under “${title}”`,
      discussion: (who: string, title: string) => `${who} answered under “${title}”`,
      publication: (title: string) => `New publication: “${title}”`,
      message: 'A message from another server waits for an answer',
      inquiry: (title: string) => `Someone writes to you about “${title}”`,
      registered: (counted: string, title: string) => `${counted} for “${title}”`,
      registrations: { one: 'registration', other: 'registrations' },
      visit: (title: string) => `A school asks for a talk: “${title}”`,
      grouping: {
        asked: (subject: string, _: string) => `An organisation would answer with yours: “${subject}”`,
        accepted: (subject: string, _: string) => `Your organisation is in the group: “${subject}”`,
        declined: (subject: string, _: string) =>
          `Your organisation was not taken into the group: “${subject}”`,
        said: (subject: string, counted: string) => `${counted} from your partners: “${subject}”`,
        other: (subject: string, _: string) => `Something happened in the group: “${subject}”`,
      },
      messages: { one: 'message', other: 'messages' },
      membership: {
        joins: (who: string, title: string) => `${who} asks to belong to “${title}”`,
        invited: (who: string, title: string) => `${who} says that “${title}” belongs to its network`,
        agreed: (who: string, title: string) => `${who} said yes to “${title}”`,
        ended: (who: string, title: string) => `${who} refused or ended the link with “${title}”`,
        other: (who: string, title: string) => `Something happened between ${who} and “${title}”`,
      },
      project: {
        submitted: (title: string, counted: string) => `${counted} for “${title}”`,
        juror: (title: string, _: string) => `You are in the jury of “${title}”`,
        decided: (title: string, _: string) => `The decision is published: “${title}”`,
        other: (title: string, _: string) => `Something happened: “${title}”`,
      },
      projects: { one: 'project submitted', other: 'projects submitted' },
      check: (title: string) => `Say what became of “${title}”`,
      report: 'A report waits for a look',
      held: (title: string) => `An answer under “${title}” waits to be read`,
      review: (title: string) => `“${title}” waits for a review`,
    },
    decided: {
      own: {
        'comment-shown': (title: string) => `Your answer under “${title}” is visible`,
        'comment-hidden': (title: string) => `Your answer under “${title}” was hidden`,
        'comment-deleted': (title: string) => `Your answer under “${title}” was deleted`,
        'picture-removed': (_: string) => 'The picture beside your answers was removed',
        'entry-removed': (title: string) => `“${title}” was taken away`,
        'topic-accepted': (title: string) => `Your topic “${title}” is published`,
        'topic-refused': (title: string) => `Your topic “${title}” was not published`,
        other: (title: string) => `Something was decided about “${title}”`,
      },
      report: (outcome: string, title: string) => `Your report on “${title}”: ${outcome}`,
      outcomes: {
        none: 'it was read, and nothing was taken away',
        handled: 'it was dealt with',
        shown: 'the answer stays visible',
        'picture-removed': 'the picture was removed',
        hidden: 'the answer was hidden',
        deleted: 'the answer was deleted',
        removed: 'the publication was taken away',
        'author-blocked': 'its account was blocked here',
        'host-blocked': 'its server was blocked here',
        other: 'it was dealt with',
      },
    },
  },
})
