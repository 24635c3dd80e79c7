import type { JsonObject } from '../../server/federation/json-object.ts'
import type { Rule, Sort } from './receiver.ts'
import {
  as2,
  listOf,
  objectsOf,
  isText,
  textOf,
  idOf,
  hostOf,
  isDate,
  having,
  inside,
  come,
  elsewhere,
  moved,
} from './reading.ts'
import { refuse } from './rules.ts'

// What several receivers make sure of, each by code of its own.

/** Who fetches wants to be told that it is ActivityPub. */
export const saidToBe = (accepts: (contentType: string) => boolean, from: string): Rule[] =>
  (['actor', 'object', 'activity', 'collection', 'stamp'] satisfies Sort[]).map((on) =>
    refuse(
      on,
      'it is not said to be ActivityPub',
      from,
      (_, { contentType }) => !accepts(contentType),
      come({ contentType: 'application/json; charset=utf-8' }),
      (_, { way }) => way === 'fetched',
    ),
  )

export const isActivityType = (type: string): boolean =>
  /^application\/activity\+json\s*(;|$)/.test(type) ||
  (/^application\/ld\+json\s*;/.test(type) && type.includes(`profile="${as2}"`))

export const namesContext = (sorts: readonly Sort[], from: string): Rule[] =>
  sorts.map((on) =>
    refuse(
      on,
      'its context does not name ActivityStreams by its address',
      from,
      (document) => !listOf(document['@context']).includes(as2),
      having({ '@context': ['https://elsewhere.example/context'] }),
      (document, { way }) => way === 'fetched' || '@context' in document,
    ),
  )

export const standsAtItsId = (sorts: readonly Sort[], from: string): Rule[] =>
  sorts.map((on) =>
    refuse(
      on,
      'its id is not the address it was asked at',
      from,
      ({ id }, { url }) => id !== url,
      (document) => having({ id: `${textOf(document['id'])}/` })(document),
      (_, { way }) => way === 'fetched',
    ),
  )

export const atMost = (bytes: number, from: string): Rule =>
  refuse(
    'activity',
    `it is longer than ${bytes / 1024} KB`,
    from,
    (_, context) => context.bytes > bytes,
    come({ bytes: bytes + 1 }),
    (_, { way }) => way === 'delivered',
  )

/** Who says an activity says its object too, and both stand on one server. */
export const ownWord = (from: string): Rule[] => [
  refuse(
    'activity',
    'its object is not its actor’s own',
    from,
    ({ actor, object }) => {
      const inner = listOf(object)[0] as JsonObject
      return hostOf(inner['id']) !== hostOf(idOf(actor)) || idOf(inner['attributedTo']) !== idOf(actor)
    },
    (document) => {
      const inner = listOf(document['object'])[0] as JsonObject
      return having({ object: { ...inner, attributedTo: elsewhere(idOf(inner['attributedTo'])) } })(document)
    },
    ({ type, object }) => type === 'Create' && typeof object === 'object',
  ),
]

export const readableDates = (names: readonly string[], from: string, on: Sort = 'object'): Rule =>
  refuse(
    on,
    'its dates cannot be read',
    from,
    (document) => names.some((name) => document[name] !== undefined && !isDate(document[name])),
    having({ published: 'lundi' }),
  )

export const isForSomebody = (from: string): Rule =>
  refuse(
    'object',
    'it is for nobody',
    from,
    ({ to, cc }) => listOf(to).length + listOf(cc).length === 0,
    having({ to: [], cc: [] }),
  )

export const pinsAtHome = (from: string): Rule =>
  refuse(
    'activity',
    'it pins elsewhere than in its actor’s featured',
    from,
    ({ actor, target }, { known }) => target !== known.get(textOf(actor))?.['featured'],
    moved('target'),
    ({ type }) => type === 'Add' || type === 'Remove',
  )

export const pinsItsOwn = (from: string): Rule =>
  refuse(
    'collection',
    'it pins what is on another server',
    from,
    ({ id, orderedItems }) => listOf(orderedItems).some((item) => hostOf(idOf(item)) !== hostOf(id)),
    having({ orderedItems: ['https://elsewhere.example/note'] }),
    ({ id }) => textOf(id).endsWith('/featured'),
  )

export const answersByName = (from: string): Rule =>
  refuse(
    'activity',
    'it answers what it does not name',
    from,
    ({ object }) => !isText(idOf(object)),
    having({ object: {} }),
    ({ type }) => type === 'Accept' || type === 'Reject',
  )

export const ownKey = (from: string): Rule =>
  refuse(
    'actor',
    'its key is another’s, or cannot be read',
    from,
    ({ id, publicKey }) =>
      !objectsOf(publicKey).some(
        ({ owner, publicKeyPem: pem }) =>
          owner === id && textOf(pem).startsWith('-----BEGIN PUBLIC KEY-----'),
      ),
    inside('publicKey', { owner: 'https://elsewhere.example/users/amel' }),
  )

/** From the handle to the actor and back: who has the one has the other. */
export const handleLeadsBack = (from: string): Rule =>
  refuse(
    'actor',
    'its handle does not lead back to it',
    from,
    ({ id, preferredUsername }, { known }) =>
      !objectsOf(known.get(`acct:${textOf(preferredUsername)}@${hostOf(id)}`)?.['links']).some(
        ({ rel, href }) => rel === 'self' && href === id,
      ),
    come({ known: new Map<string, JsonObject>() }),
  )

export const sharedInboxAtHome = (from: string): Rule =>
  refuse(
    'actor',
    'its shared inbox is on another server',
    from,
    ({ id, endpoints }) => hostOf(objectsOf(endpoints)[0]?.['sharedInbox']) !== hostOf(id),
    inside('endpoints', { sharedInbox: 'https://elsewhere.example/inbox' }),
  )

export const fingerLeadsToActor = (from: string): Rule =>
  refuse(
    'webfinger',
    'it has no subject, or no link to an actor',
    from,
    ({ subject, links }) =>
      !/^acct:[^@]+@[^@]+$/.test(textOf(subject)) ||
      !objectsOf(links).some(({ rel, type }) => rel === 'self' && isActivityType(textOf(type))),
    having({ links: [] }),
  )
