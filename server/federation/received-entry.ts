import { z } from 'zod'
import type { ReceivedEntry } from '../entries/receive.ts'
import { kindOf } from '../kinds/index.ts'
import type { Kind } from '../kinds/kind.ts'
import { instantSaid } from '../kinds/zoned.ts'
import { positionAt, type Position } from '../places/position.ts'
import { escapeHtml } from '../text/html.ts'
import { plainLine } from '../text/plain-line.ts'
import { sameOrigin } from './address.ts'
import { itemParts } from './item.ts'
import type { Identified, NormalisedObject } from './normalise.ts'
import type { NormalisedMedia } from './normalise/shape.ts'
import { banner } from './object-pictures.ts'

/** The shared part of `maillonItem`, each value kept only if it is well made; tags and texts may be left out. */
const item = z.object({
  // The shared part means the same in every version; a kind's fields are read in the versions it knows.
  v: z.number().int().positive(),
  title: itemParts.title,
  summary: itemParts.summary.catch(''),
  language: itemParts.language.catch('fr'),
  licence: itemParts.licence.catch(null),
  place: itemParts.place.catch(null),
  position: itemParts.position.catch(null),
  closed: itemParts.closed.catch(false),
  organisation: itemParts.organisation.unwrap().pick({ name: true }).nullable().catch(null),
  tags: itemParts.tags.nullable().catch(null),
  text: itemParts.text.nullable().catch(null),
})

/**
 * A remote object as an entry, or null when it is none of ours to keep: a hub's by its typed item, a stranger's by
 * its type (an Article is news, an Event an event). Where the fields fail or the version is unknown, the envelope
 * is kept without them: readable, and not lost.
 */
export function receivedEntry(object: Identified<NormalisedObject>, now: number): ReceivedEntry | null {
  const kind = kindOf(object.raw)
  return kind === undefined ? null : entryOf(kind, object, now)
}

/** What an entry is read from: an object, or an actor that is one. */
export type Told = Identified<
  Pick<
    NormalisedObject,
    | 'id'
    | 'type'
    | 'raw'
    | 'url'
    | 'name'
    | 'summary'
    | 'content'
    | 'language'
    | 'context'
    | 'location'
    | 'tags'
    | 'attachments'
    | 'image'
    | 'startTime'
    | 'published'
    | 'updated'
    | 'maillonItem'
  >
>

/** The same as an entry of a kind that is known otherwise; `titled` where it has no name. */
export function entryOf(kind: Kind, object: Told, now: number, titled = ''): ReceivedEntry | null {
  const url = webPage(object)
  if (url === null) return null
  const claimed = item.safeParse(object.maillonItem).data
  const title = words(claimed?.title, object.name, 200) || titled
  if (title === '') return null
  const fields = kind.fields.safeParse(kind.fromObject(object.raw))
  const publishedAt = Math.min(time(object.published) ?? now, now)
  const picture =
    object.image ??
    object.attachments.find(
      ({ mediaType, type }) => type === 'Image' || mediaType?.startsWith('image/') === true,
    )
  return {
    apId: object.id,
    url,
    context: object.context !== null && sameOrigin(object.context, object.id) ? object.context : null,
    kind,
    title,
    summary: words(claimed?.summary, summaryOf(object), 2000),
    // What `content` says around it, title and facts and links, stands on the page already.
    html: claimed?.text ?? object.content ?? '',
    language: claimed?.language ?? object.language ?? 'fr',
    licence: claimed?.licence ?? null,
    placeCode: claimed?.place?.code ?? null,
    placeLabel: words(claimed?.place?.label, object.location?.name, 100) || null,
    ...whereOf(object, claimed?.position),
    startsAt: null,
    closesAt: null,
    direction: null,
    ...(fields.success ? kind.derive(fields.data) : strangersTimes(kind, object)),
    organisationName: words(claimed?.organisation?.name, null, 200) || null,
    tags: tagsOf(object, claimed?.tags ?? null),
    state: claimed?.closed === true ? 'closed' : 'published',
    publishedAt,
    updatedAt: Math.max(Math.min(time(object.updated) ?? publishedAt, now), publishedAt),
    picture:
      picture === undefined || picture === null ? null : { sourceUrl: picture.url, alt: altOf(picture) },
    fields: fields.success ? fields.data : null,
  }
}

/** What lies nowhere on earth is left out, and costs the entry nothing else. */
function whereOf(
  { location }: Told,
  claimed: Position | null | undefined,
): Pick<ReceivedEntry, 'latitude' | 'longitude'> {
  const said = claimed ?? location
  return positionAt(said?.latitude, said?.longitude) ?? { latitude: null, longitude: null }
}

/** Mobilizon's word for what the picture is for says nothing of what is on it. */
const altOf = ({ name }: NormalisedMedia): string => (name === banner ? '' : plainLine(name ?? '', 1000))

/** As they were typed, else as hashtags, whose words are run together. */
const tagsOf = (object: Told, claimed: readonly string[] | null): string[] =>
  (
    claimed?.map(escapeHtml) ??
    object.tags.filter(({ type }) => type === 'Hashtag').map(({ name }) => name ?? '')
  )
    .flatMap((label) => plainLine(label, 60) || [])
    .slice(0, 10)

/** A hub's item holds text as it was typed, with whatever `<` stands in it; in what strangers say it may be HTML. */
const words = (claimed: string | undefined, said: string | null | undefined, max: number): string =>
  plainLine(claimed === undefined ? (said ?? '') : escapeHtml(claimed), max)

/** A Note's summary is a content warning, not a lede. */
const summaryOf = (object: Told): string => (object.type === 'Note' ? '' : (object.summary ?? ''))

const strangersTimes = (kind: Kind, object: Told) =>
  kind.when === undefined ? {} : { startsAt: time(object.startTime) }

const time = (text: string | null): number | null => (text === null ? null : instantSaid(text))

/** Where people read it: its page, else the object itself. Only web addresses become links. */
function webPage(object: Told): string | null {
  const address = object.url ?? object.id
  return /^https?:\/\//.test(address) ? address : null
}
