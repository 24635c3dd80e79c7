import { catalogue } from '../language.tsx'

/** What moderators read when a report is passed on to another server. */
export const forwardTexts = catalogue('views/moderation/forward-texts', {
  fr: {
    title: (host: string) => `Transmettre à ${host}`,
    how: (host: string) =>
      `Les personnes qui modèrent ${host} recevront ce texte au nom de ce site, jamais au nom de la personne qui a signalé. Ce qui est parti ne se rattrape pas. Transmettez avant de retirer\u00a0: après, il n’y a plus rien à montrer.`,
    content: 'Ce qu’elles liront',
    contentHint: 'C’est le texte du signalement\u00a0: relisez-le, et enlevez ce qui dirait de qui il vient.',
    send: (host: string) => `Transmettre à ${host}`,
    wish: (host: string) => `La personne qui signale souhaite que ${host} soit prévenu, sans son nom.`,
    forwarded: (host: string) => `Transmis à ${host} le`,
    arrivals: {
      waiting: 'Pas encore remis\u00a0: l’envoi est en cours.',
      delivered: 'Remis.',
      refused: 'Pas remis\u00a0: ce serveur n’en a pas voulu.',
      unsent: 'Pas parti\u00a0: ce compte n’est plus joignable, ou il a été bloqué entre-temps.',
      past: '',
    },
  },
  en: {
    title: (host: string) => `Forward to ${host}`,
    how: (host: string) =>
      `The people who moderate ${host} will get this text in the name of this site, never of the person who reported. What has left cannot be called back. Forward before you take something away: afterwards there is nothing left to show.`,
    content: 'What they will read',
    contentHint:
      'This is the text of the report: read it again, and take out what would tell whom it comes from.',
    send: (host: string) => `Forward to ${host}`,
    wish: (host: string) => `The person who reports wishes that ${host} be told, without their name.`,
    forwarded: (host: string) => `Forwarded to ${host} on`,
    arrivals: {
      waiting: 'Not delivered yet: it is on its way.',
      delivered: 'Delivered.',
      refused: 'Not delivered: that server would not have it.',
      unsent: 'Not sent: this account cannot be reached any more, or was blocked meanwhile.',
      past: '',
    },
  },
})
