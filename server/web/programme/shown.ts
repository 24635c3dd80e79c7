import type { ShownDebate, ShownMinutes } from '../../../views/programme/programme.tsx'
import { daysUntil, formatRange, formatMoment, machineMoment } from '../../../views/format.ts'
import type { Locale } from '../../../views/language.tsx'
import type { Deps } from '../../deps.ts'
import type { Entry } from '../../entries/load.ts'
import { endOf, startOf, type EventFields } from '../../kinds/event/fields.ts'
import { debatesOf, eventOf, minutesOf } from '../../programme/queries.ts'
import { spokenIn } from '../entries/look.ts'

/** What is on the programme, in the words of its pages. */
export async function shownDebates(deps: Deps, entry: Entry, locale: Locale): Promise<ShownDebate[]> {
  const debates = await debatesOf(deps, entry)
  return Promise.all(
    debates.flatMap((debate) => {
      const event = eventOf(debate)
      return event === null ? [] : [shown(deps, debate, event, locale)]
    }),
  )
}

async function shown(deps: Deps, debate: Entry, event: EventFields, locale: Locale): Promise<ShownDebate> {
  const { title, path, summary } = debate.envelope
  const [minutes = null] = await shownMinutes(deps, debate)
  return {
    ...{ title, href: path, summary, minutes },
    language: spokenIn(debate.envelope, locale),
    when: momentOf(event, locale),
    at: machineMoment(startOf(event)),
    room: event.room,
    speakers: event.speakers.map(({ name, role }) => (role === null ? name : `${name}, ${role}`)),
    status: event.status,
  }
}

/** Its minutes, and how many days after its end each was published. */
export async function shownMinutes(deps: Deps, entry: Entry): Promise<ShownMinutes[]> {
  const event = eventOf(entry)
  return (await minutesOf(deps, entry)).map(({ envelope: { title, path, language, publishedAt } }) => ({
    ...{ title, path, language },
    days:
      event === null || publishedAt === null
        ? null
        : daysUntil(publishedAt, endOf(event) ?? startOf(event), event.timeZone),
  }))
}

export function momentOf(event: EventFields, locale: Locale): string {
  const end = endOf(event)
  return end === null
    ? formatMoment(startOf(event), locale, event.timeZone)
    : formatRange(startOf(event), end, locale, event.timeZone)
}
