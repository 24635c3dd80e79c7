import { isJsonObject, type JsonObject } from '../../server/federation/json-object.ts'
import type { Receiver, Rule, Shown, Sort } from './receiver.ts'
import {
  listOf,
  objectsOf,
  isText,
  textOf,
  idOf,
  isDate,
  isPublic,
  firstLink,
  having,
  lacking,
  come,
} from './reading.ts'
import { refuse, typeAmong, needs, needsAny } from './rules.ts'
import { saidToBe, isActivityType, ownWord, readableDates, fingerLeadsToActor } from './habits.ts'

// Friendica 2024.09, in our own words. Everything goes through a JSON-LD 1.0 library first.

const actors = ['Person', 'Organization', 'Service', 'Group', 'Application', 'Tombstone']
const contents = ['Note', 'Article', 'Video', 'Image', 'Event', 'Audio', 'Page', 'Question']
const activities = [
  ...[
    'Accept',
    'Announce',
    'Block',
    'Create',
    'Delete',
    'Dislike',
    'Flag',
    'Follow',
    'Invite',
    'Like',
    'Move',
  ],
  ...['Reject', 'Undo', 'Update', 'View', 'EmojiReact', 'Add', 'Remove'],
]
const receiver = 'src/Protocol/ActivityPub/Receiver.php'
const jsonld = 'src/Util/JsonLD.php'
/** Of these it has copies; others it goes and fetches, while the sender waits. */
const bundled = new Set([
  'https://www.w3.org/ns/activitystreams',
  'https://w3id.org/security/v1',
  'https://w3id.org/security/data-integrity/v1',
  'https://w3id.org/identity/v1',
])

const definitions = (document: JsonObject): [string, unknown][] =>
  objectsOf(document['@context']).flatMap((one) => Object.entries(one))

const all: Sort[] = ['actor', 'object', 'activity', 'collection', 'stone', 'stamp']
const ofContexts: Rule[] = all.flatMap((on) => [
  refuse(
    on,
    'its context has what JSON-LD 1.0 does not know',
    `${jsonld}, fixContext: @json is rewritten since 2024.09, before that the whole is refused`,
    (document) =>
      /"@(json|version|protected|nest|propagate|prefix|import|none)"/.test(
        JSON.stringify(document['@context'] ?? ''),
      ),
    having({
      '@context': ['https://www.w3.org/ns/activitystreams', { item: { '@id': 'x:item', '@type': '@json' } }],
    }),
    (document) => '@context' in document,
  ),
  refuse(
    on,
    'its context has to be fetched',
    `${jsonld}, documentLoader`,
    (document) => listOf(document['@context']).some((one) => typeof one === 'string' && !bundled.has(one)),
    having({ '@context': ['https://hub.example/ns'] }),
    (document) => '@context' in document,
  ),
  refuse(
    on,
    'its context defines a word by a prefix that it does not define',
    `${jsonld}, compact: it is then another word`,
    (document) => {
      const defined = new Set([
        'as',
        'sec',
        'xsd',
        'ldp',
        'vcard',
        'https',
        'http',
        ...definitions(document).map(([term]) => term),
      ])
      return definitions(document).some(([, value]) => {
        const iri = isJsonObject(value) ? textOf(value['@id']) : textOf(value)
        return !defined.has(iri.split(':')[0] ?? '')
      })
    },
    having({ '@context': ['https://www.w3.org/ns/activitystreams', { sensitive: 'ostatus:sensitive' }] }),
    (document) => '@context' in document,
  ),
])

const ofActors: Rule[] = [
  ...typeAmong('actor', actors, 'src/Model/APContact.php and ActivityPub.php, ACCOUNT_TYPES'),
  ...['id', 'inbox', 'preferredUsername'].map((name) =>
    needs('actor', name, 'src/Model/APContact.php, getByURL'),
  ),
  needsAny('actor', 'publicKey', 'src/Model/APContact.php: pubkey'),
]

const ofObjects: Rule[] = [
  ...typeAmong('object', contents, `${receiver}, CONTENT_TYPES`),
  needs('object', 'id', `${receiver}, processObject`),
  needsAny('object', 'attributedTo', `${receiver}, processObject`),
  refuse(
    'object',
    'it has no beginning',
    'src/Protocol/ActivityPub/Processor.php, createEvent',
    ({ startTime }) => !isDate(startTime),
    lacking('startTime'),
    ({ type }) => type === 'Event',
  ),
  readableDates(['published', 'updated'], 'src/Util/DateTimeFormat.php'),
  refuse(
    'object',
    'nobody could have received it',
    `${receiver}, getReceivers`,
    (document) => !isPublic(document),
    having({ to: [], cc: [] }),
  ),
]

const ofActivities: Rule[] = [
  ...typeAmong('activity', activities, `${receiver}, processActivity`),
  needs('activity', 'id', `${receiver}, prepareObjectData`),
  needsAny('activity', 'actor', `${receiver}, processActivity: empty actor`),
  needsAny('activity', 'object', `${receiver}, prepareObjectData: empty object`),
  ...ownWord(`${receiver}, prepareObjectData`),
  refuse(
    'activity',
    'it is not said to be ActivityPub',
    'src/Module/ActivityPub/Inbox.php: 415',
    (_, { contentType }) => !isActivityType(contentType),
    come({ contentType: 'application/json' }),
  ),
]

export const friendica: Receiver = {
  name: 'Friendica',
  rules: [
    ...saidToBe(isActivityType, 'src/Network/HTTPClient and src/Protocol/ActivityPub.php, fetchContent'),
    ...ofContexts,
    ...ofActors,
    ...ofObjects,
    ...ofActivities,
    fingerLeadsToActor('src/Network/Probe.php'),
    refuse(
      'host-meta',
      'it does not say where to ask for handles',
      'src/Network/Probe.php, hostMeta',
      ({ xrd }) => !/rel="lrdd" template="[^"]*\{uri\}"/.test(textOf(xrd)),
      having({ xrd: '<XRD/>' }),
    ),
    refuse(
      'nodeinfo',
      'it is none',
      'src/Model/GServer.php, parseNodeInfo2',
      ({ software, usage }) => !isJsonObject(software) || !isText(software['name']) || !isJsonObject(usage),
      having({ software: 'maillon' }),
    ),
  ],
  shows,
}

/** Processor.php: an event goes to the calendar; the name is the title; a summary of a Note folds it. */
function shows(object: JsonObject): Shown {
  const { type, name, summary, content, url, inReplyTo } = object
  const as = type === 'Event' ? 'event' : isText(inReplyTo) ? 'comment' : type === 'Note' ? 'post' : 'article'
  return {
    as,
    title: isText(name) ? name : null,
    warning: type === 'Note' && isText(summary) ? summary : null,
    text: textOf(content),
    link: idOf(url) ?? textOf(object['id']),
    card: firstLink(textOf(content)),
  }
}
