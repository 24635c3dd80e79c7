import { endOf, startOf, type EventFields } from '../kinds/event/fields.ts'
import { fold } from '../text/fold.ts'

/** Two debates that cannot both be: in one room, or with one person, at the same time. */
export interface Clash {
  first: string
  second: string
  /** The room, or the person. */
  over: string
}

interface Planned {
  title: string
  event: EventFields
}

/** Without an end, a debate is taken for an hour: a warning may be wrong, and forbids nothing. */
const usual = 3_600_000

export const clashesOf = (debates: readonly Planned[]): Clash[] =>
  debates.flatMap((first, index) =>
    debates.slice(index + 1).flatMap((second) =>
      overlap(first.event, second.event)
        ? shared(first.event, second.event).map((over) => ({
            first: first.title,
            second: second.title,
            over,
          }))
        : [],
    ),
  )

function overlap(a: EventFields, b: EventFields): boolean {
  if (a.status === 'cancelled' || b.status === 'cancelled') return false
  return startOf(a) < ending(b) && startOf(b) < ending(a)
}

const ending = (event: EventFields): number => endOf(event) ?? startOf(event) + usual

function shared(a: EventFields, b: EventFields): string[] {
  const inBoth = (one: string | null, others: readonly (string | null)[]) =>
    one !== null && others.some((other) => other !== null && fold(other) === fold(one))
  const sameVenue = fold(a.venue ?? '') === fold(b.venue ?? '')
  const people = b.speakers.map(({ name }) => name)
  return [
    ...(sameVenue && a.room !== null && inBoth(a.room, [b.room]) ? [a.room] : []),
    ...a.speakers.map(({ name }) => name).filter((name) => inBoth(name, people)),
  ]
}
