import { isJsonObject, type JsonObject } from '../../server/federation/json-object.ts'
import type { Context, Receiver, Rule, Shown, Sort } from './receiver.ts'
import {
  PUBLIC,
  listOf,
  objectsOf,
  isText,
  textOf,
  idOf,
  hostOf,
  firstLink,
  having,
  inside,
  come,
} from './reading.ts'
import { refuse, typeAmong, typeIsOneText, needs, atHome, isTextIfAny, https } from './rules.ts'
import { saidToBe, standsAtItsId, readableDates } from './habits.ts'

// Lemmy 1.0 and its activitypub-federation library, in our own words. It reads by fixed shapes: one member of another
// sort than expected, and the whole document is none.

const users = ['Person', 'Service', 'Organization']
const pages = ['Page', 'Article', 'Note', 'Video', 'Event']
const literal = new Set([
  'application/activity+json',
  'application/activity+json; charset=utf-8',
  'application/ld+json; profile="https://www.w3.org/ns/activitystreams"',
])
const shapes = 'crates/apub/objects/src/protocol'
const library = 'activitypub-federation: src/fetch/mod.rs'
const isComment = ({ inReplyTo }: JsonObject): boolean => isText(inReplyTo)

/** The community that it would be shown in: its audience, else the first Group among its recipients. */
function communityOf({ audience, to, cc }: JsonObject, { known }: Context): string | null {
  const candidates = [...listOf(audience), ...listOf(to), ...listOf(cc)].map(textOf)
  return candidates.find((id) => id !== PUBLIC && known.get(id)?.['type'] === 'Group') ?? null
}

const ofActors: Rule[] = [
  ...typeAmong('actor', [...users, 'Group'], `${shapes}/person.rs, UserTypes; group.rs, GroupType`),
  typeIsOneText('actor', `${shapes}/person.rs`),
  ...https(
    'actor',
    ['id', 'inbox', 'outbox', 'followers'],
    'activitypub-federation: src/config.rs, verify_url_valid',
  ),
  ...['preferredUsername', 'inbox', 'outbox'].map((name) =>
    needs('actor', name, `${shapes}/person.rs and group.rs`),
  ),
  refuse(
    'actor',
    'it has not one whole key',
    'activitypub-federation: src/protocol/public_key.rs',
    ({ publicKey: key }) =>
      Array.isArray(key) ||
      !['id', 'owner', 'publicKeyPem'].every((name) => isText(objectsOf(key)[0]?.[name])),
    inside('publicKey', { owner: undefined }),
  ),
  refuse(
    'actor',
    'its icon is no picture',
    'crates/apub/objects/src/utils/protocol.rs, ImageObject',
    ({ icon }) =>
      icon !== undefined &&
      !listOf(icon)
        .filter(isJsonObject)
        .some((one) => one['type'] === 'Image' && isText(one['url'])),
    having({ icon: 'https://hub.example/a.webp' }),
  ),
  isTextIfAny('actor', 'summary', `${shapes}/person.rs`),
  isTextIfAny('actor', 'name', `${shapes}/person.rs`),
  readableDates(['published'], `${shapes}/person.rs: DateTime<Utc>`, 'actor'),
]

const ofObjects: Rule[] = [
  ...typeAmong('object', pages, `${shapes}/page.rs, PageType; note.rs, NoteType`),
  typeIsOneText('object', `${shapes}/page.rs`),
  ...https('object', ['id', 'attributedTo'], 'activitypub-federation: src/config.rs, verify_url_valid'),
  ...atHome('object', ['attributedTo'], 'crates/apub/objects/src/objects/post.rs, verify_domains_match'),
  ...['name', 'content', 'context', 'audience'].map((name) =>
    isTextIfAny('object', name, `${shapes}/page.rs`),
  ),
  refuse(
    'object',
    'one of its attachments is no link, picture or document',
    `${shapes}/page.rs, Attachment`,
    ({ attachment }) =>
      !Array.isArray(attachment) ||
      !objectsOf(attachment).every(({ type, href, url }) =>
        type === 'Link' ? isText(href) : (type === 'Image' || type === 'Document') && isText(url),
      ),
    having({ attachment: [{ type: 'PropertyValue', name: 'SIRET', value: '1' }] }),
  ),
  refuse(
    'object',
    'its media type is neither Markdown nor HTML',
    'activitypub-federation: src/protocol/values.rs',
    ({ mediaType }) => mediaType !== undefined && mediaType !== 'text/html' && mediaType !== 'text/markdown',
    having({ mediaType: 'text/plain' }),
  ),
  readableDates(['published', 'updated'], `${shapes}/page.rs: DateTime<Utc>`),
  refuse(
    'object',
    'its id is not plain ASCII',
    'the url crate writes it otherwise than we do, and ids are compared',
    ({ id }) => !/^[\x21-\x7e]+$/.test(textOf(id)),
    having({ id: 'https://hub.example/été' }),
  ),
  refuse(
    'object',
    'it is in no community',
    `${shapes}/page.rs, InCommunity`,
    (document, context) => communityOf(document, context) === null,
    having({ audience: undefined, to: [PUBLIC], cc: [] }),
    (document) => !isComment(document),
  ),
  refuse(
    'object',
    'its author is none who may write',
    'crates/apub/objects/src/objects/person.rs: an Application is no user',
    ({ attributedTo }, { known }) => known.get(textOf(attributedTo))?.['type'] === 'Application',
    having({ attributedTo: 'https://hub.example/ap/actors/instance' }),
  ),
  refuse(
    'object',
    'its author is a community, which writes nothing',
    `${shapes}/person.rs, UserTypes; group.rs, GroupType: attributedTo is read as a user`,
    ({ attributedTo }, { known }) => known.get(textOf(attributedTo))?.['type'] === 'Group',
    having({ attributedTo: 'https://hub.example/ap/actors/forum' }),
  ),
  needs('object', 'content', `${shapes}/note.rs`, isComment),
]

