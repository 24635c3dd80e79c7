import type { Held } from '../entries/holding.ts'

/** As reports and decisions name it. */
export interface ThingRef {
  subject: 'entry' | 'comment' | 'actor' | 'message' | 'host'
  /** `/ap/objects/{id}` of ours, the full id of a remote object or actor, a host. */
  subjectId: string
}

interface Author {
  name: string
  /** `@handle@host` of another server. */
  handle: string | null
  userId: string | null
  /** The row of the actor that speaks, ours or theirs. */
  actorN: number | null
  /** Full id of an actor of another server. */
  actorId: string | null
}

/** Whose it is, and the row of `media`. */
export interface Portrait {
  userId: string
  id: string
}

export interface Thing extends ThingRef {
  subject: 'entry' | 'comment' | 'actor' | 'message'
  /** Id of its row, which its pages here are named by. */
  id: string
  /** The entry's title, or that of the entry a comment stands under; an actor's name. */
  title: string
  /** Of the title. */
  titleLanguage: string | null
  /** Its page here; null: it has none, or it is no longer shown. */
  path: string | null
  author: Author
  /** The picture that its author has here. */
  portrait: Portrait | null
  /** Of another server; null: written here. */
  host: string | null
  /** Where it is read at home. */
  url: string | null
  html: string
  language: string | null
  at: number
  /** When a comment's words were last changed; of a topic that waits, its revision. */
  revisedAt: number | null
  /** By which rule of the hub a comment waits. */
  held: Held | null
  state: string
}

export const keyOf = ({ subject, subjectId }: ThingRef): string => `${subject} ${subjectId}`

/** Nobody but moderators, and its author if they are a member, sees it until it is decided on. */
export const isHeldTopic = ({ subject, state }: Pick<Thing, 'subject' | 'state'>): boolean =>
  subject === 'entry' && state === 'review'
