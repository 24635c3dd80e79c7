import type { Locale } from '../../../views/language.tsx'
import type { Deps } from '../../deps.ts'
import { isPublic } from '../../entries/entry.ts'
import type { Entry } from '../../entries/load.ts'
import type { Kind } from '../../kinds/kind.ts'
import { objectOf } from '../../kinds/envelope.ts'
import { handleOf } from '../../entries/queries.ts'
import { excerpt, plainText } from '../../text/html.ts'
import type { Picture } from '../../../views/components/card.tsx'
import type { CardImage } from '../../../views/shell/shell.ts'
import type { PageProps } from '../page.tsx'
import { entryImage } from '../sharing/banner-of.ts'
import { oembedOf } from '../sharing/oembed.ts'
import { wasRevised } from './article.tsx'
import { hostOf, outside, pictureOf } from './look.ts'
import { formatLabelled } from '../../../views/format.ts'

/** What the frame of an entry's page says to those who do not read the page: engines, cards, servers. */
export async function frameOf(
  deps: Deps,
  { envelope, kind, fields, unfinished }: Entry,
  locale: Locale,
): Promise<PageProps> {
  const { origin: hubOrigin } = deps.hub
  const { origin, publishedAt } = envelope
  const open = isPublic(envelope.state)
  const object = objectOf(envelope)
  return {
    title: envelope.title,
    description: envelope.summary || excerpt(plainText(envelope.html), 200) || inFacts(kind, fields, locale),
    active: kind.name,
    // A remote entry has its page at home: ours must not be found in its place.
    ...(open ? { canonical: outside(envelope.url) ?? hubOrigin + envelope.path } : {}),
    ...(open && origin === null ? {} : { robots: 'noindex' }),
    alternates: [
      ...(open && object !== null
        ? [{ type: 'application/activity+json', href: object, title: kind.texts[locale].one }]
        : []),
      ...(open && origin === null ? [oembedOf(deps, envelope.path, envelope.title)] : []),
    ],
    og: {
      type: 'article',
      language: envelope.language,
      ...imageOf(deps, { envelope, kind, fields, unfinished }, locale),
      ...(publishedAt === null ? {} : { publishedAt: new Date(publishedAt).toISOString() }),
      ...(wasRevised(envelope) ? { modifiedAt: new Date(envelope.updatedAt).toISOString() } : {}),
      tags: envelope.tags.map(({ label }) => label),
      // Whose word another hub's is, it says on its own page.
      creator: origin === null ? await creatorOf(deps, { envelope, kind }) : null,
    },
  }
}

/** Of what has no words: the first facts that are known. */
const inFacts = (kind: Kind, fields: Entry['fields'], locale: Locale): string =>
  (fields === null ? [] : kind.facts(fields, locale))
    .filter(({ value }) => value !== '')
    .slice(0, 4)
    .map(({ label, value }) => formatLabelled(label, value, locale))
    .join(' · ')

/** Its own picture, else one that is drawn of its words; of what others said, nothing is drawn here. */
function imageOf(deps: Deps, entry: Entry, locale: Locale): { image?: CardImage } {
  const { envelope } = entry
  const picture = pictureOf(envelope, 'full')
  if (picture !== null) return { image: pictured(deps.hub.origin, picture) }
  if (envelope.origin !== null || !isPublic(envelope.state)) return {}
  return { image: entryImage(deps, entry, locale) }
}

/** How large one from elsewhere is, is a guess until it was fetched: left unsaid. */
const pictured = (hubOrigin: string, { src, alt, width, height }: Picture): CardImage => ({
  ...{ url: hubOrigin + src, alt, type: 'image/webp' },
  ...(src.startsWith('/media/r/') ? { width: 0, height: 0 } : { width, height }),
})

/** Who is named on the card of a link: the organisation that speaks, if it is hosted here, whoever says it for it. */
export async function creatorOf(deps: Deps, entry: Pick<Entry, 'envelope' | 'kind'>): Promise<string> {
  const { organisationId } = entry.envelope
  const hosted = organisationId === null ? null : await handleOf(deps.db, organisationId)
  return hosted === null ? voiceOf(deps, entry) : `@${hosted}@${hostOf(deps.hub.origin)}`
}

/**
 * The account that says the entry to the fediverse: its section's; what the forum announces is said by the
 * hosted organisation, else by the hub. `@emplois@hub.example`
 */
export async function voiceOf(
  deps: Deps,
  { envelope, kind }: Pick<Entry, 'envelope' | 'kind'>,
): Promise<string> {
  const host = hostOf(deps.hub.origin)
  if (kind.section !== null && kind.section !== 'forum') return `@${kind.section}@${host}`
  const own = envelope.organisationId ?? (kind.section === null ? envelope.id : null)
  const hosted = own === null ? null : await handleOf(deps.db, own)
  return `@${hosted ?? deps.hub.settings.handle}@${host}`
}
