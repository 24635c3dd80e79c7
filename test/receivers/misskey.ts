import type { JsonObject } from '../../server/federation/json-object.ts'
import type { Receiver, Rule, Shown, Sort } from './receiver.ts'
import {
  listOf,
  objectsOf,
  isText,
  textOf,
  idOf,
  hostOf,
  isHttps,
  firstLink,
  having,
  inside,
} from './reading.ts'
import { refuse, typeAmong, needs, atHome, isTextIfAny, https } from './rules.ts'
import {
  saidToBe,
  isActivityType,
  namesContext,
  atMost,
  ownWord,
  readableDates,
  pinsAtHome,
  sharedInboxAtHome,
  fingerLeadsToActor,
} from './habits.ts'

// Misskey 2025 and 2026, in our own words; its forks are looser.

const actors = ['Person', 'Service', 'Group', 'Organization', 'Application']
const posts = new Set(['Note', 'Question', 'Article', 'Audio', 'Document', 'Image', 'Page', 'Video', 'Event'])
const activities = [
  ...['Create', 'Delete', 'Update', 'Read', 'Follow', 'Accept', 'Reject', 'Add', 'Remove', 'Announce'],
  ...['Like', 'Dislike', 'EmojiReact', 'Undo', 'Block', 'Flag', 'Move'],
]
const here = 'packages/backend/src/core/activitypub'
const person = `${here}/models/ApPersonService.ts`
const note = `${here}/models/ApNoteService.ts`

/** The type of a list is that of its first place. */
const typeOf = (type: unknown): string => textOf(listOf(type)[0])

const ofActors: Rule[] = [
  ...typeAmong('actor', actors, `${here}/type.ts, isActor`),
  needs('actor', 'inbox', `${person}, validateActor`),
  refuse(
    'actor',
    'its name is none that a handle can have',
    `${person}, validateActor`,
    ({ preferredUsername: name }) => !/^\w([\w.-]*\w)?$/.test(textOf(name)) || textOf(name).length > 128,
    having({ preferredUsername: 'é' }),
  ),
  isTextIfAny('actor', 'name', `${person}, validateActor`),
  isTextIfAny('actor', 'summary', `${person}, validateActor`),
  ...atHome('actor', ['inbox', 'outbox', 'followers', 'following', 'featured'], `${person}, validateActor`),
  ...atHome('actor', ['url'], `${person}, createPerson: host of url`),
  ...https('actor', ['id', 'url'], `${person}, checkHttps`),
  refuse(
    'actor',
    'its key is on another server, or has no id',
    `${person}, validateActor`,
    ({ id, publicKey }) => hostOf(objectsOf(publicKey)[0]?.['id']) !== hostOf(id),
    inside('publicKey', { id: 'https://elsewhere.example/key' }),
  ),
  refuse(
    'actor',
    'its keys are a list',
    `${person}, createPerson: publicKey.id`,
    ({ publicKey }) => Array.isArray(publicKey),
    (document) => having({ publicKey: [document['publicKey']] })(document),
  ),
  sharedInboxAtHome(`${person}, validateActor`),
]

const ofObjects: Rule[] = [
  refuse(
    'object',
    'the first of its types is no post’s',
    `${here}/type.ts, validPost and getApType`,
    ({ type }) => !posts.has(typeOf(type)),
    (document) => having({ type: ['schema:JobPosting', document['type']] })(document),
  ),
  ...https('object', ['id', 'url'], `${note}, checkHttps`),
  ...atHome('object', ['attributedTo', 'url'], `${note}, validateNote`),
  isTextIfAny('object', 'content', `${note}, createNote: only a text is read`),
  isTextIfAny('object', 'summary', `${note}, createNote: cw`),
  readableDates(['published'], `${note}, createNote: parseDate`),
  refuse(
    'object',
    'what it answers cannot be had',
    `${note}, createNote: resolve inReplyTo`,
    ({ inReplyTo }, { known }) => hostOf(inReplyTo) === 'hub.example' && !known.has(textOf(inReplyTo)),
    having({ inReplyTo: 'https://hub.example/nothing' }),
  ),
  refuse(
    'object',
    'one of its pictures has no address of its own',
    `${here}/models/ApImageService.ts: passed over`,
    ({ attachment }) => objectsOf(attachment).some(({ type, url }) => type === 'Image' && !isHttps(url)),
    having({ attachment: [{ type: 'Image', url: [{ href: 'https://hub.example/a.webp' }] }] }),
  ),
]

