import type { JsonObject } from '../../server/federation/json-object.ts'
import type { Receiver, Rule, Shown } from './receiver.ts'
import { listOf, objectsOf, isText, textOf, idOf, hostOf, firstLink, having, inside } from './reading.ts'
import { refuse, typeAmong, typeIsOneText, needs, needsAny, atHome, isTextIfAny } from './rules.ts'
import {
  saidToBe,
  isActivityType,
  standsAtItsId,
  ownWord,
  readableDates,
  isForSomebody,
  pinsAtHome,
  answersByName,
  ownKey,
  handleLeadsBack,
  fingerLeadsToActor,
} from './habits.ts'

// Akkoma 3.16 to 3.21 and Pleroma 2.9, in our own words.

const actors = ['Application', 'Group', 'Organization', 'Person', 'Service']
const objects = ['Note', 'Article', 'Page', 'Event', 'Question', 'Audio', 'Video', 'Image', 'Answer']
const texts = new Set(['Note', 'Article', 'Page'])
const activities = [
  ...[
    'Accept',
    'Add',
    'Announce',
    'Block',
    'Create',
    'Delete',
    'EmojiReact',
    'Flag',
    'Follow',
    'Like',
    'Listen',
  ],
  ...['Move', 'Reject', 'Remove', 'Undo', 'Update'],
]
const here = 'lib/pleroma/web/activity_pub'
const validators = `${here}/object_validators`

const ofActors: Rule[] = [
  ...typeAmong('actor', actors, `${here}/activity_pub.ex, @actor_types`),
  typeIsOneText('actor', `${here}/activity_pub.ex`),
  ...['id', 'preferredUsername', 'inbox'].map((name) =>
    needs('actor', name, `${here}/activity_pub.ex, user_data_from_user_object`),
  ),
  refuse(
    'actor',
    'its keys are a list',
    `${here}/activity_pub.ex, user_data_from_user_object`,
    ({ publicKey }) => Array.isArray(publicKey),
    (document) => having({ publicKey: [document['publicKey']] })(document),
  ),
  ownKey(`lib/pleroma/user/signing_key.ex; ${validators}/user_validator.ex`),
  refuse(
    'actor',
    'its key’s id is no part of the actor',
    `${validators}/user_validator.ex, validate_pubkey`,
    ({ id, publicKey }) => !textOf(objectsOf(publicKey)[0]?.['id']).startsWith(textOf(id)),
    inside('publicKey', { id: 'https://hub.example/keys/1' }),
  ),
  ...atHome(
    'actor',
    ['inbox', 'outbox', 'followers', 'following', 'featured'],
    `${validators}/user_validator.ex, validate_inbox`,
  ),
  handleLeadsBack('lib/pleroma/web/web_finger.ex, validate_webfinger_consistency'),
]

const ofObjects: Rule[] = [
  ...typeAmong('object', objects, `${here}/object_validator.ex`),
  typeIsOneText('object', `${here}/object_validator.ex`),
  ...['id', 'attributedTo'].map((name) =>
    needs('object', name, `${validators}/article_note_page_validator.ex`),
  ),
  ...atHome('object', ['attributedTo'], `${validators}/common_validations.ex, validate_host_match`),
  isForSomebody(`${validators}/common_validations.ex, validate_any_presence`),
  ...['content', 'name', 'summary', 'inReplyTo'].map((name) =>
    isTextIfAny('object', name, `${validators}/common_fields.ex`),
  ),
  readableDates(
    ['published', 'updated'],
    'lib/pleroma/ecto_type/activity_pub/object_validators/date_time.ex',
  ),
  refuse(
    'object',
    'one of its attachments has no address or no media type',
    `${validators}/attachment_validator.ex`,
    ({ attachment }) =>
      objectsOf(attachment).some(
        ({ url, href, mediaType }) => !isText(idOf(url) ?? idOf(href)) || !isText(mediaType),
      ),
    having({ attachment: [{ type: 'Link', name: 'Website' }] }),
  ),
  refuse(
    'object',
    'one of its tags is none',
    `${validators}/tag_validator.ex`,
    ({ tag }) =>
      objectsOf(tag).some(
        ({ type, name, href }) =>
          (type === 'Hashtag' && !isText(name)) || (type === 'Mention' && !isText(href)),
      ),
    having({ tag: [{ type: 'Mention', name: '@amel@hub.example' }] }),
  ),
]

/** Fields of its own database bear these names; from a Create they are taken out before, from an Update they are not. */
const ofUpdates: Rule[] = [
  refuse(
    'activity',
    'its object’s likes would have to be a list of its own, and are an address',
    `${validators}/common_fields.ex, likes; common_fixes.ex, fix_likes: an object alone is passed over, in a text alone`,
    ({ object }) => {
      const [{ type, likes } = {}] = objectsOf(object)
      return (
        likes !== undefined &&
        !Array.isArray(likes) &&
        !(texts.has(textOf(type)) && typeof likes === 'object')
      )
    },
    inside('object', { likes: 'https://hub.example/likes' }),
    ({ type }) => type === 'Update',
  ),
]

const ofActivities: Rule[] = [
  ...typeAmong('activity', activities, `${here}/transmogrifier.ex, handle_incoming`),
  typeIsOneText('activity', `${here}/transmogrifier.ex`),
  ...['id', 'actor'].map((name) => needs('activity', name, `${validators}/create_generic_validator.ex`)),
  needsAny('activity', 'object', `${validators}/create_generic_validator.ex`),
  ...ownWord(`${validators}/create_generic_validator.ex, validate_actors_match`),
  ...atHome('activity', ['actor'], `${here}/object/containment.ex, contain_origin`),
  refuse(
    'activity',
    'it announces what is not named by its address, or to nobody',
    `${validators}/announce_validator.ex`,
    ({ object, to, cc }) => !isText(object) || listOf(to).length + listOf(cc).length === 0,
    having({ object: { type: 'Note' } }),
    ({ type }) => type === 'Announce',
  ),
  pinsAtHome(`${validators}/add_remove_validator.ex`),
  answersByName(`${validators}/accept_reject_validator.ex`),
  refuse(
    'activity',
    'what it updates is another’s',
    `${validators}/update_validator.ex, validate_updating_rights`,
    ({ actor, object }) => hostOf(idOf(object)) !== hostOf(actor),
    inside('object', { id: 'https://elsewhere.example/1' }),
    ({ type }) => type === 'Update',
  ),
]

export const akkoma: Receiver = {
  name: 'Akkoma',
  rules: [
    ...saidToBe(isActivityType, 'lib/pleroma/object/fetcher.ex, check_content_type'),
    ...standsAtItsId(['actor', 'object'], `${here}/object/fetcher.ex and containment.ex`),
    ...ofActors,
    ...ofObjects,
    ...ofUpdates,
    ...ofActivities,
    fingerLeadsToActor('lib/pleroma/web/web_finger.ex, webfinger_from_json'),
  ],
  shows,
}

/** The summary is a subject that folds the text; a name is a linked title above it. */
function shows(object: JsonObject): Shown {
  const { name, summary, content, url, inReplyTo } = object
  const link = idOf(url) ?? textOf(object['id'])
  const title = isText(name) ? `<p><a href="${link}">${name}</a></p>` : ''
  return {
    as: isText(inReplyTo) ? 'comment' : 'post',
    title: isText(name) ? name : null,
    warning: textOf(summary) || null,
    text: title + textOf(content),
    link,
    card: firstLink(title + textOf(content)),
  }
}
