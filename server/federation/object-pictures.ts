import type { Deps } from '../deps.ts'
import type { Envelope } from '../kinds/envelope.ts'
import type { Kind, WireObject } from '../kinds/kind.ts'
import { picturesShown } from '../text/html.ts'
import type { JsonObject } from './json-object.ts'

/**
 * Mobilizon knows an event's picture as a Document of this very name. Mastodon reads the description in `summary`
 * first; others take `name` for it.
 */
export function ownPicture(
  { hub }: Pick<Deps, 'hub'>,
  { picture }: Envelope,
  kind: Kind,
  type: WireObject['type'],
): JsonObject[] {
  if (picture === null || !kind.pictureTravels) return []
  const { id, alt, width, height } = picture
  return [
    {
      type: type === 'Event' ? 'Document' : 'Image',
      mediaType: 'image/webp',
      url: `${hub.origin}/media/${id}.webp`,
      name: type === 'Event' ? banner : alt,
      ...(alt === '' ? {} : { summary: alt }),
      width,
      height,
    },
  ]
}

/** Mastodon shows four pictures of a post, and refuses none for having more. */
const mostPictures = 4

/**
 * The pictures of the text, which the text itself does not carry: `content` has only what every server keeps. Those that
 * add nothing stay here, and so do those of events, of whose pictures others know one.
 */
export function picturesInText(
  { hub }: Pick<Deps, 'hub'>,
  { html, picture }: Envelope,
  kind: Kind,
  type: WireObject['type'],
): JsonObject[] {
  if (!kind.pictureTravels || type === 'Event') return []
  return picturesShown(html)
    .filter(({ id }) => id !== picture?.id)
    .slice(0, mostPictures - (picture === null ? 0 : 1))
    .map(({ id, alt, width, height }) => ({
      type: 'Image',
      mediaType: 'image/webp',
      url: `${hub.origin}/media/${id}.webp`,
      name: alt,
      summary: alt,
      width,
      height,
    }))
}

export const banner = 'Banner'