const ofActivities: Rule[] = [
  ...typeAmong(
    'activity',
    ['Accept', 'Announce', 'Block', 'Create', 'Delete', 'Flag', 'Follow', 'Like', 'Reject', 'Undo', 'Update'],
    'crates/apub/activities/src/activity_lists.rs',
  ),
  typeIsOneText('activity', 'crates/apub/activities/src/protocol'),
  ...https('activity', ['id', 'actor'], 'activitypub-federation: src/config.rs, verify_url_valid'),
  ...atHome('activity', ['actor'], 'activitypub-federation: src/actix_web/inbox.rs, verify_domains_match'),
  refuse(
    'activity',
    'it announces an object, not an activity',
    'crates/apub/activities/src/protocol/community/announce.rs, RawAnnouncableActivities',
    ({ object }) => objectsOf(object)[0]?.['actor'] === undefined,
    having({ object: 'https://hub.example/ap/objects/1' }),
    ({ type }) => type === 'Announce',
    inside('object', { id: 'https://hub.example/1', type: 'Create', actor: 'https://hub.example/a' }),
  ),
  refuse(
    'activity',
    'it reports in the name of no person',
    'crates/apub/activities/src/protocol/community/report.rs: actor: ObjectId<ApubPerson>',
    ({ actor }, { known }) => known.get(textOf(actor))?.['type'] === 'Application',
    having({ actor: 'https://hub.example/ap/actors/instance' }),
    ({ type }) => type === 'Flag',
    having({ actor: 'https://hub.example/ap/actors/hub' }),
  ),
  refuse(
    'activity',
    'it answers something else than a Follow',
    'crates/apub/activities/src/protocol/following/accept.rs',
    ({ object }) => objectsOf(object)[0]?.['type'] !== 'Follow',
    inside('object', { type: 'QuoteRequest' }),
    ({ type }) => type === 'Accept' || type === 'Reject',
  ),
]

export const lemmy: Receiver = {
  name: 'Lemmy',
  rules: [
    ...saidToBe((type) => literal.has(type), `${library}, compared to the letter`),
    ...standsAtItsId(['actor', 'object'], `${library}, fetch_object_http`),
    ...(['actor', 'object'] satisfies Sort[]).map((on) =>
      refuse(on, 'it is gone', `${library}: 410`, (_, { status }) => status === 410, come({ status: 410 })),
    ),
    ...ofActors,
    ...ofObjects,
    ...ofActivities,
    refuse(
      'webfinger',
      'it has not just one link to follow',
      'activitypub-federation: src/fetch/webfinger.rs: every application/* link, the last first',
      ({ links, subject }) =>
        objectsOf(links).filter(({ type }) => textOf(type).startsWith('application/')).length !== 1 ||
        hostOf(`https://${textOf(subject).split('@')[1]}`) === null,
      having({
        links: [
          { rel: 'x', type: 'application/json', href: 'a' },
          { rel: 'self', type: 'application/json' },
        ],
      }),
    ),
  ],
  shows,
}

/** objects/post.rs: the name, else the first line, is the title; the first attachment is what the post is about. */
function shows(object: JsonObject, context: Context): Shown {
  const { name, content, attachment } = object
  const [first] = objectsOf(attachment)
  const community = communityOf(object, context)
  const [line = ''] = textOf(content).split(/<br>|<\/p>/)
  const firstLine = line.replaceAll(/<[^>]*>/g, '')
  return {
    as: isComment(object) ? 'comment' : community === null ? 'nothing' : 'article',
    title: isText(name) ? name : firstLine,
    warning: null,
    text: textOf(content),
    link: idOf(first?.['href']) ?? idOf(first?.['url']) ?? textOf(object['id']),
    card: idOf(first?.['href']) ?? firstLink(textOf(content)),
  }
}
