import type { actors } from '../../../db/schema/federation.ts'

const hour = 3_600_000

/** As Mastodon and GoToSocial have it: a second move within a week is not heard, so none is made. */
export const cooldown = 7 * 24 * hour

/** A Move that did not hold may be said again, once the new address says what it lacked; each costs a look there. */
export const lookAgainAfter = hour

type Mover = Pick<typeof actors.$inferSelect, 'movedAt' | 'moveAskedAt'>

export const movedLately = ({ movedAt, moveAskedAt }: Mover, now: number): boolean =>
  (movedAt !== null && movedAt > now - cooldown) ||
  (moveAskedAt !== null && moveAskedAt >= now - lookAgainAfter)

/** When it may move again; null: now. */
export const movableAt = ({ movedAt }: Pick<Mover, 'movedAt'>, now: number): number | null =>
  movedAt === null || movedAt <= now - cooldown ? null : movedAt + cooldown
