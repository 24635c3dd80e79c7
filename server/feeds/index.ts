import { createHash } from 'node:crypto'
import type { Locale } from '../../views/language.tsx'
import type { Deps } from '../deps.ts'
import { listEntries, type Filter } from '../entries/list.ts'
import type { Entry } from '../entries/load.ts'
import type { Kind } from '../kinds/kind.ts'
import { holdsTag } from '../text/held-tag.ts'
import { atom } from './atom.ts'
import { csv } from './csv.ts'
import type { Channel } from './channel.ts'
import { ical } from './ical.ts'
import { jsonFeed } from './json.ts'

interface Rendering {
  mediaType: string
  /** How many entries a reader gets: feeds are read for what is new, tables and calendars for all. */
  limit: number
  render(channel: Channel): string | Promise<string>
}

/** A feed is a rendering of a list: each list exists in each of these forms under its suffix. */
export const formats = {
  atom: { mediaType: 'application/atom+xml', limit: 50, render: atom },
  json: { mediaType: 'application/feed+json', limit: 50, render: jsonFeed },
  csv: { mediaType: 'text/csv', limit: 1000, render: csv },
  ics: { mediaType: 'text/calendar', limit: 500, render: ical },
} as const satisfies Record<string, Rendering>

export type Format = keyof typeof formats

/** A calendar is for kinds that happen at a time. */
export const formatsOf = (kind: Kind | null): Format[] =>
  kind?.when === undefined ? ['atom', 'json', 'csv'] : ['atom', 'json', 'csv', 'ics']

export interface Feed {
  kind: Kind | null
  entries: readonly Entry[]
  /** The feed's own address, suffix and question included. */
  url: string
  /** Else the name of the kind's list. */
  title?: string
  /** Else the hub's own, so that the columns of a table do not change with who asks. */
  locale?: Locale
  filter?: Pick<Filter, 'q' | 'tag'>
  /** Of a calendar for somebody's own. */
  method?: Channel['method']
  /** Where a table goes on. */
  next?: string | null
}

/**
 * What a feed of this list holds: our own entries alone, for `listEntries` begins with `local()` here. A table goes on
 * in further pages; a feed and a calendar end where their readers stop looking.
 */
export async function feedEntries(
  deps: Pick<Deps, 'db' | 'hub' | 'now'>,
  filter: Filter,
  format: Format,
): Promise<{ entries: Entry[]; more: boolean }> {
  if (filter.origin === 'network') return { entries: [], more: false }
  // A calendar without what is over or called off would leave it standing in the reader's own.
  const past = filter.past || format === 'ics'
  const whole: Filter = { ...filter, origin: 'hub', past, page: format === 'csv' ? filter.page : 1 }
  const { entries, more } = await listEntries(deps, whole, formats[format].limit)
  return { entries, more: more && format === 'csv' }
}

/** `asked` are the headers of the request: what its sender already has is not sent again. */
export async function renderFeed(
  deps: Pick<Deps, 'hub'>,
  format: Format,
  feed: Feed,
  asked: Headers = new Headers(),
): Promise<Response> {
  const channel = channelOf(deps, feed)
  const body = await formats[format].render(channel)
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = {
    ETag: etag,
    'Cache-Control': 'public, max-age=0, must-revalidate',
    // Open data: other sites' scripts may read it.
    'Access-Control-Allow-Origin': '*',
    // https://www.rfc-editor.org/rfc/rfc8288
    ...(feed.next && { Link: `<${feed.next}>; rel="next"` }),
  }
  // By the tag alone: when an entry is withdrawn, the date of the newest one goes back or stays.
  if (holdsTag(asked, etag)) return new Response(null, { status: 304, headers })
  return new Response(body, {
    headers: {
      ...headers,
      'Content-Type': `${formats[format].mediaType}; charset=utf-8`,
      ...(format === 'csv' && { 'Content-Disposition': `attachment; filename="${fileName(feed)}"` }),
    },
  })
}

function channelOf({ hub }: Pick<Deps, 'hub'>, feed: Feed): Channel {
  const locale = feed.locale ?? hub.settings.locale
  // Whoever hands over a mixed list: others' entries are theirs to tell.
  const entries = feed.entries.filter(({ envelope }) => envelope.origin === null)
  const asked = [feed.filter?.q ?? '', feed.filter?.tag ? `#${feed.filter.tag}` : '']
    .filter(Boolean)
    .join(' ')
  const title = feed.title ?? feed.kind?.texts[locale].many ?? hub.settings.name
  return {
    title: asked === '' ? title : `${title} – ${asked}`,
    self: feed.url,
    page: pageOf(feed.url),
    hub: { name: hub.settings.name, origin: hub.origin },
    kind: feed.kind,
    locale,
    entries,
    ...(feed.method && { method: feed.method }),
    updatedAt: Math.max(
      hub.settings.initialisedAt ?? 0,
      ...entries.map(({ envelope }) => envelope.updatedAt),
    ),
  }
}

/** `https://hub.example/emplois.atom?tag=bois` → `https://hub.example/emplois?tag=bois` */
function pageOf(self: string): string {
  const url = new URL(self)
  url.pathname = url.pathname.replace(/\.[a-z]+$/, '')
  return url.href
}

/** One page of several says so in its name: it is not the whole table. */
function fileName({ url, next }: Feed): string {
  const { pathname, searchParams } = new URL(url)
  const name = pathname.split('/').at(-1) ?? 'maillon.csv'
  const page = searchParams.get('page') ?? (next ? '1' : null)
  return page === null ? name : name.replace(/\.csv$/, `-${page}.csv`)
}
