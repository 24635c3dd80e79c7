import type { Entry } from '../entries/load.ts'
import { pointOf, positionOf } from '../places/position.ts'
import { authorOf, htmlOf, pictureOf, type Channel } from './channel.ts'

/** https://www.jsonfeed.org/version/1.1/ — what it has no word for is in `_maillon`. */
export const jsonFeed = (channel: Channel): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: channel.title,
    home_page_url: channel.page,
    feed_url: channel.self,
    language: channel.locale,
    authors: [{ name: channel.hub.name, url: channel.hub.origin }],
    items: channel.entries.map((entry) => item(entry, channel)),
  })

function item(entry: Entry, channel: Channel) {
  const { envelope, kind, fields } = entry
  const picture = pictureOf(entry, channel)
  return {
    id: envelope.apId,
    url: envelope.url,
    title: envelope.title,
    ...(envelope.summary !== '' && { summary: envelope.summary }),
    content_html: htmlOf(entry, channel.locale),
    ...(picture !== null && { image: picture }),
    date_published: new Date(envelope.publishedAt ?? envelope.createdAt).toISOString(),
    date_modified: new Date(envelope.updatedAt).toISOString(),
    authors: [authorOf(entry, channel)],
    tags: envelope.tags.map(({ label }) => label),
    language: envelope.language,
    _maillon: {
      kind: kind.name,
      state: envelope.state,
      direction: envelope.direction,
      startsAt: iso(envelope.startsAt),
      closesAt: iso(envelope.closesAt),
      licence: envelope.licence,
      place: envelope.placeCode === null ? null : { code: envelope.placeCode, label: envelope.placeLabel },
      position: pointOf(positionOf(envelope)),
      organisation: envelope.organisationId,
      fields,
    },
  }
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())
