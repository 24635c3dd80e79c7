import type { JsonObject } from '../../server/federation/json-object.ts'
import type { Receiver, Rule, Shown } from './receiver.ts'
import { listOf, objectsOf, isText, textOf, idOf, firstLink, having, elsewhere } from './reading.ts'
import { refuse, typeAmong, needs, needsAny, atHome } from './rules.ts'
import {
  saidToBe,
  isActivityType,
  ownWord,
  readableDates,
  isForSomebody,
  pinsItsOwn,
  ownKey,
  sharedInboxAtHome,
  fingerLeadsToActor,
} from './habits.ts'

// GoToSocial 0.20, in our own words.

const actors = ['Application', 'Group', 'Organization', 'Person', 'Service']
const statuses = [
  'Article',
  'Document',
  'Image',
  'Video',
  'Note',
  'Page',
  'Event',
  'Place',
  'Profile',
  'Question',
]
const activities = [
  ...[
    'Create',
    'Update',
    'Delete',
    'Follow',
    'Undo',
    'Accept',
    'Reject',
    'Announce',
    'Like',
    'Block',
    'Flag',
    'Move',
  ],
]
const converter = 'internal/typeutils/astointernal.go'
const extract = 'internal/ap/extract.go'

const ofActors: Rule[] = [
  ...typeAmong('actor', actors, `${converter}, ASRepresentationToAccount`),
  needs('actor', 'id', `${converter}: unusable iri property`),
  needs('actor', 'preferredUsername', `${converter}: missing username`),
  ownKey(`${extract}, ExtractPubKeyFromActor`),
  ...atHome('actor', ['featured'], `${converter}: only trusted on the account’s own domain`),
  sharedInboxAtHome(`${converter}: only trusted on the account’s own domain`),
]

const ofObjects: Rule[] = [
  ...typeAmong('object', statuses, 'internal/ap/interfaces.go, IsStatusable'),
  needs('object', 'id', `${converter}: unusable iri property`),
  needsAny('object', 'attributedTo', `${extract}, ExtractAttributedToURI`),
  ...atHome('object', ['attributedTo'], 'internal/federation/dereferencing/status.go: attributedTo host'),
  isForSomebody(`${extract}, ExtractVisibility: not to or cc anyone`),
  refuse(
    'object',
    'it was updated before it was published',
    'internal/ap/normalize.go and status.go: malformed',
    ({ published, updated }) =>
      updated !== undefined && Date.parse(textOf(updated)) < Date.parse(textOf(published)),
    having({ updated: '2020-01-01T00:00:00Z' }),
  ),
  readableDates(['published', 'updated'], 'code.superseriousbusiness.org/activity/streams: xsd:dateTime'),
  refuse(
    'object',
    'one of its hashtags has no name that could be one',
    `${extract}, extractHashtag`,
    ({ tag }) =>
      objectsOf(tag).some(
        ({ type, name }) => type === 'Hashtag' && !/^#[\p{L}\p{N}\p{M}_]+$/u.test(textOf(name)),
      ),
    having({ tag: [{ type: 'Hashtag', name: '#l’été', href: 'https://hub.example/t' }] }),
  ),
  refuse(
    'object',
    'one of its mentions names nobody',
    `${extract}, extractMention`,
    ({ tag }) =>
      objectsOf(tag).some(({ type, href, name }) => type === 'Mention' && !isText(href) && !isText(name)),
    having({ tag: [{ type: 'Mention' }] }),
  ),
  refuse(
    'object',
    'its language is not told by its content',
    'internal/typeutils/util.go, ContentToContentLanguage: equal to the letter',
    ({ content, contentMap }) => !objectsOf(contentMap).some((map) => Object.values(map).includes(content)),
    having({ contentMap: { fr: 'autre chose' } }),
    ({ contentMap }) => contentMap !== undefined,
  ),
]

const ofActivities: Rule[] = [
  ...typeAmong('activity', activities, 'internal/federation/federatingdb: others are passed over'),
  needs('activity', 'id', 'internal/ap/resolve.go: silently ignored'),
  needsAny('activity', 'actor', 'internal/federation/federatingactor.go'),
  needsAny('activity', 'object', 'internal/federation/federatingdb'),
  ...ownWord('internal/federation/federatingdb/create.go: requester is not the author'),
  refuse(
    'activity',
    'what it takes back is embedded, but is another’s',
    'internal/federation/federatingdb/undo.go',
    ({ actor, object }) => objectsOf(object).some((one) => idOf(one['actor']) !== idOf(actor)),
    (document) => {
      const [inner] = objectsOf(document['object'])
      return having({ object: { ...inner, actor: elsewhere(document['actor']) } })(document)
    },
    ({ type }) => type === 'Undo',
  ),
  refuse(
    'activity',
    'it reports no account, or more than one',
    `${converter}, ASFlagToReport: targetAccURI`,
    ({ object }) => listOf(object).filter((uri) => /\/users\/\w+$/.test(textOf(uri))).length !== 1,
    having({ object: ['https://good.test/notes/1'] }),
    ({ type }) => type === 'Flag',
  ),
  refuse(
    'activity',
    'it comes to another inbox than that of whom it reports',
    'internal/federation/federatingdb/flag.go: receiver is not expected object',
    ({ object }, { url }) => `${textOf(listOf(object)[0])}/inbox` !== url,
    (_, context) => ({ context: { ...context, url: 'https://good.test/inbox' } }),
    ({ type }) => type === 'Flag',
  ),
]

const ofTheRest: Rule[] = [
  pinsItsOwn('internal/federation/dereferencing/account_featured.go'),
  fingerLeadsToActor('internal/federation/dereferencing/finger.go'),
  refuse(
    'nodeinfo',
    'it does not say that it speaks ActivityPub',
    'internal/transport/derefinstance.go',
    ({ protocols }) => !listOf(protocols).includes('activitypub'),
    having({ protocols: [] }),
  ),
  refuse(
    'stone',
    'it is answered as if it were there',
    'internal/federation/dereferencing/status.go: 410 is gone',
    (_, { status }) => status !== 410,
    (_, context) => ({ context: { ...context, status: 200 } }),
    (_, { way }) => way === 'fetched',
  ),
]

export const gotosocial: Receiver = {
  name: 'GoToSocial',
  rules: [
    ...saidToBe(isActivityType, 'internal/transport/dereference.go and internal/api/util/mime.go'),
    ...ofActors,
    ...ofObjects,
    ...ofActivities,
    ...ofTheRest,
  ],
  shows,
}

/** internal/typeutils/astointernal.go, ASStatusToStatus: the summary is a warning, and so is the name without one. */
function shows(object: JsonObject): Shown {
  const { name, summary, content, url, inReplyTo } = object
  return {
    as: isText(inReplyTo) ? 'comment' : 'post',
    title: null,
    warning: textOf(summary) || textOf(name) || null,
    text: textOf(content),
    link: idOf(url) ?? textOf(object['id']),
    card: firstLink(textOf(content)),
  }
}
