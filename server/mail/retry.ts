// When a letter that could not leave is tried again, for all that is sent again and again.

const hour = 3_600_000

/** After a letter that was refused: 1 h, 2 h, 4 h… and a day at most. */
export const retryAfter = (failures: number): number => Math.min(24 * hour, hour * 2 ** failures)

/** After one that found no relay; the others that wait go first. */
export const relayAfter = hour / 6

/** So many refused in a row, over more than four days: nobody reads there any more. */
export const mostFailures = 9

/** The relay refused this letter (RFC 5321 §4.2.1), and may take the next; anything else is no mail at all. */
export const isOfOneAddress = (error: unknown): boolean =>
  error instanceof Error &&
  'responseCode' in error &&
  typeof error.responseCode === 'number' &&
  error.responseCode >= 450 &&
  'command' in error &&
  error.command !== 'CONN' &&
  error.command !== 'AUTH'

/**
 * There is no such address (RFC 3463 §3.2): asked again, it is the same. Without that code it may be the relay that wants
 * nothing from us, and every letter would be given up with the first.
 */
export const isNobody = (error: unknown): boolean =>
  isOfOneAddress(error) &&
  error instanceof Error &&
  'response' in error &&
  /^5\d\d[ -]5\.1\./.test(String(error.response))

/** The hour of the day stays, however long the hub was away. */
export const nextAfter = (dueAt: number, period: number, now: number): number =>
  dueAt + (Math.floor((now - dueAt) / period) + 1) * period
