import type { JsonObject } from '../json-object.ts'

/**
 * The wire form in: what a stranger's document comes to, whatever software wrote it. Lists are lists, single values
 * are the first that can be used, ids are http(s) addresses, dates are ISO in UTC, Public is the full IRI. Texts are
 * as sent (cut to a length, not yet sanitised). `raw` is the node as received: for relaying it unchanged, never for
 * reading; nothing in it has been checked.
 */
export type Normalised = NormalisedActivity | NormalisedActor | NormalisedCollection | NormalisedObject

/** At the top of a document an id is required; what is embedded may lack one (an Undo of an old Follow). */
export type Identified<T> = T & { id: string }

interface Node {
  id: string | null
  /** The first, when several are given. */
  type: string
  raw: JsonObject
}

interface Addressed {
  to: string[]
  cc: string[]
  audience: string[]
}

export interface NormalisedActivity extends Node, Addressed {
  form: 'activity'
  actor: string
  objectId: string | null
  /** What was embedded: a claim of the sender, to be believed only as far as its origin reaches. */
  object: Normalised | null
  /** All of them: a Flag names an account and its posts. */
  objectIds: string[]
  target: string | null
  origin: string | null
  result: string | null
  instrument: string | null
  /** The words of a Flag. */
  content: string | null
  published: string | null
}

export interface NormalisedObject extends Node, Addressed {
  form: 'object'
  attributedTo: string[]
  name: string | null
  summary: string | null
  content: string | null
  mediaType: string | null
  /** By language tag in lower case. */
  nameMap: Record<string, string>
  contentMap: Record<string, string>
  /** The language of `content`, when the sender says it. */
  language: string | null
  /** What the author typed, before it became HTML. */
  source: { content: string; mediaType: string | null } | null
  /** The page for people. */
  url: string | null
  /** Where a Link or Mention leads. */
  href: string | null
  published: string | null
  updated: string | null
  deleted: string | null
  inReplyTo: string | null
  context: string | null
  replies: string | null
  quote: string | null
  /** The stamp by which it quotes (FEP-044f). */
  quoteAuthorization: string | null
  sensitive: boolean
  tags: NormalisedTag[]
  attachments: NormalisedMedia[]
  image: NormalisedMedia | null
  icon: NormalisedMedia | null
  startTime: string | null
  endTime: string | null
  timezone: string | null
  location: NormalisedPlace | null
  /** Of a Tombstone. */
  formerType: string | null
  /** Of an Agreement: the Intent that it would satisfy (FEP-0837). */
  satisfies: string | null
  /** Maillon's typed data, from the JSON as sent and never through JSON-LD; still to be parsed by the kind. */
  maillonItem: JsonObject | null
}

export interface NormalisedActor extends Node {
  form: 'actor'
  /** What an organisation says of itself as an entry; as of an object. */
  maillonItem: JsonObject | null
  preferredUsername: string | null
  /** `user@host`, FEP-2c59. */
  webfinger: string | null
  name: string | null
  summary: string | null
  url: string | null
  inbox: string | null
  outbox: string | null
  followers: string | null
  following: string | null
  featured: string | null
  sharedInbox: string | null
  publicKeys: { id: string; owner: string | null; publicKeyPem: string }[]
  /** FEP-521a. */
  assertionMethods: { id: string; controller: string | null; publicKeyMultibase: string }[]
  icon: NormalisedMedia | null
  image: NormalisedMedia | null
  fields: { name: string; value: string }[]
  alsoKnownAs: string[]
  movedTo: string | null
  attributedTo: string[]
  manuallyApprovesFollowers: boolean
  discoverable: boolean
  indexable: boolean
  suspended: boolean
  published: string | null
  updated: string | null
}

export interface NormalisedCollection extends Node {
  form: 'collection'
  totalItems: number | null
  first: string | null
  /** The first page, when it is embedded. */
  firstPage: NormalisedCollection | null
  next: string | null
  partOf: string | null
  /** An item is embedded or named. */
  items: (string | Normalised)[]
}

export interface NormalisedTag {
  type: string
  name: string | null
  href: string | null
}

export interface NormalisedMedia {
  type: string
  url: string
  mediaType: string | null
  /** The alternative text. */
  name: string | null
  width: number | null
  height: number | null
  blurhash: string | null
}

export interface NormalisedPlace {
  name: string | null
  /** On one line. */
  address: string | null
  latitude: number | null
  longitude: number | null
}
