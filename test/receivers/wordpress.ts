import type { JsonObject } from '../../server/federation/json-object.ts'
import type { Receiver, Rule, Shown } from './receiver.ts'
import { objectsOf, isText, textOf, idOf, isPublic, firstLink, having, lacking } from './reading.ts'
import { refuse, typeAmong, needs, needsAny } from './rules.ts'
import { ownWord, ownKey, fingerLeadsToActor } from './habits.ts'

// The ActivityPub plugin of WordPress, 7 to 9, in our own words.

const actors = ['Application', 'Group', 'Organization', 'Person', 'Service']
const objects = [
  'Note',
  'Article',
  'Page',
  'Event',
  'Image',
  'Video',
  'Audio',
  'Document',
  'Question',
  'Place',
]
const activities = [
  ...[
    'Accept',
    'Add',
    'Announce',
    'Block',
    'Create',
    'Delete',
    'Dislike',
    'EmojiReact',
    'FeatureRequest',
    'Flag',
  ],
  ...['Follow', 'Like', 'Move', 'QuoteRequest', 'Reject', 'Remove', 'Undo', 'Update'],
]
const inbox = 'includes/rest/class-inbox-controller.php'

const ofActors: Rule[] = [
  ...typeAmong('actor', actors, 'includes/functions-type.php, is_actor'),
  ...['id', 'inbox', 'preferredUsername'].map((name) =>
    needs('actor', name, 'includes/collection/class-remote-actors.php, prepare_custom_post_type'),
  ),
  ownKey('includes/collection/class-remote-actors.php, get_public_key'),
]

const ofObjects: Rule[] = [
  ...typeAmong('object', objects, 'includes/functions-type.php'),
  needs('object', 'id', 'includes/handler/class-create.php, validate_object'),
  refuse(
    'object',
    'it says nothing',
    'includes/handler/class-create.php, validate_object',
    ({ content }) => !isText(content),
    lacking('content'),
  ),
  refuse(
    'object',
    'it is not public',
    'includes/functions-activity.php, is_activity_public',
    (document) => !isPublic(document),
    having({ to: [], cc: [] }),
  ),
]

const ofActivities: Rule[] = [
  ...typeAmong('activity', activities, `${inbox}: others have no handler`),
  needs('activity', 'id', `${inbox}: required, a uri`),
  needsAny('activity', 'actor', `${inbox}: required`),
  needsAny('activity', 'object', `${inbox}: required`),
  refuse(
    'activity',
    'its type is no text',
    `${inbox}: type string`,
    ({ type }) => !isText(type),
    having({ type: ['Create'] }),
  ),
  ...ownWord('includes/class-dispatcher.php and handler/class-create.php'),
  refuse(
    'activity',
    'it accepts what it does not name',
    'includes/handler/class-accept.php, validate_object',
    ({ object }) => !isText(idOf(object)) || !isText(objectsOf(object)[0]?.['type']),
    having({ object: { id: 'https://elsewhere.example/follow' } }),
    ({ type }) => type === 'Accept',
  ),
]

export const wordpress: Receiver = {
  name: 'WordPress',
  rules: [
    ...ofActors,
    ...ofObjects,
    ...ofActivities,
    fingerLeadsToActor('includes/class-webfinger.php, resolve'),
  ],
  shows,
}

/** An answer to a post of the blog is a comment; anything else is read by those of the blog who follow. */
function shows(object: JsonObject): Shown {
  const { name, content, url, inReplyTo } = object
  return {
    as: isText(inReplyTo) ? 'comment' : 'article',
    title: isText(name) ? name : null,
    warning: null,
    text: textOf(content),
    link: idOf(url) ?? textOf(object['id']),
    card: firstLink(textOf(content)),
  }
}
