import type { MastodonPost } from '../../../views/entries/preview.tsx'
import { localeOf } from '../../../views/language.tsx'
import type { Deps } from '../../deps.ts'
import type { Entry } from '../../entries/load.ts'
import { hashtagOf } from '../../text/fold.ts'
import { excerpt, plainText, safeHtml } from '../../text/html.ts'
import { voiceOf } from './frame.ts'
import { hostOf, pictureOf } from './look.ts'

/**
 * What Mastodon makes of what the kind sends: the whole of a Note; of any other type only its name, its
 * summary and a link. A picture keeps the link card away. Null: entries of this kind are not sent.
 */
export async function postOf(deps: Deps, { envelope, kind, fields }: Entry): Promise<MastodonPost | null> {
  if (kind.section === null || fields === null) return null
  const { settings, origin } = deps.hub
  const locale = localeOf(envelope.language) ?? 'fr'
  const wire = kind.toObject(envelope, fields, locale)
  const handle = await voiceOf(deps, { envelope, kind })
  const picture = kind.pictureTravels ? pictureOf(envelope, 'full') : null
  const isNote = wire.type === 'Note'
  return {
    name: kind.section === 'forum' ? (envelope.speaker?.name ?? settings.name) : settings.name,
    handle,
    announcedBy: kind.section === 'forum' ? `@forum@${hostOf(origin)}` : null,
    converted: isNote
      ? null
      : { title: wire.name ?? envelope.title, summary: plainText(wire.summary ?? ''), url: envelope.url },
    html: isNote ? safeHtml(wire.content) : '',
    language: envelope.language,
    tags: envelope.tags.map(({ label }) => hashtagOf(label)),
    picture,
    card: picture === null ? cardOf(deps, envelope) : null,
  }
}

/** Made by Mastodon from the page's own description. */
function cardOf({ assets, hub }: Deps, envelope: Entry['envelope']): NonNullable<MastodonPost['card']> {
  const text = envelope.summary === '' ? plainText(envelope.html) : envelope.summary
  return {
    host: hostOf(hub.origin),
    title: envelope.title,
    description: excerpt(text, 120),
    image: pictureOf(envelope, 'small')?.src ?? assets.manifest['icon.png'] ?? '/static/icon.png',
  }
}
