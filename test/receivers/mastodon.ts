import type { JsonObject } from '../../server/federation/json-object.ts'
import type { Receiver, Rule, Shown } from './receiver.ts'
import {
  listOf,
  objectsOf,
  isText,
  textOf,
  idOf,
  hostOf,
  isPublic,
  firstLink,
  having,
  lacking,
  elsewhere,
} from './reading.ts'
import { refuse, typeAmong, needs, needsAny, atHome } from './rules.ts'
import {
  saidToBe,
  isActivityType,
  namesContext,
  standsAtItsId,
  atMost,
  ownWord,
  readableDates,
  pinsAtHome,
  pinsItsOwn,
  ownKey,
  handleLeadsBack,
  fingerLeadsToActor,
} from './habits.ts'

// Mastodon 4.5 to 4.7, in our own words.

const actors = ['Application', 'Group', 'Organization', 'Person', 'Service']
const supported = ['Note', 'Question']
/** Of these a name, a summary and a link are all that is shown. */
const converted = ['Image', 'Audio', 'Video', 'Article', 'Page', 'Event']
const activities = [
  ...['Accept', 'Add', 'Announce', 'Block', 'Create', 'Delete', 'FeatureRequest', 'Flag', 'Follow', 'Like'],
  ...['Move', 'QuoteRequest', 'Reject', 'Remove', 'Undo', 'Update'],
]

const helper = 'app/helpers/json_ld_helper.rb'
const account = 'app/services/activitypub/process_account_service.rb'
const verbs = 'app/lib/activitypub/activity'

const ofActors: Rule[] = [
  ...typeAmong('actor', actors, 'app/services/activitypub/fetch_remote_actor_service.rb, SUPPORTED_TYPES'),
  needs('actor', 'inbox', account),
  refuse(
    'actor',
    'its name is none that a handle can have',
    'app/models/account.rb, USERNAME_RE',
    ({ preferredUsername: name }) => !/^[a-z0-9_]+([.-]+[a-z0-9_]+)*$/i.test(textOf(name)),
    having({ preferredUsername: 'les ateliers' }),
  ),
  handleLeadsBack('app/services/activitypub/fetch_remote_actor_service.rb, check_webfinger!'),
  ownKey('app/services/activitypub/fetch_remote_key_service.rb, confirmed_owner?'),
  refuse(
    'actor',
    'one of its keys is controlled by another, or they are too many',
    account,
    ({ id, assertionMethod: keys }) =>
      listOf(keys).length > 10 || objectsOf(keys).some(({ controller }) => controller !== id),
    having({ assertionMethod: [{ type: 'Multikey', controller: 'https://elsewhere.example/a' }] }),
  ),
  refuse(
    'actor',
    'it has more fields, or longer ones, than are kept',
    'app/models/account/field.rb: 2047 characters; app/models/account.rb: 50 fields',
    ({ attachment }) =>
      listOf(attachment).length > 50 ||
      objectsOf(attachment).some(({ value }) => textOf(value).length > 2047),
    having({ attachment: [{ type: 'PropertyValue', name: 'a', value: 'b'.repeat(2048) }] }),
  ),
  refuse(
    'actor',
    'its name or its summary is longer than is kept',
    'app/models/account.rb: 2048 characters, 20 kB',
    ({ name, summary }) => textOf(name).length > 2048 || Buffer.byteLength(textOf(summary)) > 20 * 1024,
    having({ summary: 'é'.repeat(20_000) }),
  ),
]

const ofObjects: Rule[] = [
  ...typeAmong('object', [...supported, ...converted], `${verbs}.rb, SUPPORTED_TYPES and CONVERTED_TYPES`),
  ...atHome('object', ['attributedTo'], `${verbs}/create.rb, non_matching_uri_hosts?`),
  ...atHome('object', ['url'], 'app/lib/activitypub/parser/status_parser.rb, url: it then links to the id'),
  refuse(
    'object',
    'it is a vote',
    `${verbs}/create.rb, poll_vote?`,
    ({ type, name, inReplyTo }) => type === 'Note' && isText(name) && isText(inReplyTo),
    having({ type: 'Note', name: 'Oui', inReplyTo: 'https://elsewhere.example/question' }),
  ),
  readableDates(['published'], 'app/lib/activitypub/parser/status_parser.rb, created_at'),
  refuse(
    'object',
    'it is not public',
    'app/lib/activitypub/parser/status_parser.rb, visibility',
    (document) => !isPublic(document),
    having({ to: [], cc: ['https://elsewhere.example/followers'] }),
  ),
]

