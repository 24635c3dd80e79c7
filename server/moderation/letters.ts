import { catalogue, type Locale } from '../../views/language.tsx'
import type { Letter } from '../deps.ts'
import { compose } from '../mail/compose.ts'

// What moderation tells those it concerns. Whoever reported may have given an address that nobody confirmed: their
// letter names neither what was reported nor where it stands, for its title may be what somebody wants to spread.

export const toAuthor = [
  'comment-shown',
  'comment-hidden',
  'comment-deleted',
  'entry-removed',
  'topic-accepted',
  'topic-refused',
] as const
export const toReporter = ['report-kept', 'report-acted'] as const
export type NoticeSort = (typeof toAuthor)[number] | (typeof toReporter)[number]

/** Its author finds it there; the others may answer. */
export const isSeen: readonly NoticeSort[] = ['comment-shown', 'topic-accepted', 'topic-refused']

export const isNoticeSort = (text: string): text is NoticeSort =>
  [...toAuthor, ...toReporter].some((sort) => sort === text)

export function noticeLetter(
  sort: NoticeSort,
  to: { email: string; locale: Locale },
  about: { hub: string; link: string; title: string; reason: string },
): Letter {
  const t = texts[to.locale]
  const { subject, text, then } = t[sort]
  const why = about.reason === '' ? [] : [t.why, { said: about.reason }]
  return compose({
    to,
    hub: about.hub,
    subject: subject(about.hub),
    body: [
      text(about.title),
      ...why,
      then,
      { act: isSeen.includes(sort) ? t.act.see : t.act.report, link: about.link },
    ],
    why: 'wrote',
  })
}

const texts = catalogue('server/moderation/letters', {
  fr: {
    why: 'La raison donnée\u00a0:',
    act: { see: 'Voir la page', report: 'Écrire à la modération' },
    'comment-shown': {
      subject: (hub: string) => `Votre réponse est publiée sur ${hub}`,
      text: (title: string) =>
        `Bonjour,\n\nVotre réponse sous «\u00a0${title}\u00a0» a été relue, et tout le monde peut le lire.`,
      then: '',
    },
    'comment-hidden': {
      subject: (hub: string) => `Votre réponse n’est pas visible sur ${hub}`,
      text: (title: string) =>
        `Bonjour,\n\nLa modération a choisi de ne pas montrer votre réponse sous «\u00a0${title}\u00a0».`,
      then: 'Si vous pensez que c’est une erreur, écrivez à la modération\u00a0: une personne vous lira.',
    },
    'comment-deleted': {
      subject: (hub: string) => `Votre réponse est effacée sur ${hub}`,
      text: (title: string) =>
        `Bonjour,\n\nLa modération a effacé votre réponse sous «\u00a0${title}\u00a0».`,
      then: 'Si vous pensez que c’est une erreur, écrivez à la modération\u00a0: une personne vous lira.',
    },
    'entry-removed': {
      subject: (hub: string) => `Votre publication est retirée de ${hub}`,
      text: (title: string) => `Bonjour,\n\nLa modération a retiré «\u00a0${title}\u00a0» du site.`,
      then: 'Si vous pensez que c’est une erreur, écrivez à la modération\u00a0: une personne vous lira.',
    },
    'topic-accepted': {
      subject: (hub: string) => `Votre sujet est publié sur ${hub}`,
      text: (title: string) =>
        `Bonjour,\n\nVotre sujet «\u00a0${title}\u00a0» a été relu, et tout le monde peut le lire.`,
      then: '',
    },
    'topic-refused': {
      subject: (hub: string) => `Votre sujet n’est pas publié sur ${hub}`,
      text: (title: string) =>
        `Bonjour,\n\nLa modération n’a pas publié votre sujet «\u00a0${title}\u00a0». Il vous est rendu comme brouillon\u00a0: vous pouvez le changer et le proposer de nouveau.`,
      then: '',
    },
    'report-kept': {
      subject: (hub: string) => `Votre signalement sur ${hub}`,
      text: () =>
        'Bonjour,\n\nUne personne a regardé ce que vous avez signalé. Elle a décidé de le laisser en place. Merci de nous avoir prévenus.',
      then: 'Si vous n’êtes pas d’accord, écrivez de nouveau, en disant pourquoi.',
    },
    'report-acted': {
      subject: (hub: string) => `Votre signalement sur ${hub}`,
      text: () =>
        'Bonjour,\n\nUne personne a regardé ce que vous avez signalé, et a agi. Merci de nous avoir prévenus.',
      then: 'Si quelque chose vous gêne encore, écrivez de nouveau.',
    },
  },
  en: {
    why: 'The reason given:',
    act: { see: 'See the page', report: 'Write to the moderators' },
    'comment-shown': {
      subject: (hub: string) => `Your answer is published on ${hub}`,
      text: (title: string) => `Hello,\n\nYour answer under “${title}” was read, and everybody can see it.`,
      then: '',
    },
    'comment-hidden': {
      subject: (hub: string) => `Your answer is not shown on ${hub}`,
      text: (title: string) => `Hello,\n\nThe moderators chose not to show your answer under “${title}”.`,
      then: 'If you think this is a mistake, write to the moderators: somebody will read you.',
    },
    'comment-deleted': {
      subject: (hub: string) => `Your answer was deleted on ${hub}`,
      text: (title: string) => `Hello,\n\nThe moderators deleted your answer under “${title}”.`,
      then: 'If you think this is a mistake, write to the moderators: somebody will read you.',
    },
    'entry-removed': {
      subject: (hub: string) => `What you published was removed from ${hub}`,
      text: (title: string) => `Hello,\n\nThe moderators removed “${title}” from the site.`,
      then: 'If you think this is a mistake, write to the moderators: somebody will read you.',
    },
    'topic-accepted': {
      subject: (hub: string) => `Your topic is published on ${hub}`,
      text: (title: string) => `Hello,\n\nYour topic “${title}” was read, and everybody can see it.`,
      then: '',
    },
    'topic-refused': {
      subject: (hub: string) => `Your topic is not published on ${hub}`,
      text: (title: string) =>
        `Hello,\n\nThe moderators did not publish your topic “${title}”. It is a draft of yours again: you can change it and propose it once more.`,
      then: '',
    },
    'report-kept': {
      subject: (hub: string) => `Your report on ${hub}`,
      text: () =>
        'Hello,\n\nSomebody looked at what you reported. They decided to leave it where it is. Thank you for telling us.',
      then: 'If you do not agree, write again, and say why.',
    },
    'report-acted': {
      subject: (hub: string) => `Your report on ${hub}`,
      text: () => 'Hello,\n\nSomebody looked at what you reported, and acted. Thank you for telling us.',
      then: 'If something still troubles you, write again.',
    },
  },
})
