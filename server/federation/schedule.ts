const minute = 60_000
const hour = 60 * minute

/** 1, 5, 15, 60 minutes, 4 and 12 hours, then daily: what neighbours are used to (interop.md §3). */
const waits = [minute, 5 * minute, 15 * minute, hour, 4 * hour, 12 * hour]

/** A week after the first try a delivery is given up. */
const attemptsInAWeek = waits.length + 6

/** Milliseconds until the next try, ±25 % so that a thousand deliveries do not come back at once; null: no more. */
export function retryAfter(attempts: number, chance: number): number | null {
  if (attempts > attemptsInAWeek) return null
  return Math.round((waits[attempts - 1] ?? 24 * hour) * (0.75 + chance / 2))
}

/** What an answer means for a delivery. */
export type Verdict = 'done' | 'knock-again' | 'later' | 'never' | 'gone'

/**
 * 4xx are final except the ones that may pass (interop.md §3 "Final answers"); a refused signature may only be
 * the wrong scheme, so it is knocked once more with the other one.
 */
export function verdictOf(status: number): Verdict {
  if (status >= 200 && status < 300) return 'done'
  if (status === 400 || status === 401 || status === 403) return 'knock-again'
  if (status === 404 || status === 410) return 'gone'
  if (status === 408 || status === 425 || status === 429) return 'later'
  if (status === 501 || (status >= 300 && status < 500)) return 'never'
  return 'later'
}

/** `Retry-After` in seconds or as a date, in milliseconds from now; a day at most, whatever is asked. */
export function askedToWait(header: string | undefined, now: number): number {
  if (header === undefined) return 0
  const seconds = Number(header)
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), 24 * hour) : 0
}

/** After 5 failures in a row a host is left alone: ten minutes, doubling up to six hours. */
export const breakerOpens = 5
export const breakerRest = (failures: number): number =>
  Math.min(10 * minute * 2 ** Math.max(failures - breakerOpens, 0), 6 * hour)
