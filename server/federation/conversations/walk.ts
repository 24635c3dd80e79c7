import { z } from 'zod'

// How far the reading of a conversation has come. It is kept in its errand between two requests: nothing waits for it,
// and a restart goes on where it stopped.

/** Requests in one reading, and for one answer whose way up we look for; answers up to what is known here (rule 27). */
export const conversationLimits = { requests: 50, climb: 20, height: 4 } as const

const address = z.string()

const stop = z.discriminatedUnion('as', [
  /** The entry, at home: it says where its conversation is listed. */
  z.object({ as: z.literal('entry'), at: address }),
  /** An answer that we have: it says where answers to it are listed. */
  z.object({ as: z.literal('branch'), at: address }),
  /** A collection, or a page of one. */
  z.object({
    as: z.literal('list'),
    at: address,
    /** It is the whole conversation, said by who began it; where it cannot be had, `replies` of the entry are read. */
    whole: z.boolean(),
    replies: address.nullable(),
    /** Whoever gives it is followed: it may lead to any host. Another leads to its own, and once to each other. */
    trusted: z.boolean(),
  }),
  /** What may be an answer, and how far above another one it stands. */
  z.object({ as: z.literal('answer'), at: address, height: z.number() }),
])
export type Stop = z.infer<typeof stop>

const walk = z.object({
  left: z.number(),
  stops: z.array(stop),
  /** Addresses that were on the way in this reading: none is asked twice. */
  seen: z.array(address),
  /** Hosts that those led to who are not followed. */
  led: z.array(z.string()),
  /** Nobody lists the whole: answers to answers are looked for, each in its own list. */
  branching: z.boolean(),
  /** The turn that its next host was asked for. */
  turn: z.object({ host: z.string(), at: z.number() }).nullable(),
  /** What became of it all, counted by outcome. */
  counts: z.record(z.string(), z.number()),
})
export type Walk = z.infer<typeof walk>

const progress = z.object({ readings: z.number(), walk: walk.nullable() })
export type Progress = z.infer<typeof progress>

export const readProgress = (stored: unknown): Progress =>
  progress.safeParse(stored).data ?? { readings: 0, walk: null }

export function setOut(stops: Stop[], left: number, branching: boolean): Walk {
  const seen = stops.map(({ at }) => at)
  return { left, stops, seen, led: [], branching, turn: null, counts: {} }
}

export function count(walk: Walk, outcome: string, more = 1): void {
  if (more > 0) walk.counts[outcome] = (walk.counts[outcome] ?? 0) + more
}

/** Each address is gone to once. */
export function goTo(walk: Walk, next: Stop): void {
  if (walk.seen.includes(next.at)) return
  walk.seen.push(next.at)
  walk.stops.push(next)
}

/** Whether who is not followed may lead there: one request to each host, whatever stands in a list (rule 28). */
export function mayLeadTo(walk: Walk, host: string): boolean {
  if (walk.led.includes(host)) return false
  walk.led.push(host)
  return true
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** By then most of those who answer at once have. */
export const firstReading = 10 * minute
const waits = [hour, 6 * hour, day, 3 * day, 7 * day]

/** After so many readings; none: it is left, until another answer comes. */
export const nextReading = (readings: number): number | undefined => waits[readings - 1]
