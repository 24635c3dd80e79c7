import type { PagerProps } from '../components/pager.tsx'
import type { ReplyForm } from './answer.tsx'

/** One answer and those under it. */
export interface Said {
  id: string
  author: {
    name: string
    href: string | undefined
    handle: string | undefined
    /** A thumbnail of ours. */
    avatar: string | undefined
  }
  /** Host of another server; null: written here. */
  host: string | null
  at: number
  /** Where it is read at home. */
  home: string | undefined
  /** Of what is too long to stand there whole: how it begins. */
  beginning: string | undefined
  /** Other servers have it: it can be answered from there. */
  answerable: boolean
  html: string
  language: string | undefined
  state: 'shown' | 'held' | 'hidden' | 'deleted'
  mayDelete: boolean
  reportHref: string | null
  /** Whom it answers, where that is not seen by its place; `id`: on this page. */
  answering: { name: string; id: string | null } | null
  /** The passage of the entry's text that it names, and the version that was read. */
  about: { label: string; version: number } | null
  replies: readonly Said[]
}

export interface DiscussionProps {
  /** Of the entry. */
  id: string
  path: string
  said: readonly Said[]
  /** Of the whole thread. */
  count: number
  pager: PagerProps
  now: number
  /** What was said before was asked: the debate had not begun. */
  questionsUntil: number | null
  /** The discussion is over: nobody answers any more. */
  over: boolean
  /** Null: a visitor, who is told how to answer. */
  form: ReplyForm | null
  /** The reader has a name on the fediverse: what they write leaves. */
  named: boolean
  loginHref: string
  /** What to look for on one's own server, to answer from there; null: it has not left. */
  address: string | null
  /** Host of the hub that the entry comes from; null: ours. */
  from: string | null
  /** Where the entry is read there: more may be answered than reached us. */
  home: string | undefined
  /** The answer that the address leads to: what it is folded into is open. */
  sought: string | null
  /** Whether the reader follows it here; null: a visitor, or one without answers to come. */
  follows: boolean | null
}

export const anchorOf = (id: string): string => `commentaire-${id}`
