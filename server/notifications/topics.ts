import { letterRhythms, notificationTopics } from '../../db/schema/notifications.ts'

export type Topic = (typeof notificationTopics)[number]
export type LetterRhythm = (typeof letterRhythms)[number]

/** In the order that people choose in. */
export const topics: readonly Topic[] = notificationTopics
export const rhythms: readonly LetterRhythm[] = letterRhythms

export const isTopic = (text: string): text is Topic => topics.some((topic) => topic === text)

/**
 * What somebody is told who has chosen nothing. Requests and what waits for a role are told on the page alone: of those
 * a letter of their own leaves already (`inquiries/forward.ts`, `moderation/alert.ts`).
 */
export const atFirst = { rhythm: 'daily', notOnPage: '', notByMail: 'request duty' } as const

export const listOf = (text: string): Topic[] => text.split(' ').filter(isTopic)

const hour = 3_600_000

/** Between two letters. `hourly`: as it happens, and what happens within the hour comes together. */
export const periods: Readonly<Record<Exclude<LetterRhythm, 'never'>, number>> = {
  hourly: hour,
  daily: 24 * hour,
  weekly: 7 * 24 * hour,
}
