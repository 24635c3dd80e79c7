import type { entryStates } from '../../db/schema/entries.ts'

export type EntryState = (typeof entryStates)[number]

export interface Tag {
  /** Folded: what addresses and look-ups use. */
  tag: string
  /** As it was typed, without #. */
  label: string
}

/** The organisation that speaks, hosted here or elsewhere. */
export interface Speaker {
  name: string
  /** Its page: a path here, a full address elsewhere, null when only its name is known. */
  url: string | null
  /** Its actor's full address, if it has one. */
  actor: string | null
}

export interface Picture {
  id: string
  alt: string
  width: number
  height: number
}

/** Where a remote entry comes from. */
export interface Origin {
  /** Full id of the actor that published it. */
  actor: string
  name: string
  host: string
}

/**
 * Where other servers read the entry; null where only people do: an organisation that is not yet an actor, a topic that
 * nobody says elsewhere. What came from elsewhere may have one address for both.
 */
export const objectOf = ({ apId, url, origin }: Pick<Envelope, 'apId' | 'url' | 'origin'>): string | null =>
  origin === null && apId === url ? null : apId

/** What every entry has, whatever its kind: all that a kind may know about the entry around its fields. */
export interface Envelope {
  n: number
  id: string
  kind: string
  slug: string
  /** The page on this hub: `/emplois/chef-de-chantier`. */
  path: string
  /** Full address of the page to send people to: at home for a remote entry. */
  url: string
  /** Full ActivityPub id; the page's own address while there is no object (`objectOf`). */
  apId: string
  title: string
  summary: string
  /** Markdown; empty for remote entries. */
  body: string
  /** The body as safe HTML. */
  html: string
  language: string
  licence: string | null
  placeCode: string | null
  placeLabel: string | null
  /** WGS 84 degrees; both, or neither. */
  latitude: number | null
  longitude: number | null
  startsAt: number | null
  closesAt: number | null
  direction: 'offer' | 'need' | null
  tags: Tag[]
  organisationId: string | null
  speaker: Speaker | null
  picture: Picture | null
  authorId: string | null
  /** Of a conversation: the name of who began it, here or elsewhere. */
  writer: string | null
  state: EntryState
  revision: number
  createdAt: number
  updatedAt: number
  publishedAt: number | null
  closedAt: number | null
  /** Null: published here. */
  origin: Origin | null
}
