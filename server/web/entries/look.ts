import type { KindLook } from '../../../views/components/kind.tsx'
import type { Picture } from '../../../views/components/card.tsx'
import type { Locale } from '../../../views/language.tsx'
import type { Envelope } from '../../kinds/envelope.ts'
import type { Kind } from '../../kinds/kind.ts'
import { foldTag } from '../../text/fold.ts'

// What views need to know of a kind and of an entry, in their own words.

export const lookOf = (kind: Kind, locale: Locale): KindLook => ({
  name: kind.name,
  label: kind.texts[locale].one,
  icon: kind.icon,
})

/** Thumbnails of remote pictures are made here, by row, and never by address. */
export function pictureOf({ picture, origin }: Envelope, size: 'small' | 'full'): Picture | null {
  if (picture === null) return null
  const { id, alt, width, height } = picture
  // How large it is, is known once it was fetched: until then its place has the shape of a photograph.
  if (origin !== null) return { src: `/media/r/${id}.webp`, alt, width: width || 480, height: height || 320 }
  return { src: `/media/${id}${size === 'small' ? '-480' : ''}.webp`, alt, width, height }
}

export const tagHref = (label: string): string => `/etiquettes/${encodeURIComponent(foldTag(label))}`

/** A language is said where it is not the page's own. */
export const spokenIn = (envelope: Pick<Envelope, 'language'>, locale: Locale): string | undefined =>
  envelope.language === locale ? undefined : envelope.language

export const hostOf = (origin: string): string => new URL(origin).host

/** An address that came from elsewhere, if it leads to the web: `javascript:` is an address too. */
export const outside = (url: string | null | undefined): string | undefined =>
  url !== null && url !== undefined && /^https?:\/\//i.test(url) ? url : undefined

/** A date of our own, for one's own calendar. */
export const calendarOf = ({ envelope, kind }: { envelope: Envelope; kind: Kind }): string | undefined =>
  kind.when === undefined || envelope.origin !== null ? undefined : `${envelope.path}.ics`
