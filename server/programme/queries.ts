import { and, asc, eq, inArray, isNotNull, sql, type SQL } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { local } from '../entries/list.ts'
import { loadEntries, loadEntry, type Entry } from '../entries/load.ts'
import type { Envelope } from '../kinds/envelope.ts'
import type { EventFields } from '../kinds/event/fields.ts'
import { event } from '../kinds/event/index.tsx'
import { happenings } from '../kinds/event/table.ts'
import { news } from '../kinds/news/table.ts'

interface Reads {
  db: Database
  hub: { origin: string }
}

/** What an event's own fields are, wherever it comes from. */
export const eventOf = ({ kind, fields }: Pick<Entry, 'kind' | 'fields'>): EventFields | null =>
  kind.name === event.name && fields !== null ? (event.fields.safeParse(fields).data ?? null) : null

/** More debates than this no reader finds their way through. */
const most = 200

/** What is on the programme of an event, in its order. */
export async function debatesOf(reads: Reads, { envelope }: Pick<Entry, 'envelope'>): Promise<Entry[]> {
  return loadEntries(reads, {
    where: and(
      inArray(
        entries.n,
        sql`(select ${happenings.entryN} from ${happenings} where ${happenings.partOf} <> '' and ${happenings.partOf} = ${idAtHome(envelope)})`,
      ),
      sameHome(envelope),
      inArray(entries.state, ['published', 'closed']),
    ),
    orderBy: [asc(entries.startsAt), asc(entries.closesAt), asc(entries.n)],
    limit: most,
  })
}

/** The event whose programme this one is on. */
export async function forumOf(reads: Reads, entry: Pick<Entry, 'envelope' | 'kind' | 'fields'>) {
  const partOf = eventOf(entry)?.partOf ?? ''
  if (partOf === '') return undefined
  const { envelope } = entry
  return loadEntry(
    reads,
    and(
      eq(entries.kind, event.name),
      inArray(entries.state, ['published', 'closed']),
      envelope.origin === null
        ? and(local(), eq(entries.id, partOf))
        : eq(entries.apId, new URL(`/ap/objects/${partOf}`, envelope.apId).href),
    ),
  )
}

/** The minutes of an event, the first first. */
export const minutesOf = (reads: Reads, { envelope }: Pick<Entry, 'envelope'>): Promise<Entry[]> =>
  loadEntries(reads, {
    where: and(
      inArray(
        entries.n,
        sql`(select ${news.entryN} from ${news} where ${news.minutesOf} <> '' and ${news.minutesOf} = ${idAtHome(envelope)})`,
      ),
      sameHome(envelope),
      inArray(entries.state, ['published', 'closed']),
    ),
    orderBy: [asc(entries.publishedAt), asc(entries.n)],
    limit: 10,
  })

/** Under which an entry is known at the hub that says it. */
const idAtHome = ({ id, apId, origin }: Envelope): string =>
  origin === null ? id : (apId.split('/').at(-1) ?? '')

/** Only what is said where the event is said: another hub puts nothing on its programme. */
function sameHome({ apId, origin }: Envelope): SQL | undefined {
  if (origin === null) return local()
  const home = `${new URL(apId).origin}/`
  return and(isNotNull(entries.originN), sql`substr(${entries.apId}, 1, ${home.length}) = ${home}`)
}
