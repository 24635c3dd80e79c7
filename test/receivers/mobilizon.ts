import type { JsonObject } from '../../server/federation/json-object.ts'
import type { Receiver, Rule, Shown } from './receiver.ts'
import {
  listOf,
  objectsOf,
  isText,
  textOf,
  idOf,
  isDate,
  isPublic,
  having,
  lacking,
  inside,
} from './reading.ts'
import { refuse, typeAmong, typeIsOneText, needs, isList } from './rules.ts'
import { ownWord, answersByName, fingerLeadsToActor } from './habits.ts'

// Mobilizon 5, in our own words. It matches on JSON as it stands, and falls over what it did not expect.

const actors = ['Person', 'Application', 'Group', 'Organization', 'Service']
const here = 'lib/federation/activity_stream/converter'
const isEvent = ({ type }: JsonObject): boolean => type === 'Event'
const isArticle = ({ type }: JsonObject): boolean => type === 'Article'

const ofActors: Rule[] = [
  ...typeAmong('actor', actors, `${here}/actor.ex, @allowed_types`),
  typeIsOneText('actor', `${here}/actor.ex`),
  ...['preferredUsername', 'inbox', 'outbox'].map((name) => needs('actor', name, `${here}/actor.ex`)),
  ...['publicKey', 'endpoints'].map((name) =>
    refuse(
      'actor',
      `its ${name} is not one object`,
      `${here}/actor.ex: data["${name}"]["…"] by direct access`,
      (document) => Array.isArray(document[name]) || objectsOf(document[name]).length !== 1,
      (document) => having({ [name]: [document[name]] })(document),
    ),
  ),
  refuse(
    'actor',
    'its icon is a list',
    `${here}/actor.ex: data["icon"]["url"] by direct access`,
    ({ icon }) => Array.isArray(icon) || (icon !== undefined && !isText(objectsOf(icon)[0]?.['url'])),
    having({ icon: [{ type: 'Image', url: 'https://hub.example/a.webp' }] }),
  ),
]

const ofObjects: Rule[] = [
  ...typeAmong(
    'object',
    ['Event', 'Note', 'Article', 'Page', 'Document', 'Tombstone'],
    'lib/federation/activity_pub/transmogrifier.ex',
  ),
  typeIsOneText('object', 'lib/federation/activity_pub/transmogrifier.ex'),
  ...['to', 'cc'].map((name) =>
    isList('object', name, 'lib/federation/activity_pub/visibility.ex: to ++ cc'),
  ),
  isList('object', 'attachment', `${here}/event.ex: Enum.filter`, isEvent),
  refuse(
    'object',
    'its author is not one address',
    `${here}/utils.ex, maybe_fetch_actor_and_attributed_to_id`,
    ({ attributedTo }) => !isText(attributedTo),
    (document) => having({ attributedTo: [document['attributedTo']] })(document),
  ),
  needs('object', 'name', 'lib/mobilizon/events/event.ex, @required_attrs', isEvent),
  refuse(
    'object',
    'its beginning or its end cannot be read',
    'lib/mobilizon/events/event.ex: :utc_datetime',
    ({ startTime, endTime }) => !isDate(startTime) || (endTime !== undefined && !isDate(endTime)),
    having({ startTime: 'samedi' }),
    isEvent,
  ),
  refuse(
    'object',
    'its status is none of three words',
    `${here}/event.ex: String.downcase; lib/mobilizon/events/event_status.ex`,
    (document) =>
      !/^(tentative|confirmed|cancelled)$/i.test(
        textOf(document['status'] ?? document['ical:status'] ?? 'CONFIRMED'),
      ),
    having({ 'ical:status': 'postponed' }),
    isEvent,
  ),
  refuse(
    'object',
    'its place has coordinates that are whole numbers',
    `${here}/address.ex: is_float`,
    ({ location }) =>
      objectsOf(location).some((place) =>
        ['latitude', 'longitude'].some((name) => place[name] !== undefined && Number.isInteger(place[name])),
      ),
    inside('location', { type: 'Place', name: 'x', latitude: 48, longitude: 2.3 }),
    isEvent,
  ),
  refuse(
    'object',
    'one of its tags is no object, or has no name',
    `${here}/utils.ex, fetch_tag`,
    ({ tag }) =>
      !Array.isArray(tag) || objectsOf(tag).some(({ type, name }) => type === 'Hashtag' && !isText(name)),
    having({ tag: [{ type: 'Hashtag' }] }),
  ),
  {
    ...needs(
      'object',
      'actor',
      `${here}/post.ex: %{"type" => "Article", "actor" => _, "attributedTo" => _}`,
      isArticle,
    ),
    mend: (document) => having({ actor: document['attributedTo'] })(document),
  },
]

const ofActivities: Rule[] = [
  ...typeAmong(
    'activity',
    [
      ...[
        'Accept',
        'Add',
        'Announce',
        'Create',
        'Delete',
        'Flag',
        'Follow',
        'Join',
        'Leave',
        'Invite',
        'Move',
      ],
      ...['Reject', 'Remove', 'Undo', 'Update'],
    ],
    'lib/federation/activity_pub/transmogrifier.ex, handle_incoming',
  ),
  typeIsOneText('activity', 'lib/federation/activity_pub/transmogrifier.ex'),
  ...['to', 'cc'].map((name) =>
    isList('activity', name, 'lib/federation/activity_pub/visibility.ex: to ++ cc'),
  ),
  ...ownWord('lib/federation/activity_pub/utils.ex, origin_check?'),
  refuse(
    'activity',
    'it announces what is not named by its address',
    'lib/federation/activity_pub/transmogrifier.ex: "object" => object_id',
    ({ object }) => !isText(idOf(object)),
    having({ object: {} }),
    ({ type }) => type === 'Announce',
  ),
  answersByName('lib/federation/activity_pub/transmogrifier.ex, get_follow'),
]

export const mobilizon: Receiver = {
  name: 'Mobilizon',
  rules: [
    ...ofActors,
    ...ofObjects,
    ...ofActivities,
    fingerLeadsToActor('lib/federation/web_finger/web_finger.ex'),
    refuse(
      'collection',
      'its items are no list',
      'lib/federation/activity_pub/fetcher.ex and refresher.ex',
      ({ orderedItems }) => !Array.isArray(orderedItems),
      lacking('orderedItems'),
      ({ type }) => type === 'OrderedCollectionPage',
    ),
  ],
  shows,
}

/** converter/event.ex: a calendar’s event, with its page; post.ex: a group’s post; comment.ex: an answer. */
function shows(object: JsonObject): Shown {
  const { name, content, type, attachment } = object
  const website = objectsOf(attachment).find(
    (one) => one['type'] === 'Link' && one['name'] === 'Website' && one['mediaType'] === 'text/html',
  )
  const isAnswer = isText(object['inReplyTo'])
  return {
    as: type === 'Event' ? 'event' : isAnswer ? 'comment' : 'nothing',
    title: isText(name) ? name : null,
    warning: null,
    text: isPublic(object) ? textOf(content) : '',
    link:
      idOf(object['externalParticipationUrl']) ?? idOf(website?.['href']) ?? idOf(listOf(object['url'])[0]),
    card: null,
  }
}