const ofActivities: Rule[] = [
  ...typeAmong('activity', activities, `${here}/ApInboxService.ts, performOneActivity`),
  atMost(64 * 1024, 'packages/backend/src/server/ActivityPubServerService.ts, bodyLimit'),
  needs('activity', 'id', 'packages/backend/src/queue/processors/InboxProcessorService.ts'),
  ...atHome('activity', ['actor'], 'InboxProcessorService.ts: signerHost !== activityIdHost'),
  ...ownWord(`${here}/ApInboxService.ts, create: activity.actor !== note.attributedTo`),
  pinsAtHome(`${here}/ApInboxService.ts, add and remove`),
  refuse(
    'activity',
    'it reports no user',
    `${here}/ApInboxService.ts, flag: only /users/ of its own`,
    ({ object }) => !listOf(object).some((uri) => /^https?:\/\/[^/]+\/users\/\w+$/.test(textOf(uri))),
    having({ object: ['https://good.test/notes/1'] }),
    ({ type }) => type === 'Flag',
  ),
]

/** What could say something else than what was signed, or to a reader of plain JSON. */
const ofAll: Rule[] = (['actor', 'object', 'activity', 'collection'] satisfies Sort[]).map((on) =>
  refuse(
    on,
    'it turns JSON-LD inside out',
    `${here}/misc/contexts.ts and JsonLdService.ts: forbidden directives`,
    (document) => /"@(graph|included|reverse|nest)":/.test(JSON.stringify(document)),
    having({ '@included': [] }),
  ),
)

export const misskey: Receiver = {
  name: 'Misskey',
  rules: [
    ...saidToBe(isActivityType, 'packages/backend/src/core/activitypub/misc/validator.ts'),
    ...namesContext(['actor', 'object', 'collection'], `${here}/ApResolverService.ts, resolve`),
    ...ofActors,
    ...ofObjects,
    ...ofActivities,
    ...ofAll,
    refuse(
      'collection',
      'it is no collection that pins could be read from',
      `${person}, updateFeatured`,
      ({ type, orderedItems }) => type !== 'OrderedCollection' || !Array.isArray(orderedItems),
      having({ orderedItems: 'x' }),
      ({ id }) => textOf(id).endsWith('/featured'),
    ),
    fingerLeadsToActor('packages/backend/src/core/RemoteUserResolveService.ts'),
    refuse(
      'nodeinfo links',
      'it leads to no version that is read',
      'packages/backend/src/core/FetchInstanceMetadataService.ts',
      ({ links }) =>
        !objectsOf(links).some(({ rel }) =>
          /nodeinfo\.diaspora\.software\/ns\/schema\/[12]\.\d/.test(textOf(rel)),
        ),
      having({ links: [{ rel: 'x' }] }),
    ),
  ],
  shows,
}

/** models/ApNoteService.ts: the name in front of the text, the summary as a warning before both. */
function shows(object: JsonObject): Shown {
  const { name, summary, content, url, inReplyTo, attachment } = object
  const link = idOf(url) ?? textOf(object['id'])
  const text = isText(name) ? `【${name}】${textOf(content)}${link}` : textOf(content)
  const hasFiles = objectsOf(attachment).some(({ type }) => type === 'Image' || type === 'Document')
  return {
    as: isText(inReplyTo) ? 'comment' : 'post',
    title: isText(name) ? name : null,
    warning: textOf(summary) || null,
    text,
    link,
    card: hasFiles ? null : firstLink(text),
  }
}
