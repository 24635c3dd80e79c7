import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import { networkRelays } from '../../db/schema/networks.ts'
import { locales, type Locale } from '../../views/language.tsx'
import type { Deps } from '../deps.ts'
import type { Entry } from '../entries/load.ts'
import type { WholeEntry } from '../entries/whole.ts'
import type { Envelope } from '../kinds/envelope.ts'
import { textAlone } from '../kinds/content.ts'
import { hashtag, hashtagParagraph } from './hashtags.ts'
import { itemVersion } from './item.ts'
import type { JsonObject } from './json-object.ts'
import { actorOfEntry, actorOfRole, localActor, type LocalActor } from './local-actors.ts'
import { ownPicture, picturesInText } from './object-pictures.ts'
import { none, type Counts } from './reactions.ts'
import { PUBLIC } from './vocabulary.ts'

/** Who says an entry, and who only passes it on. */
export interface Voices {
  author: LocalActor
  /** The Group whose audience it is: news, events and topics. */
  group: LocalActor | null
  /** Each announces it once to its own followers; never its author. */
  announcers: LocalActor[]
}

/**
 * Sections author the entries of their section; the forum only announces: what belongs to it is said by the
 * hosted organisation, else by the hub; a topic by whom its publication settled on, else by nobody: then it stays here. The hub and the organisation announce what they do not say themselves.
 */
export async function voicesOf(
  db: Database,
  { envelope, kind }: Pick<Entry, 'envelope' | 'kind'>,
  /** It is told of for the first time. */
  isNews = false,
): Promise<Voices | null> {
  const hub = await actorOfRole(db, 'hub')
  if (hub === undefined || kind.section === null) return null
  const organisation =
    envelope.organisationId === null ? undefined : await actorOfEntry(db, envelope.organisationId)
  const group = kind.section === 'forum' ? ((await actorOfRole(db, 'forum')) ?? null) : null
  const author =
    (await firstVoice(db, envelope.n)) ??
    (kind.conversation === true
      ? // An organisation that was published just before may have become an actor only now.
        isNews
        ? organisation
        : undefined
      : kind.section === 'forum'
        ? (organisation ?? hub)
        : await localActor(db, kind.section))
  if (author === undefined) return null
  const others = [group, hub, organisation ?? null, ...(await relayers(db, envelope.id))]
  const announcers = others.filter((actor) => actor !== null && actor.n !== author.n)
  return { author, group, announcers: announcers.filter((actor) => actor !== null) }
}

/** Networks that have passed it on since: their followers hear what becomes of it. */
async function relayers(db: Database, entryId: string): Promise<LocalActor[]> {
  const rows = await db.read
    .select({ actor: actors })
    .from(networkRelays)
    .innerJoin(actors, eq(actors.n, networkRelays.networkN))
    .where(and(eq(networkRelays.entryId, entryId), isNull(actors.deletedAt)))
  return rows.map(({ actor }) => actor)
}

/** Who said it when it was published; nobody yet, for an entry that never left. */
async function firstVoice(db: Database, entryN: number): Promise<LocalActor | undefined> {
  const [row] = await db.read
    .select({ actor: actors })
    .from(actors)
    .innerJoin(entries, eq(entries.voiceN, actors.n))
    .where(eq(entries.n, entryN))
  return row?.actor
}

/** The entry as others get it: what its kind says, and around it what every entry has. */
export function entryObject(
  deps: Pick<Deps, 'hub'>,
  entry: WholeEntry,
  voices: Voices,
  counts: Counts = none,
): JsonObject {
  const { envelope, kind, fields } = entry
  const { origin } = deps.hub
  const id = `${origin}/ap/objects/${envelope.id}`
  const locale = localeOf(envelope.language)
  const { content: said, ...own } = kind.toObject(envelope, fields, locale)
  const picture = ownPicture(deps, envelope, kind, own.type)
  const content = said + hashtagParagraph(envelope.tags, origin)
  const published = new Date(envelope.publishedAt ?? envelope.createdAt).toISOString()
  const edited = envelope.updatedAt > (envelope.publishedAt ?? envelope.updatedAt)
  const author = origin + voices.author.id
  return {
    ...own,
    id,
    // Mobilizon takes neither without (interop.md §2.2).
    ...(own.type === 'Article' || own.type === 'Event' ? { actor: author } : {}),
    attributedTo: author,
    to: [PUBLIC],
    cc: [`${author}/followers`, ...(voices.group === null ? [] : [origin + voices.group.id])],
    ...(voices.group === null ? {} : { audience: origin + voices.group.id }),
    url: envelope.url,
    content,
    contentMap: { [envelope.language]: content },
    published,
    ...(edited ? { updated: new Date(envelope.updatedAt).toISOString() } : {}),
    sensitive: false,
    context: `${id}/context`,
    tag: [...listed(own['tag']), ...envelope.tags.map((one) => hashtag(one, origin))],
    attachment: [...listed(own['attachment']), ...picture, ...picturesInText(deps, envelope, kind, own.type)],
    // FEP-b2b8: what stands for the whole article, beside what belongs to it.
    ...(own.type === 'Article' && picture[0] !== undefined ? { image: picture[0] } : {}),
    replies: `${id}/replies`,
    // To Pleroma `likes` is a list of its own: it passes over one in a text, but refuses to edit an event that has any.
    ...(own['type'] === 'Event' ? {} : { likes: counted(`${id}/likes`, counts.likes) }),
    shares: counted(`${id}/shares`, counts.shares),
    interactionPolicy: openPolicy,
    maillonItem: maillonItem(entry),
  }
}

/** With the number in it: Mastodon shows what stands here, and does not go and ask for it. */
export const counted = (id: string, totalItems: number): JsonObject => ({
  id,
  type: 'OrderedCollection',
  totalItems,
})

/** Everyone may like, answer, boost and quote what is shared here (FEP-044f, GoToSocial's policies). */
export const openPolicy = Object.fromEntries(
  ['canLike', 'canReply', 'canAnnounce', 'canQuote'].map((act) => [act, { automaticApproval: [PUBLIC] }]),
)

/**
 * What another hub reads: the same values as the form's, so that nothing is lost on the way, and the text without the
 * title and facts that `content` says around it. Readers take 64 KB.
 */
export function maillonItem({ envelope, kind, fields }: WholeEntry): JsonObject {
  const item = {
    v: itemVersion,
    kind: kind.name,
    title: envelope.title,
    summary: envelope.summary,
    language: envelope.language,
    licence: envelope.licence,
    place: placeOf(envelope),
    closed: envelope.state === 'closed',
    organisation:
      envelope.speaker === null ? null : { name: envelope.speaker.name, actor: envelope.speaker.actor },
    tags: envelope.tags.map(({ label }) => label),
    fields,
  }
  const room = Math.min(12_000, 60_000 - Buffer.byteLength(JSON.stringify(item)))
  return { ...item, text: textAlone(envelope, Math.max(room, 0)) }
}

const placeOf = ({ placeCode: code, placeLabel: label }: Envelope): JsonObject | null =>
  code === null || label === null ? null : { code, label }

/** What it is to others, also once it was taken back (FEP-4f05). */
export const typeOfEntry = ({ envelope, kind, fields }: WholeEntry): string =>
  kind.toObject(envelope, fields, localeOf(envelope.language)).type

export const localeOf = (language: string): Locale =>
  locales.find((locale) => language.startsWith(locale)) ?? 'fr'

const listed = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]
