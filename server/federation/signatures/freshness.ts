const hour = 3_600_000
const fiveMinutes = 300_000

/**
 * Whether a signed moment is near enough: an hour back for queues and slow clocks, five minutes ahead. Within this
 * window the receiver remembers what it has seen; outside it nothing is accepted.
 */
export function isFresh(moment: number, now: number): boolean {
  return moment >= now - hour && moment <= now + fiveMinutes
}

/** A `Date` header in its one modern form, else null. https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7 */
export function readHttpDate(text: string): number | null {
  if (!imfFixdate.test(text)) return null
  const moment = Date.parse(text)
  return Number.isNaN(moment) ? null : moment
}

const imfFixdate =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/
