import { objectOf } from '../kinds/envelope.ts'
import type { Entry } from '../entries/load.ts'
import { authorOf, htmlOf, pictureOf, type Channel } from './channel.ts'

/** RFC 4287. */
export const atom = (channel: Channel): string => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${channel.locale}">
<id>${text(channel.self)}</id>
<title>${text(channel.title)}</title>
<subtitle>${text(channel.hub.name)}</subtitle>
<updated>${date(channel.updatedAt)}</updated>
<author><name>${text(channel.hub.name)}</name><uri>${text(channel.hub.origin)}</uri></author>
<link rel="self" type="application/atom+xml" href="${text(channel.self)}"/>
<link rel="alternate" type="text/html" href="${text(channel.page)}"/>
<generator uri="${text(channel.hub.origin)}">Maillon</generator>
${channel.entries.map((entry) => item(entry, channel)).join('')}</feed>
`

function item(entry: Entry, channel: Channel): string {
  const { envelope, kind } = entry
  const author = authorOf(entry, channel)
  const object = objectOf(envelope)
  const picture = pictureOf(entry, channel)
  const lines = [
    `<id>${text(envelope.apId)}</id>`,
    `<title>${text(envelope.title)}</title>`,
    `<published>${date(envelope.publishedAt ?? envelope.createdAt)}</published>`,
    `<updated>${date(envelope.updatedAt)}</updated>`,
    `<author><name>${text(author.name)}</name><uri>${text(author.url)}</uri></author>`,
    `<link rel="alternate" type="text/html" hreflang="${text(envelope.language)}" href="${text(envelope.url)}"/>`,
    object === null ? '' : `<link rel="alternate" type="application/activity+json" href="${text(object)}"/>`,
    picture === null ? '' : `<link rel="enclosure" type="image/webp" href="${text(picture)}"/>`,
    category(kind.name, kind.texts[channel.locale].one, {
      scheme: `${channel.hub.origin}/#kind`,
      language: channel.locale,
    }),
    ...envelope.tags.map(({ tag, label }) => category(tag, label)),
    envelope.summary === '' ? '' : `<summary>${text(envelope.summary)}</summary>`,
    envelope.licence === null ? '' : `<rights>${text(envelope.licence)}</rights>`,
    `<content type="html" xml:base="${text(envelope.url)}">${text(htmlOf(entry, channel.locale))}</content>`,
  ]
  return `<entry xml:lang="${text(envelope.language)}">\n${lines.filter(Boolean).join('\n')}\n</entry>\n`
}

/** A label is of the language around it, unless it says another (RFC 4287, section 2 and 4.2.2.3). */
const category = (term: string, label: string, ours?: { scheme: string; language: string }): string =>
  `<category term="${text(term)}" label="${text(label)}"${ours === undefined ? '' : ` scheme="${text(ours.scheme)}" xml:lang="${text(ours.language)}"`}/>`

const date = (at: number): string => new Date(at).toISOString()

/** As text or attribute. Characters that XML cannot hold at all are left out (XML 1.0 §2.2). */
const text = (value: string): string =>
  value
    .toWellFormed()
    // eslint-disable-next-line no-control-regex -- these are the characters to leave out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
