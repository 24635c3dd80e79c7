import type { Deps, Letter } from '../deps.ts'
import type { Entry } from '../entries/load.ts'
import { entriesOfRows } from '../entries/queries.ts'
import { renderFeed } from '../feeds/index.ts'
import { seatsOf } from '../inquiries/seats.ts'

/** The event and the debates that were chosen, for one's own calendar; or what takes the event out of it. */
export async function calendarOf(
  deps: Pick<Deps, 'db' | 'hub'>,
  entry: Entry,
  { n }: { n: number },
  method: 'PUBLISH' | 'CANCEL' = 'PUBLISH',
): Promise<NonNullable<Letter['calendar']>> {
  const { path, slug, title } = entry.envelope
  const debates = method === 'CANCEL' ? [] : await entriesOfRows(deps, await seatsOf(deps.db, n))
  const url = `${deps.hub.origin}${path}.ics`
  const feed = { kind: entry.kind, entries: [entry, ...debates], url, title, method }
  return { method, filename: `${slug}.ics`, content: await (await renderFeed(deps, 'ics', feed)).text() }
}

/** What is said instead of when and where. */
export const calledOff = 'cancelled'

/** When and where, in one line: what is compared with what they were told. */
export function toldOf({ envelope, kind, fields }: Entry): string | null {
  const when = fields === null ? null : (kind.when?.(envelope, fields) ?? null)
  if (when === null) return null
  if (envelope.state === 'withdrawn' || when.status === 'cancelled') return calledOff
  return [when.startsAt, when.endsAt ?? '', when.location ?? ''].join('|')
}