const ofActivities: Rule[] = [
  ...typeAmong('activity', activities, `${verbs}.rb, klass`),
  atMost(1024 * 1024, 'app/controllers/activitypub/inboxes_controller.rb'),
  ...ownWord(`${verbs}/create.rb`),
  needsAny('activity', 'object', `${verbs}.rb, factory`),
  pinsAtHome(`${verbs}/add.rb and remove.rb`),
  refuse(
    'activity',
    'it accepts a quotation without a stamp of its own server',
    `${verbs}/accept.rb, accept_quote!`,
    ({ id, result }) => hostOf(idOf(result)) !== hostOf(id),
    lacking('result'),
    ({ type, object }) => type === 'Accept' && objectsOf(object)[0]?.['type'] === 'QuoteRequest',
  ),
  refuse(
    'activity',
    'it reports things without the account that they are of',
    `${verbs}/flag.rb: target_accounts.each`,
    ({ object, to }) => !listOf(object).includes(idOf(to)),
    having({ object: ['https://good.test/notes/1'] }),
    ({ type }) => type === 'Flag',
  ),
  refuse(
    'activity',
    'it updates an actor that is not the one who says so',
    `${verbs}/update.rb`,
    ({ actor, object }) => idOf(object) !== actor,
    (document) => having({ actor: elsewhere(document['actor']) })(document),
    ({ type, object }) => type === 'Update' && actors.includes(textOf(objectsOf(object)[0]?.['type'])),
  ),
]

const ofTheRest: Rule[] = [
  pinsItsOwn('app/services/activitypub/fetch_featured_collection_service.rb'),
  refuse(
    'collection',
    'it does not say how many there are',
    `${account}, collection_info`,
    ({ totalItems }) => typeof totalItems !== 'number',
    lacking('totalItems'),
    ({ type }) => type === 'OrderedCollection',
  ),
  refuse(
    'stamp',
    'it is no stamp of the quoted one',
    'app/services/activitypub/verify_quote_service.rb',
    ({ id, attributedTo, interactingObject: quotation, interactionTarget: quoted }) =>
      hostOf(attributedTo) !== hostOf(id) || !isText(quotation) || hostOf(quoted) !== hostOf(id),
    lacking('interactingObject'),
  ),
  fingerLeadsToActor('app/lib/webfinger.rb, self_link_href'),
  refuse(
    'host-meta',
    'it does not say where to ask for handles',
    'app/lib/webfinger.rb, url_from_template',
    ({ xrd }) => !/<Link rel="lrdd" template="https:\/\/[^"]*\{uri\}"/.test(textOf(xrd)),
    having({ xrd: '<XRD/>' }),
  ),
]

export const mastodon: Receiver = {
  name: 'Mastodon',
  rules: [
    ...saidToBe(isActivityType, `${helper}, valid_activitypub_content_type?`),
    ...namesContext(['actor', 'object', 'stamp', 'activity', 'collection'], `${helper}, supported_context?`),
    ...standsAtItsId(['actor', 'object', 'stamp'], `${helper}, fetch_resource`),
    ...ofActors,
    ...ofObjects,
    ...ofActivities,
    ...ofTheRest,
  ],
  shows,
}

/** app/lib/activitypub/parser/status_parser.rb, processed_text; app/services/fetch_link_card_service.rb */
function shows(object: JsonObject): Shown {
  const { type, name, summary, content, url, attachment } = object
  const link = idOf(url) ?? textOf(object['id'])
  const isConverted = converted.includes(textOf(type))
  const heading = isText(name) ? `<h2>${name}</h2>` : ''
  const text = isConverted ? `${heading}${textOf(summary)}<a href="${link}">${link}</a>` : textOf(content)
  const offered = objectsOf(attachment).find((one) => one['type'] === 'Link' && isText(one['href']))
  const hasMedia = objectsOf(attachment).some(({ url }) => idOf(url) !== null)
  return {
    as: isText(object['inReplyTo']) ? 'comment' : 'post',
    title: isConverted && isText(name) ? name : null,
    warning: !isConverted && isText(summary) ? summary : null,
    text,
    link,
    card: hasMedia ? null : textOf(offered?.['href']) || firstLink(text),
  }
}
