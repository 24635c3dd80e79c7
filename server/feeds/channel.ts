import type { Locale } from '../../views/language.tsx'
import type { Entry } from '../entries/load.ts'
import type { Kind } from '../kinds/kind.ts'
import { escapeHtml } from '../text/html.ts'
import { formatLabelled } from '../../views/format.ts'
import { inItsLanguage } from '../../views/in-its-language.ts'

/** A list about to be written in one of the formats. */
export interface Channel {
  title: string
  /** The feed's own address. */
  self: string
  /** The page of the same list. */
  page: string
  hub: { name: string; origin: string }
  /** Null: entries of any kind. */
  kind: Kind | null
  locale: Locale
  /** Our own, never received ones. */
  entries: readonly Entry[]
  updatedAt: number
  /** Of a calendar that is sent to somebody: what it does to theirs (RFC 5546 §3.2). */
  method?: 'PUBLISH' | 'CANCEL'
}

/** All that an entry's page says, as HTML that stands alone: what its kind knows, then its text. */
export function htmlOf({ envelope, kind, fields }: Entry, locale: Locale): string {
  const known = (fields === null ? [] : kind.facts(fields, locale)).filter(({ value }) => value !== '')
  const facts = known.map(
    ({ label, value }) => `<li>${escapeHtml(formatLabelled(label, value, locale))}</li>`,
  )
  // Our own words, in the language of the feed and not that of the entry.
  const { lang, dir } = inItsLanguage(envelope.language === locale ? undefined : locale)
  const said = lang === undefined ? '' : ` lang="${lang}" dir="${dir ?? 'auto'}"`
  const summary = envelope.summary === '' ? '' : `<p>${escapeHtml(envelope.summary)}</p>`
  return (
    summary +
    (facts.length === 0 ? '' : `<ul${said}>${facts.join('')}</ul>`) +
    withFullLinks(envelope.html, envelope.url)
  )
}

/** Who speaks: an organisation of the hub, else the hub. */
export function authorOf({ envelope }: Entry, { hub }: Channel): { name: string; url: string } {
  const { speaker } = envelope
  return speaker === null
    ? { name: hub.name, url: hub.origin }
    : { name: speaker.name, url: speaker.url === null ? hub.origin : new URL(speaker.url, hub.origin).href }
}

export const pictureOf = ({ envelope }: Entry, { hub }: Channel): string | null =>
  envelope.picture === null ? null : `${hub.origin}/media/${envelope.picture.id}.webp`

/** `href="/emplois"` and `src="/media/…"` lead nowhere from a feed reader. The HTML is our own: attributes are always quoted. */
const withFullLinks = (html: string, base: string): string =>
  html.replace(
    /(<(?:a\b[^>]*?\shref|img\b[^>]*?\ssrc)=")([^"]*)"/g,
    (whole, before: string, href: string) => {
      const full = URL.parse(href.replaceAll('&amp;', '&'), base)
      return full === null ? whole : `${before}${escapeHtml(full.href)}"`
    },
  )
