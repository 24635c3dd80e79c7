import { defaultZone } from '../../views/format.ts'

// Wall-clock time and instants, by Intl alone: a library would weigh more than these lines.

const day = 86_400_000

/** The name as the time-zone database spells it, null if it has none. A stranger's event brings any text. */
export function zoneNamed(name: string): string | null {
  if (name === defaultZone) return name
  // Without this, Intl takes offsets too (‘+01:00’), which say nothing of summer.
  if (!/^[A-Za-z][\w+/-]{1,40}$/.test(name)) return null
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return null
  }
}

const [earliest, latest] = [Date.UTC(1900, 0, 2), Date.UTC(2199, 11, 31)]

/**
 * The instant that a stranger's text says, with its offset; null: none, or one in no year that a form takes
 * (moment.ts). Years end where clocks can no longer be set to a zone, and those before 100 are read as 1900 and after.
 */
export function instantSaid(text: string): number | null {
  const instant = Date.parse(text)
  return instant >= earliest && instant < latest ? instant : null
}

/**
 * The instant of `2026-11-28T09:00` on the clocks of a zone. An hour that the spring change skips is read as
 * the clock before it would have shown it; of an hour that comes twice in autumn, the first is meant
 * (RFC 5545 §3.3.5).
 */
export function instantOf(local: string, zone: string): number {
  const wall = Date.parse(`${local}Z`)
  const before = offsetAt(wall - day, zone)
  const after = offsetAt(wall + day, zone)
  const early = wall - before
  const late = wall - after
  return offsetAt(early, zone) === before || offsetAt(late, zone) !== after ? early : late
}

/** What the clocks of a zone show: `2026-11-28T09:00`. */
export const localOf = (instant: number, zone: string): string =>
  new Date(instant + offsetAt(instant, zone)).toISOString().slice(0, 16)

/** `2026-11-28T09:00:00+01:00` */
export function zonedText(instant: number, zone: string): string {
  const minutes = Math.round(offsetAt(instant, zone) / 60_000)
  const size = Math.abs(minutes)
  const pad = (part: number) => String(part).padStart(2, '0')
  return `${localOf(instant, zone)}:00${minutes < 0 ? '-' : '+'}${pad(Math.trunc(size / 60))}:${pad(size % 60)}`
}

/** The last millisecond of `2026-12-15` where the hub's people live. */
export const endOfDay = (date: string, zone: string = defaultZone): number =>
  instantOf(`${date}T23:59`, zone) + 59_999

/** How far the clocks of a zone are ahead of UTC. */
function offsetAt(instant: number, zone: string): number {
  const parts = { year: 0, month: 1, day: 1, hour: 0, minute: 0, second: 0 }
  for (const { type, value } of clock(zone).formatToParts(instant))
    if (Object.hasOwn(parts, type)) Object.assign(parts, { [type]: Number(value) })
  const { year, month, hour, minute, second } = parts
  return Date.UTC(year, month - 1, parts.day, hour, minute, second) - Math.floor(instant / 1000) * 1000
}

/** Bounded by the number of zones: only names from `zoneNamed` come here. */
const clocks = new Map<string, Intl.DateTimeFormat>()

function clock(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  clocks.set(zone, made)
  return made
}
