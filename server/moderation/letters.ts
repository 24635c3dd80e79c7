import { catalogue, type Locale } from '../../views/language.tsx'
import type { Letter } from '../deps.ts'
import { compose } from '../mail/compose.ts'

// What came of a report, for whoever sent it without an account; members are told by `notifications`. Nobody confirmed
// the address: it names neither what was reported nor where it stands, for its title may be what somebody wants to
// spread.

export const noticeSorts = ['report-kept', 'report-acted'] as const
export type NoticeSort = (typeof noticeSorts)[number]

export const isNoticeSort = (text: string): text is NoticeSort => noticeSorts.some((sort) => sort === text)

export function noticeLetter(
  sort: NoticeSort,
  to: { email: string; locale: Locale },
  { hub, link }: { hub: string; link: string },
): Letter {
  const { subject, act, ...t } = texts[to.locale]
  const { text, then } = t[sort]
  return compose({ to, hub, subject: subject(hub), body: [text, then, { act, link }], why: 'reported' })
}

const texts = catalogue('server/moderation/letters', {
  fr: {
    subject: (hub: string) => `Votre signalement sur ${hub}`,
    act: 'Écrire à la modération',
    'report-kept': {
      text: 'Bonjour,\n\nUne personne a regardé ce que vous avez signalé. Elle a décidé de le laisser en place. Merci de votre signalement.',
      then: 'Si vous n’êtes pas d’accord, écrivez de nouveau, en disant pourquoi.',
    },
    'report-acted': {
      text: 'Bonjour,\n\nUne personne a regardé ce que vous avez signalé, et a agi. Merci de votre signalement.',
      then: 'Si quelque chose vous gêne encore, écrivez de nouveau.',
    },
  },
  en: {
    subject: (hub: string) => `Your report on ${hub}`,
    act: 'Write to the moderators',
    'report-kept': {
      text: 'Hello,\n\nSomebody looked at what you reported. They decided to leave it where it is. Thank you for telling us.',
      then: 'If you do not agree, write again, and say why.',
    },
    'report-acted': {
      text: 'Hello,\n\nSomebody looked at what you reported, and acted. Thank you for telling us.',
      then: 'If something still troubles you, write again.',
    },
  },
})
