import type { Entry } from '../../entries/load.ts'
import { missingOf } from '../../entries/whole.ts'
import { namesIn } from '../../kinds/unfinished.ts'
import { pointOf, positionOf } from '../../places/position.ts'

/** An entry as the API gives it. What can be sent has the name and the form under which it is sent. */
export const entryJson = (entry: Entry, origin: string) => ({ ...shown(entry, origin), ...fieldsJson(entry) })

const shown = ({ envelope, kind }: Entry, origin: string) => ({
  id: envelope.id,
  url: envelope.url,
  apId: envelope.apId,
  kind: kind.name,
  state: envelope.state,
  revision: envelope.revision,
  title: envelope.title,
  summary: envelope.summary,
  body: envelope.body,
  html: envelope.html,
  language: envelope.language,
  licence: envelope.licence,
  place: envelope.placeCode,
  placeLabel: envelope.placeLabel,
  position: pointOf(positionOf(envelope)),
  tags: envelope.tags.map(({ label }) => label),
  direction: envelope.direction,
  startsAt: iso(envelope.startsAt),
  closesAt: iso(envelope.closesAt),
  organisation: envelope.organisationId,
  speaker:
    envelope.speaker === null
      ? null
      : {
          name: envelope.speaker.name,
          url: envelope.speaker.url === null ? null : new URL(envelope.speaker.url, origin).href,
        },
  picture: pictureJson(envelope, origin),
  origin: envelope.origin,
  createdAt: iso(envelope.createdAt),
  updatedAt: iso(envelope.updatedAt),
  publishedAt: iso(envelope.publishedAt),
  closedAt: iso(envelope.closedAt),
})

/** An unfinished draft has the fields that are known, and says which ones publishing still asks. */
const fieldsJson = (entry: Entry) =>
  entry.unfinished === null
    ? { fields: entry.fields }
    : { fields: entry.unfinished, missing: namesIn(missingOf(entry)) }

function pictureJson({ picture, origin: from }: Entry['envelope'], origin: string) {
  if (picture === null) return null
  const { id, alt, width, height } = picture
  // A picture of elsewhere exists here as a thumbnail only.
  return from === null
    ? { url: `${origin}/media/${id}.webp`, thumbnail: `${origin}/media/${id}-480.webp`, alt, width, height }
    : { url: null, thumbnail: `${origin}/media/r/${id}.webp`, alt, width: null, height: null }
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())
