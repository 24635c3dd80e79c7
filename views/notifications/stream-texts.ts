import { catalogue } from '../language.tsx'

/** What a page that is open says when something comes. */
export const streamTexts = catalogue('views/notifications/stream-texts', {
  fr: {
    unread: { one: 'notification non lue', other: 'notifications non lues' },
    answer: { one: 'nouvelle réponse', other: 'nouvelles réponses' },
    answers: (counted: string) => `${counted}\u00a0– afficher`,
  },
  en: {
    unread: { one: 'unread notification', other: 'unread notifications' },
    answer: { one: 'new answer', other: 'new answers' },
    answers: (counted: string) => `${counted} – show`,
  },
})
